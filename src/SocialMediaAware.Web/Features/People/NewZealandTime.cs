namespace SocialMediaAware.Web.Features.People;

/// <summary>Dates are New Zealand dates; instants are UTC.</summary>
public static class NewZealandTime
{
    private const string Zone = "Pacific/Auckland";

    /// <summary>The date in New Zealand now.</summary>
    public static DateOnly Today(this TimeProvider clock) => clock.GetUtcNow().NewZealandDate();

    /// <summary>The date in New Zealand at an instant.</summary>
    public static DateOnly NewZealandDate(this DateTimeOffset instant) =>
        DateOnly.FromDateTime(instant.InNewZealand().DateTime);

    /// <summary>The instant at which a New Zealand date begins.</summary>
    public static DateTimeOffset StartInNewZealand(this DateOnly day) =>
        InstantOf(day, TimeOnly.MinValue);

    /// <summary>The instant at which it is nine o'clock in the morning of a New Zealand date.</summary>
    public static DateTimeOffset MorningInNewZealand(this DateOnly day) =>
        InstantOf(day, new TimeOnly(9, 0));

    /// <summary>The instant on a New Zealand clock.</summary>
    public static DateTimeOffset InNewZealand(this DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(Zone));

    private static DateTimeOffset InstantOf(DateOnly day, TimeOnly time)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Zone);
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
