using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>A round as it would come.</summary>
/// <param name="Occasion">What it is called: a year, an election; empty where the kind says enough.</param>
/// <param name="OpensOn">The day it opens.</param>
/// <param name="AskedDueOn">The day that was asked for.</param>
/// <param name="DueOn">The day it is due: the one that was asked for, or the working day before.</param>
/// <param name="WorkingDays">How many working days people have: from the opening to the due date, both counted, or those that are given.</param>
public sealed record ComingRound(
    string Occasion,
    DateOnly OpensOn,
    DateOnly AskedDueOn,
    DateOnly DueOn,
    int WorkingDays
)
{
    /// <summary>Whether the day that was asked for is not worked on.</summary>
    public bool IsMoved => DueOn != AskedDueOn;

    /// <summary>Whether nobody works on any day of it.</summary>
    public bool IsOverBeforeItOpens => WorkingDays == 0;
}

/// <summary>An election that the rounds of a programme follow.</summary>
public sealed record ComingElection(string Name, PlannedElection Election);

/// <summary>Works out the next rounds that a schedule would make, for people who work from Monday to Friday and keep no regional day.</summary>
public static class ScheduleDates
{
    private const int YearsAhead = 2;

    /// <summary>The next rounds.</summary>
    /// <param name="kind">The kind of programme.</param>
    /// <param name="schedule">The schedule; it may have gaps.</param>
    /// <param name="elections">The elections that count for the agency.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="today">The New Zealand date.</param>
    public static IReadOnlyList<ComingRound> Of(
        ProgrammeKind kind,
        ProgrammeSchedule schedule,
        IEnumerable<ComingElection> elections,
        WorkingDayCalendar calendar,
        DateOnly today
    ) =>
        kind switch
        {
            ProgrammeKind.Yearly => OfYears(schedule.Window ?? YearlyWindow.Usual, calendar, today),
            ProgrammeKind.Election =>
            [
                .. elections
                    .Where(one => one.Election.PollingDay >= today)
                    .OrderBy(one => one.Election.PollingDay)
                    .Select(one =>
                        Of(
                            one.Name,
                            Round.OfElection(one.Election, schedule.DaysBeforeThePeriod),
                            calendar
                        )
                    ),
            ],
            ProgrammeKind.OneOff when schedule is { OpensOn: { } opensOn, DueOn: { } dueOn } =>
            [
                Of("", opensOn, dueOn, calendar),
            ],
            ProgrammeKind.Onboarding or ProgrammeKind.PolicyChange =>
            [
                InWorkingDays(schedule.DueInWorkingDays, calendar, today),
            ],
            _ => [],
        };

    private static ComingRound[] OfYears(
        YearlyWindow window,
        WorkingDayCalendar calendar,
        DateOnly today
    ) =>
        [
            .. Enumerable
                .Range(today.Year - 1, YearsAhead + 2)
                .Select(year => (Year: year, Round: Round.OfYear(window, year, false)))
                .Where(one => one.Round.DueOn >= today)
                .Take(YearsAhead)
                .Select(one => Of(one.Year.ForField(), one.Round, calendar)),
        ];

    // Somebody who starts today, or on the next day that is worked; a rule that is published then.
    private static ComingRound InWorkingDays(
        int workingDays,
        WorkingDayCalendar calendar,
        DateOnly today
    )
    {
        var first = calendar.IsWorkingDay(today, default)
            ? today
            : calendar.AddWorkingDays(today, 1, default);
        return Of("", first, calendar.AddWorkingDays(first, workingDays, default), calendar) with
        {
            WorkingDays = workingDays,
        };
    }

    private static ComingRound Of(string occasion, Round round, WorkingDayCalendar calendar) =>
        Of(occasion, round.OpensOn, round.DueOn, calendar);

    private static ComingRound Of(
        string occasion,
        DateOnly opensOn,
        DateOnly dueOn,
        WorkingDayCalendar calendar
    )
    {
        var moved = calendar.OnOrBefore(dueOn, default);
        return new(
            occasion,
            opensOn,
            dueOn,
            moved > opensOn ? moved : opensOn,
            calendar.WorkingDaysBetween(opensOn.AddDays(-1), dueOn, default)
        );
    }
}
