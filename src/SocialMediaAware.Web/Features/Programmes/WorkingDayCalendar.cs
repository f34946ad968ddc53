using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>
/// Counts working days: days of the week on which a person works, but not national public holidays (the day kept, where one moves
/// to a weekday), nor the anniversary day of their region.
/// </summary>
public sealed class WorkingDayCalendar(IEnumerable<Holiday> holidays)
{
    private readonly HashSet<(DateOnly Day, string Region)> daysOff =
    [
        .. holidays.Select(holiday => (holiday.Date, holiday.Region)),
    ];

    /// <summary>Whether somebody works on a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="pattern">When they work; a region alone says Monday to Friday.</param>
    public bool IsWorkingDay(DateOnly day, WorkPattern pattern) =>
        pattern.Includes(day.DayOfWeek)
        && !daysOff.Contains((day, Holiday.National))
        && (pattern.Region is null || !daysOff.Contains((day, pattern.Region)));

    /// <summary>
    /// The day that is a number of working days after a start. The first working day after the start counts as 1, the start itself
    /// never counts: three working days from a Monday is Thursday, one from a Friday, Saturday or Sunday is Monday.
    /// </summary>
    /// <param name="start">The day that does not count.</param>
    /// <param name="workingDays">How many, 0 or more; 0 gives the start itself.</param>
    /// <param name="pattern">When somebody works; a region alone says Monday to Friday.</param>
    public DateOnly AddWorkingDays(DateOnly start, int workingDays, WorkPattern pattern)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var day = start;
        for (var left = workingDays; left > 0; )
        {
            day = day.AddDays(1);
            left -= IsWorkingDay(day, pattern) ? 1 : 0;
        }

        return day;
    }

    /// <summary>The latest working day that is a number of working days before a day, counted the same way backwards.</summary>
    public DateOnly SubtractWorkingDays(DateOnly from, int workingDays, WorkPattern pattern)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var day = from;
        for (var left = workingDays; left > 0; )
        {
            day = day.AddDays(-1);
            left -= IsWorkingDay(day, pattern) ? 1 : 0;
        }

        return day;
    }

    /// <summary>The day itself if it is a working day, otherwise the working day before it.</summary>
    public DateOnly OnOrBefore(DateOnly day, WorkPattern pattern)
    {
        while (!IsWorkingDay(day, pattern))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>How many working days lie after a day and up to another, which counts: the reverse of <see cref="AddWorkingDays" />.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly upTo, WorkPattern pattern)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= upTo; day = day.AddDays(1))
        {
            count += IsWorkingDay(day, pattern) ? 1 : 0;
        }

        return count;
    }
}
