using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>The hours in which people are written to: eight to five where they are, on days that are worked there.</summary>
public static class DecentHours
{
    /// <summary>Now, or the beginning of the next such hours.</summary>
    /// <param name="now">Now.</param>
    /// <param name="timeZone">The reader's zone; New Zealand's for one that is not known.</param>
    /// <param name="region">The reader's region; null for none known.</param>
    /// <param name="calendar">Which days are worked.</param>
    public static DateTimeOffset NextFrom(
        DateTimeOffset now,
        string timeZone,
        string? region,
        WorkingDayCalendar calendar
    )
    {
        var day = LocalDay.At(now, timeZone);
        if (day.IsInHours && calendar.IsWorkingDay(day.Date, region))
        {
            return now;
        }

        var date = now < day.BeginsAt ? day.Date : day.Date.AddDays(1);
        while (!calendar.IsWorkingDay(date, region))
        {
            date = date.AddDays(1);
        }

        return LocalDay.On(date, timeZone).BeginsAt;
    }
}
