using System.Collections.Concurrent;

namespace SocialMediaAware.Web.Features.Reminders.Watching;

/// <summary>
/// What this process has found out about a day, so that nobody is asked about it every ten minutes: an agency's mail went, or none
/// was expected. After a restart it is found out once more.
/// </summary>
public sealed class WatchedDays
{
    private readonly ConcurrentDictionary<Guid, DateOnly> settled = [];

    /// <summary>Whether there is nothing more to find out.</summary>
    public bool IsSettled(Guid agencyId, DateOnly day) =>
        settled.TryGetValue(agencyId, out var last) && last == day;

    /// <summary>Nothing more is to be found out.</summary>
    public void Settle(Guid agencyId, DateOnly day) => settled[agencyId] = day;
}
