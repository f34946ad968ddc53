using System.Collections.Concurrent;

namespace SocialMediaAware.Web.Features.Settings;

/// <summary>The runs that are at work in this process: what the database shows as unfinished and is not among them was cut short.</summary>
public sealed class RunningJobs
{
    private readonly ConcurrentDictionary<Guid, bool> ids = [];

    /// <summary>Whether a run is at work here.</summary>
    public bool Contains(Guid runId) => ids.ContainsKey(runId);

    internal void Begin(Guid runId) => ids[runId] = true;

    internal void End(Guid runId) => ids.TryRemove(runId, out _);
}
