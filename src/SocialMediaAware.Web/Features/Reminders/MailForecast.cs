using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>How many people get a mail on a day.</summary>
public sealed record MailDay(DateOnly Day, int People);

/// <summary>
/// How many people get a mail on each of the days ahead: one mail a person and day at most, on working days only, as
/// <see cref="Remind" /> would write them if nobody signed. So it is a most: whoever signs gets no more.
/// </summary>
/// <param name="Days">Every day, also those without mail.</param>
public sealed record MailForecast(IReadOnlyList<MailDay> Days)
{
    /// <summary>For so many days it looks ahead.</summary>
    public const int DaysAhead = 60;

    /// <summary>How many mails they are together.</summary>
    public int Total => Days.Sum(day => day.People);

    /// <summary>The day with most mails, the first of several; null where there is none.</summary>
    public MailDay? Busiest => Days.Where(day => day.People > 0).MaxBy(day => day.People);

    /// <summary>The first day on which mail can still go: after five o'clock in New Zealand nobody is written to any more.</summary>
    public static DateOnly FirstDay(DateTimeOffset now)
    {
        var day = LocalDay.At(now, "Pacific/Auckland");
        return now < day.EndsAt ? day.Date : day.Date.AddDays(1);
    }

    /// <summary>Looks ahead. It knows no clock and no database.</summary>
    /// <param name="input">What may bring mail, and to whom.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="from">The first day on which mail can still go.</param>
    public static MailForecast Of(ForecastInput input, WorkingDayCalendar calendar, DateOnly from)
    {
        var mailed = new ForecastOfDays(input, calendar, from).Find();
        var counts = mailed.CountBy(entry => entry.Day).ToDictionary();
        return new([
            .. Enumerable
                .Range(0, DaysAhead)
                .Select(from.AddDays)
                .Select(day => new MailDay(day, counts.GetValueOrDefault(day))),
        ]);
    }
}

/// <summary>Finds who gets a mail on which day.</summary>
internal sealed class ForecastOfDays
{
    private const int DaysOfAWeek = 7;

    private readonly ForecastInput input;
    private readonly WorkingDayCalendar calendar;
    private readonly DateOnly from;
    private readonly DateOnly until;
    private readonly ILookup<Guid, ForecastDuty> dutiesOf;
    private readonly HashSet<(Guid PersonId, DateOnly Day)> mailed = [];

    public ForecastOfDays(ForecastInput input, WorkingDayCalendar calendar, DateOnly from)
    {
        (this.input, this.calendar, this.from) = (input, calendar, from);
        until = from.AddDays(MailForecast.DaysAhead);
        dutiesOf = input
            .Duties.Where(duty => input.Readers.ContainsKey(duty.PersonId))
            .ToLookup(duty => duty.PersonId);
    }

    public IReadOnlyCollection<(Guid PersonId, DateOnly Day)> Find()
    {
        foreach (var own in dutiesOf.Where(own => input.Readers[own.Key].HasAddress))
        {
            foreach (var duty in own)
            {
                AddSteps(input.Readers[own.Key], duty);
            }
        }

        AddLeaders();
        AddHumanResources();
        return mailed;
    }

    // A step comes on its own day, or on the first day on which the person can be written to again. A due date that has moved is told
    // on the first day on which they can be written to while it is open; any step tells it too.
    private void AddSteps(ForecastReader reader, ForecastDuty duty)
    {
        var steps = ReminderSteps.DaysOf(
            duty.OpensOn,
            duty.DueOn,
            calendar,
            reader.Region,
            duty.Reminders
        );
        var last = duty.LastSent;
        var isChangeTold = duty.ToldOtherwise is null;
        foreach (
            var day in steps
                .Select(step => step.Day)
                .Concat(
                    reader.Away.Concat(duty.Holds).Select(pause => pause.Until).OfType<DateOnly>()
                )
                .Append(from)
                .Append(from.AddDays(1))
                .Append(duty.OpensOn)
                .Select(day => OnOrAfter(day, reader.Region))
                .Where(day => day >= from && day < until && day >= duty.OpensOn)
                .Distinct()
                .Order()
        )
        {
            if (!IsLive(duty, day) || !IsWrittenTo(reader, day))
            {
                continue;
            }

            var step = ReminderSteps.DueNow(ReminderSteps.LatestOf(steps, day), last);
            if (step is not null || (!isChangeTold && day <= duty.DueOn))
            {
                mailed.Add((reader.Id, day));
                (last, isChangeTold) = (step ?? last, true);
            }
        }
    }

