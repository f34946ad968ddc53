using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Audit;

/// <summary>What is looked for in the audit log.</summary>
/// <param name="Action">One action only.</param>
/// <param name="From">The first day, as a New Zealand date.</param>
/// <param name="Until">The last day.</param>
/// <param name="Before">The entry after whose place in the list to go on.</param>
public sealed record AuditSearch(string? Action, DateOnly? From, DateOnly? Until, Guid? Before);

/// <summary>A line of the audit log.</summary>
public sealed record AuditLine(
    Guid Id,
    DateTimeOffset At,
    string? Who,
    string Action,
    string Subject,
    string Detail,
    string? Agency
);

/// <summary>
/// Reads the audit log a page at a time, newest first. Each agency is asked for as many entries as a page holds, along its index, and
/// the newest of them all are shown: how long the log is makes no difference.
/// </summary>
public sealed class AuditPages(PortalDbContext database, SignedIn signedIn, TimeProvider clock)
{
    /// <summary>How many entries a page holds.</summary>
    public const int PageLength = 50;

    /// <summary>Reads a page, and whether there are older entries.</summary>
    public async Task<(IReadOnlyList<AuditLine> Lines, bool HasOlder)> ReadAsync(
        AuditSearch search,
        CancellationToken cancellationToken
    )
    {
        var last = await PlaceOfAsync(search.Before, cancellationToken);
        var sought = signedIn
            .ReadableAgencies()
            .Select(agencyId =>
                database
                    .AuditEntries.Where(entry => entry.AgencyId == agencyId)
                    .Of(search.Action)
                    .Between(StartOf(search.From), StartOf(search.Until?.AddDays(1)))
                    .OlderThan(last)
                    .Newest(PageLength + 1)
            )
            .ToList();
        if (sought.Count == 0)
        {
            return ([], false);
        }

        var newest = sought.Aggregate((all, next) => all.Concat(next)).Newest(PageLength + 1);
        var lines = await Described(newest).ToListAsync(cancellationToken);
        return (lines.Take(PageLength).ToList(), lines.Count > PageLength);
    }

    private IQueryable<AuditLine> Described(IQueryable<AuditEntry> entries)
    {
        var today = clock.Today();
        return entries
            .OrderByDescending(entry => entry.At)
            .ThenByDescending(entry => entry.Id)
            .Select(entry => new AuditLine(
                entry.Id,
                entry.At,
                database
                    .Users.Where(account => account.Id == entry.AccountId)
                    .Select(account =>
                        // Whoever died is named nowhere: which account it was stays known.
                        database.People.Any(person =>
                            person.Id == account.PersonId && person.DiedOn != null
                        )
                            ? "Account " + account.Id.ToString()
                            : database
                                .PersonNames.HoldingOn(today)
                                .Where(name => name.PersonId == account.PersonId)
                                .Select(name => name.Name)
                                .FirstOrDefault()
                                ?? account.Email
                    )
                    .FirstOrDefault(),
                entry.Action,
                entry.Subject,
                entry.Detail,
                database
                    .Agencies.Where(agency => agency.Id == entry.AgencyId)
                    .Select(agency => agency.ShortName)
                    .FirstOrDefault()
            ));
    }

    private async Task<(DateTimeOffset At, Guid Id)?> PlaceOfAsync(
        Guid? entryId,
        CancellationToken cancellationToken
    )
    {
        var place = await database
            .AuditEntries.Where(entry => entry.Id == entryId)
            .Select(entry => new { entry.At, entry.Id })
            .SingleOrDefaultAsync(cancellationToken);
        return place is null ? null : (place.At, place.Id);
    }

    private static DateTimeOffset? StartOf(DateOnly? day) => day?.StartInNewZealand();
}
