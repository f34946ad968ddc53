namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>The day where a person is, and the hours of it in which they may be written to.</summary>
/// <param name="Date">The date there.</param>
/// <param name="IsInHours">Whether it is between eight and five o'clock there.</param>
/// <param name="EndsAt">When five o'clock is there (UTC).</param>
public sealed record LocalDay(DateOnly Date, bool IsInHours, DateTimeOffset EndsAt)
{
    private const string DefaultZone = "Pacific/Auckland";
    private static readonly TimeOnly Begin = new(8, 0);
    private static readonly TimeOnly End = new(17, 0);

    /// <summary>The day at an instant in a zone; New Zealand's for a zone that is not known.</summary>
    public static LocalDay At(DateTimeOffset now, string timeZone)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var found)
            ? found
            : TimeZoneInfo.FindSystemTimeZoneById(DefaultZone);
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var date = DateOnly.FromDateTime(local);
        var time = TimeOnly.FromDateTime(local);
        // Clocks are put forward and back at night: five o'clock in the afternoon is there once, everywhere.
        var end = date.ToDateTime(End);
        return new LocalDay(
            date,
            time >= Begin && time < End,
            new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime()
        );
    }
}
