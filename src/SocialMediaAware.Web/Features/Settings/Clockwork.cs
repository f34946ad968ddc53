namespace SocialMediaAware.Web.Features.Settings;

/// <summary>
/// Whether this process still does by itself what it should. It goes by time that passes in the world, not by the portal's clock,
/// which can be moved.
/// </summary>
public sealed class Clockwork(TimeProvider clock)
{
    /// <summary>Something runs every minute: after so long a silence nothing does any more.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(30);

    private long lastTick = clock.GetTimestamp();

    /// <summary>For how long nothing has begun or ended by itself.</summary>
    public TimeSpan Silence => clock.GetElapsedTime(Volatile.Read(ref lastTick));

    /// <summary>Whether it stands still.</summary>
    public bool StandsStill => Silence > LongestSilence;

    internal void Tick() => Volatile.Write(ref lastTick, clock.GetTimestamp());
}
