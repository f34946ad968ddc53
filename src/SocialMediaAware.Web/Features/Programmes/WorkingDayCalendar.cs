using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>
/// Counts working days: not Saturdays, Sundays, national public holidays (the day kept, where one moves to a weekday), nor the
/// anniversary day of a person's region.
/// </summary>
public sealed class WorkingDayCalendar(IEnumerable<Holiday> holidays)
{
    private readonly HashSet<(DateOnly Day, string Region)> daysOff =
    [
        .. holidays.Select(holiday => (holiday.Date, holiday.Region)),
    ];

    /// <summary>Whether somebody of a region works on a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="region">The region whose anniversary day they keep; null for none known.</param>
    public bool IsWorkingDay(DateOnly day, string? region) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !daysOff.Contains((day, Holiday.National))
        && (region is null || !daysOff.Contains((day, region)));

    /// <summary>
    /// The day that is a number of working days after a start. The first working day after the start counts as 1, the start itself
    /// never counts: three working days from a Monday is Thursday, one from a Friday, Saturday or Sunday is Monday.
    /// </summary>
    /// <param name="start">The day that does not count.</param>
    /// <param name="workingDays">How many, 0 or more; 0 gives the start itself.</param>
    /// <param name="region">The region whose anniversary day counts as a day off; null for none known.</param>
    public DateOnly AddWorkingDays(DateOnly start, int workingDays, string? region)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var day = start;
        for (var left = workingDays; left > 0; )
        {
            day = day.AddDays(1);
            left -= IsWorkingDay(day, region) ? 1 : 0;
        }

        return day;
    }

    /// <summary>The latest working day that is a number of working days before a day, counted the same way backwards.</summary>
    public DateOnly SubtractWorkingDays(DateOnly from, int workingDays, string? region)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var day = from;
        for (var left = workingDays; left > 0; )
        {
            day = day.AddDays(-1);
            left -= IsWorkingDay(day, region) ? 1 : 0;
        }

        return day;
    }

    /// <summary>The day itself if it is a working day, otherwise the working day before it.</summary>
    public DateOnly OnOrBefore(DateOnly day, string? region)
    {
        while (!IsWorkingDay(day, region))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>How many working days lie after a day and up to another, which counts: the reverse of <see cref="AddWorkingDays" />.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly upTo, string? region)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= upTo; day = day.AddDays(1))
        {
            count += IsWorkingDay(day, region) ? 1 : 0;
        }

        return count;
    }
}
