using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Audit;

/// <summary>Questions about the audit log.</summary>
public static class AuditQueries
{
    /// <summary>Entries of one action, where one is named.</summary>
    public static IQueryable<AuditEntry> Of(this IQueryable<AuditEntry> entries, string? action) =>
        action is null ? entries : entries.Where(entry => entry.Action == action);

    /// <summary>Entries from an instant on, where one is named, and before another.</summary>
    public static IQueryable<AuditEntry> Between(
        this IQueryable<AuditEntry> entries,
        DateTimeOffset? from,
        DateTimeOffset? until
    )
    {
        entries = from is null ? entries : entries.Where(entry => entry.At >= from);
        return until is null ? entries : entries.Where(entry => entry.At < until);
    }

    /// <summary>Entries older than another, in the order in which they are listed.</summary>
    public static IQueryable<AuditEntry> OlderThan(
        this IQueryable<AuditEntry> entries,
        (DateTimeOffset At, Guid Id)? last
    )
    {
        if (last is not var (at, id))
        {
            return entries;
        }

        // The first condition says nothing new, but an index can begin with it.
        return entries.Where(entry =>
            entry.At <= at && (entry.At < at || entry.Id.CompareTo(id) < 0)
        );
    }

    /// <summary>The newest entries.</summary>
    public static IQueryable<AuditEntry> Newest(this IQueryable<AuditEntry> entries, int count) =>
        entries
            .OrderByDescending(entry => entry.At)
            .ThenByDescending(entry => entry.Id)
            .Take(count);

    /// <summary>
    /// The agencies whose entries somebody may read; null among them stands for entries of the whole portal, which administrators read.
    /// </summary>
    public static IReadOnlyList<Guid?> ReadableAgencies(this SignedIn signedIn) =>
        [
            .. signedIn
                .AgenciesAs(PortalRole.Auditor)
                .Concat(signedIn.AgenciesAs(PortalRole.Administrator))
                .Distinct()
                .Select(id => (Guid?)id),
            .. signedIn.HasAnywhere(PortalRole.Administrator) ? new Guid?[] { null } : [],
        ];
}
