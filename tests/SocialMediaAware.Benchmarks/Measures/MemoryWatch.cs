using System.Diagnostics;

namespace SocialMediaAware.Benchmarks.Measures;

/// <summary>Looks many times a second how much memory this process holds, after what it held before was let go.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly Timer timer;
    private long most;

    public MemoryWatch()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        timer = new Timer(_ => Look(), null, TimeSpan.Zero, Interval);
    }

    /// <summary>The most that was seen, in bytes.</summary>
    public long MostBytes
    {
        get
        {
            Look();
            return Interlocked.Read(ref most);
        }
    }

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        using var process = Process.GetCurrentProcess();
        var now = process.WorkingSet64;
        if (now > Interlocked.Read(ref most))
        {
            Interlocked.Exchange(ref most, now);
        }
    }
}
