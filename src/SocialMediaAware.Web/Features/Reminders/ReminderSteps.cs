using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>Says which step of reminding is due. Computed from dates alone, so that a missed day loses nothing and repeats nothing.</summary>
public static class ReminderSteps
{
    private const int DaysOfAWeek = 7;

    /// <summary>
    /// The latest step whose day has come; null while there is none. Those before it have passed: nobody is told that something
    /// opened when it is due in a week.
    /// </summary>
    /// <param name="opensOn">The first day on which the assignment can be done.</param>
    /// <param name="dueOn">The last day on which it is on time.</param>
    /// <param name="status">Where it stands on the day; only what is open or overdue has steps.</param>
    /// <param name="today">The day, where the person is.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="region">The person's region; null for none known.</param>
    /// <param name="terms">Which steps the programme has; null for the usual ones.</param>
    public static ReminderStepKind? LatestOn(
        DateOnly opensOn,
        DateOnly dueOn,
        AssignmentStatus status,
        DateOnly today,
        WorkingDayCalendar calendar,
        string? region,
        ReminderTerms? terms = null
    )
    {
        if (status is not (AssignmentStatus.Open or AssignmentStatus.Overdue))
        {
            return null;
        }

        return LatestOf(DaysOf(opensOn, dueOn, calendar, region, terms), today);
    }

    /// <summary>Of the steps of an assignment the latest whose day has come; null while there is none.</summary>
    public static ReminderStepKind? LatestOf(
        IReadOnlyList<(ReminderStepKind Kind, DateOnly Day)> steps,
        DateOnly today
    )
    {
        ReminderStepKind? latest = null;
        foreach (var (kind, day) in steps)
        {
            latest = day <= today ? kind : latest;
        }

        return latest;
    }

    /// <summary>
    /// The step to send: the latest whose day has come, unless it, or a later one, was sent before. Once somebody was told that
    /// something is overdue, no moved date tells them anew that it opened.
    /// </summary>
    public static ReminderStepKind? DueNow(ReminderStepKind? latest, ReminderStepKind? lastSent) =>
        latest is { } step && (lastSent is null || step > lastSent) ? step : null;

    /// <summary>
    /// The steps of an assignment with the day of each, in order. A day that is not worked moves to the next that is; a step that
    /// would come on the day of an earlier one, or before it, takes its place. Who is not told of the opening is told on that day
    /// at the earliest.
    /// </summary>
    public static IReadOnlyList<(ReminderStepKind Kind, DateOnly Day)> DaysOf(
        DateOnly opensOn,
        DateOnly dueOn,
        WorkingDayCalendar calendar,
        string? region,
        ReminderTerms? terms = null
    )
    {
        terms ??= new ReminderTerms();
        var opened = OnOrAfter(opensOn, calendar, region);
        var days = new List<(ReminderStepKind, DateOnly)>();
        if (terms.OnOpening)
        {
            days.Add((ReminderStepKind.Opened, opened));
        }

        if (terms.DaysBefore is { } daysBefore)
        {
            var before = OnOrAfter(dueOn.AddDays(-daysBefore), calendar, region);
            if (before > opened)
            {
                days.Add((ReminderStepKind.DaysBefore, before));
            }
            else if (!terms.OnOpening)
            {
                days.Add((ReminderStepKind.DaysBefore, opened));
            }
        }

        if (terms.OnTheDay)
        {
            days.Add((ReminderStepKind.OnTheDay, OnOrAfter(dueOn, calendar, region)));
        }

        for (var week = 1; week <= terms.WeeksAfter; week++)
        {
            var day = dueOn.AddDays(week * DaysOfAWeek);
            days.Add((ReminderStepKind.OnTheDay + week, OnOrAfter(day, calendar, region)));
        }

        return days;
    }

    private static DateOnly OnOrAfter(DateOnly day, WorkingDayCalendar calendar, string? region)
    {
        while (!calendar.IsWorkingDay(day, region))
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
