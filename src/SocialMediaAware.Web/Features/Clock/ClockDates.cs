using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Clock;

/// <summary>A date that is worth moving to.</summary>
/// <param name="TextKey">The text that says why.</param>
/// <param name="Date">The date.</param>
/// <param name="Name">The election that it belongs to; empty for others.</param>
public sealed record ClockDate(string TextKey, DateOnly Date, string Name = "");

/// <summary>An election whose dates are worth moving to.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="PreElectionFrom">The first day of the pre-election period.</param>
/// <param name="PollingDay">The polling day.</param>
public sealed record ClockElection(string Name, DateOnly PreElectionFrom, DateOnly PollingDay);

/// <summary>The dates of the year on which something happens, as they come next.</summary>
public static class ClockDates
{
    /// <summary>The dates after a day, the nearest first.</summary>
    public static IReadOnlyList<ClockDate> After(
        DateOnly today,
        WorkingDayCalendar calendar,
        IReadOnlyList<ClockElection> elections
    ) =>
        [
            .. new ClockDate[]
            {
                new("NextWorkingDay", calendar.AddWorkingDays(today, 1, pattern: default)),
                new("YearlyOpens", Next(today, year => new DateOnly(year, 2, 1))),
                new(
                    "YearlyIsDue",
                    Next(
                        today,
                        year => calendar.OnOrBefore(new DateOnly(year, 3, 31), pattern: default)
                    )
                ),
                new("FirstOfJuly", Next(today, year => new DateOnly(year, 7, 1))),
            }
                .Concat(elections.SelectMany(election => Of(election, today)))
                .OrderBy(next => next.Date),
        ];

    private static IEnumerable<ClockDate> Of(ClockElection election, DateOnly today) =>
        new ClockDate[]
        {
            new(
                "RefresherOpens",
                election.PreElectionFrom.AddDays(-Round.DaysBeforeThePeriod),
                election.Name
            ),
            new("PeriodBegins", election.PreElectionFrom, election.Name),
            new("PollingDay", election.PollingDay, election.Name),
        }.Where(date => date.Date > today);

    private static DateOnly Next(DateOnly today, Func<int, DateOnly> inYear) =>
        inYear(today.Year) is var date && date > today ? date : inYear(today.Year + 1);
}
