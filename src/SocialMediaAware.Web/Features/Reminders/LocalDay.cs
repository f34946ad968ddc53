namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>The day where a person is, and the hours of it in which they may be written to.</summary>
/// <param name="Date">The date there.</param>
/// <param name="IsInHours">Whether it is between eight and five o'clock there.</param>
/// <param name="BeginsAt">When eight o'clock is there (UTC).</param>
/// <param name="EndsAt">When five o'clock is there (UTC).</param>
public sealed record LocalDay(
    DateOnly Date,
    bool IsInHours,
    DateTimeOffset BeginsAt,
    DateTimeOffset EndsAt
)
{
    private const string DefaultZone = "Pacific/Auckland";
    private static readonly TimeOnly Begin = new(8, 0);
    private static readonly TimeOnly End = new(17, 0);

    /// <summary>The day at an instant in a zone; New Zealand's for a zone that is not known.</summary>
    public static LocalDay At(DateTimeOffset now, string timeZone)
    {
        var zone = ZoneOf(timeZone);
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var day = On(date, zone);
        return day with { IsInHours = now >= day.BeginsAt && now < day.EndsAt };
    }

    /// <summary>A date in a zone, at no hour in particular.</summary>
    public static LocalDay On(DateOnly date, string timeZone) => On(date, ZoneOf(timeZone));

    private static LocalDay On(DateOnly date, TimeZoneInfo zone) =>
        new(date, IsInHours: false, InstantOf(date, Begin, zone), InstantOf(date, End, zone));

    // Clocks are put forward and back at night: these hours are there once, everywhere.
    private static DateTimeOffset InstantOf(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static TimeZoneInfo ZoneOf(string timeZone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var found)
            ? found
            : TimeZoneInfo.FindSystemTimeZoneById(DefaultZone);
}
