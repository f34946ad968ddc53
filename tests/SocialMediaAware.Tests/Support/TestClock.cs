namespace SocialMediaAware.Tests.Support;

/// <summary>A clock that stands still until it is moved.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now;

    /// <summary>Monday 16 November 2026, 10:00 in New Zealand.</summary>
    public static TestClock OnAMonday() =>
        new(new DateTimeOffset(2026, 11, 15, 21, 0, 0, TimeSpan.Zero));

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Time that passes is time that tests let pass.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now.UtcTicks;

    /// <summary>Moves the clock on.</summary>
    public void Move(TimeSpan by) => now += by;

    /// <summary>Moves the clock to ten o'clock in the morning of a New Zealand date.</summary>
    public void MoveTo(DateOnly day)
    {
        var local = day.ToDateTime(new TimeOnly(10, 0));
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland");
        now = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
