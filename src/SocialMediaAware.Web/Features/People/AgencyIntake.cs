using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People;

/// <summary>Takes the agencies that the content names into the database when the portal starts: new ones, and changed names.</summary>
public sealed class AgencyIntake(PortalDbContext database, ContentStore content, TimeProvider clock)
{
    // An agency is older than the portal: facts about earlier days need a root to hang on.
    private static readonly DateOnly LongAgo = new(1900, 1, 1);

    /// <summary>
    /// Takes them in, each with the root of its tree of units. Running it again changes nothing. An agency that the content no
    /// longer names stays: people and records hang on it.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var agencies = await database.Agencies.ToDictionaryAsync(
            agency => agency.Slug,
            cancellationToken
        );
        var rootFacts = await database
            .UnitFacts.Believed()
            .Where(fact => fact.ParentUnitId == null && fact.HoldsUntil == null)
            .ToDictionaryAsync(fact => fact.UnitId, cancellationToken);
        foreach (var entry in content.Library.Agencies)
        {
            if (agencies.TryGetValue(entry.Slug, out var agency))
            {
                agency.Rename(entry.Name, entry.ShortName, entry.NameMi);
                RenameRoot(agency, rootFacts.GetValueOrDefault(agency.Id));
            }
            else
            {
                Found(entry);
            }
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    private void Found(AgencyEntry entry)
    {
        var now = clock.GetUtcNow();
        var agency = Agency.Found(entry.Slug, entry.Name, entry.ShortName, entry.NameMi, now);
        var root = Unit.RootOf(agency.Id);
        database.Add(agency);
        database.Add(root);
        database.Add(UnitFact.Learn(root, entry.ShortName, parentUnitId: null, LongAgo, now));
    }

    private void RenameRoot(Agency agency, UnitFact? known)
    {
        if (known is null || known.Name == agency.ShortName)
        {
            return;
        }

        var now = clock.GetUtcNow();
        known.Unlearn(now);
        database.Add(
            UnitFact.Learn(
                Unit.RootOf(agency.Id),
                agency.ShortName,
                parentUnitId: null,
                known.HoldsFrom,
                now
            )
        );
    }
}
