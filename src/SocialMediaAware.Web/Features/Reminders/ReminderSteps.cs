using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>Says which step of reminding is due. Computed from dates alone, so that a missed day loses nothing and repeats nothing.</summary>
public static class ReminderSteps
{
    private const int DaysBefore = 7;
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
    public static ReminderStepKind? LatestOn(
        DateOnly opensOn,
        DateOnly dueOn,
        AssignmentStatus status,
        DateOnly today,
        WorkingDayCalendar calendar,
        string? region
    )
    {
        if (status is not (AssignmentStatus.Open or AssignmentStatus.Overdue))
        {
            return null;
        }

        ReminderStepKind? latest = null;
        foreach (var (kind, day) in DaysOf(opensOn, dueOn, calendar, region))
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
    /// would come on the day of an earlier one, or before it, takes its place.
    /// </summary>
    public static IReadOnlyList<(ReminderStepKind Kind, DateOnly Day)> DaysOf(
        DateOnly opensOn,
        DateOnly dueOn,
        WorkingDayCalendar calendar,
        string? region
    )
    {
        var opened = OnOrAfter(opensOn, calendar, region);
        var days = new List<(ReminderStepKind, DateOnly)> { (ReminderStepKind.Opened, opened) };
        var before = OnOrAfter(dueOn.AddDays(-DaysBefore), calendar, region);
        if (before > opened)
        {
            days.Add((ReminderStepKind.SevenDaysBefore, before));
        }

        days.Add((ReminderStepKind.OnTheDay, OnOrAfter(dueOn, calendar, region)));
        for (
            var kind = ReminderStepKind.OverdueOneWeek;
            kind <= ReminderStepKind.OverdueFourWeeks;
            kind++
        )
        {
            var weeks = kind - ReminderStepKind.OnTheDay;
            var day = dueOn.AddDays(weeks * DaysOfAWeek);
            days.Add((kind, OnOrAfter(day, calendar, region)));
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