    private void AddLeaders()
    {
        foreach (var team in input.Teams.GroupBy(entry => entry.LeaderId))
        {
            if (input.Readers.TryGetValue(team.Key, out var leader))
            {
                List<ForecastDuty> duties =
                [
                    .. team.Distinct()
                        .SelectMany(member =>
                            dutiesOf[member.PersonId]
                                .Where(duty => duty.AgencyId == member.AgencyId)
                        )
                        .Where(duty => duty.Reminders.ToLeaders && duty.DueOn < until),
                ];
                if (duties.Count > 0)
                {
                    AddWeekly(
                        leader,
                        leader.ToldAsLeaderOn,
                        day =>
                            duties.Exists(duty => duty.ConcernsLeadersOn(day) && IsLive(duty, day))
                    );
                }
            }
        }
    }

    private void AddHumanResources()
    {
        var agencies = input
            .Duties.Where(duty => input.Readers.ContainsKey(duty.PersonId))
            .GroupBy(duty => duty.AgencyId)
            .ToDictionary(agency => agency.Key, DaysThatConcernHumanResources);
        foreach (var member in input.HumanResources.GroupBy(entry => entry.PersonId))
        {
            if (input.Readers.TryGetValue(member.Key, out var reader))
            {
                AddWeekly(
                    reader,
                    reader.ToldAsHumanResourcesOn,
                    day =>
                        member.Any(entry =>
                            agencies.GetValueOrDefault(entry.AgencyId)?.Contains(day) is true
                        )
                );
            }
        }
    }

    private HashSet<DateOnly> DaysThatConcernHumanResources(IEnumerable<ForecastDuty> duties)
    {
        var all = duties.ToList();
        return
        [
            .. Enumerable
                .Range(0, MailForecast.DaysAhead)
                .Select(from.AddDays)
                .Where(day =>
                    all.Exists(duty =>
                        (
                            duty.ConcernsHumanResourcesOn(day)
                            || (day >= duty.OpensOn && !input.Readers[duty.PersonId].HasAddress)
                        ) && IsLive(duty, day)
                    )
                ),
        ];
    }

    private void AddWeekly(ForecastReader reader, DateOnly? lastTold, Func<DateOnly, bool> isReason)
    {
        if (!reader.HasAddress)
        {
            return;
        }

        for (var day = from; day < until; day = day.AddDays(1))
        {
            if (
                (lastTold is null || lastTold.Value.AddDays(DaysOfAWeek) <= day)
                && calendar.IsWorkingDay(day, reader.Region)
                && IsWrittenTo(reader, day)
                && isReason(day)
            )
            {
                mailed.Add((reader.Id, day));
                lastTold = day;
            }
        }
    }

    private bool IsLive(ForecastDuty duty, DateOnly day) =>
        !input.Readers[duty.PersonId].Away.Any(pause => pause.Covers(day))
        && !duty.Holds.Any(pause => pause.Covers(day));

    private static bool IsWrittenTo(ForecastReader reader, DateOnly day) =>
        reader.LastWrittenToOn != day && !reader.Away.Any(pause => pause.Covers(day));

    private DateOnly OnOrAfter(DateOnly day, string? region)
    {
        while (!calendar.IsWorkingDay(day, region))
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
