using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>What a report is about: a unit with all below it, in one agency.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Tree">Its units today.</param>
/// <param name="Unit">The unit; the root for the whole agency.</param>
/// <param name="Choices">The trees that the reader may choose from, one for each of their agencies.</param>
public sealed record ReportPlace(
    Guid AgencyId,
    UnitTree Tree,
    UnitNode Unit,
    IReadOnlyList<UnitTree> Choices
)
{
    /// <summary>Whether it is about a whole agency.</summary>
    public bool IsWholeAgency => Unit == Tree.Root;
}

/// <summary>Finds the unit that a report is asked about, among those that the reader may see.</summary>
public sealed class ReportPlaces(PortalDbContext database, SignedIn signedIn)
{
    /// <summary>The unit that an address names, or the reader's first agency when it names none.</summary>
    /// <returns>Null when there is no such unit for this reader: another agency's is as unknown as a mistyped one.</returns>
    public async Task<ReportPlace?> FindAsync(
        string? unit,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var trees = await TreesAsync(today, cancellationToken);
        if (string.IsNullOrEmpty(unit))
        {
            return trees.Count == 0
                ? null
                : new ReportPlace(trees[0].Root.Id, trees[0], trees[0].Root, trees);
        }

        var found = Guid.TryParse(unit, out var unitId)
            ? trees
                .Select(tree => (Tree: tree, Unit: tree.Find(unitId)))
                .FirstOrDefault(entry => entry.Unit is not null)
            : default;
        return found.Unit is null
            ? null
            : new ReportPlace(found.Tree.Root.Id, found.Tree, found.Unit, trees);
    }

    private async Task<IReadOnlyList<UnitTree>> TreesAsync(
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var agencyIds = signedIn
            .AgenciesAs(PortalRole.HumanResources)
            .Union(signedIn.AgenciesAs(PortalRole.Auditor))
            .ToArray();
        var facts = await database
            .UnitFacts.HoldingOn(today)
            .Where(fact => agencyIds.Contains(fact.AgencyId))
            .Select(fact => new
            {
                fact.AgencyId,
                fact.UnitId,
                fact.Name,
                fact.ParentUnitId,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. facts
                .GroupBy(fact => fact.AgencyId)
                .Select(agency => new UnitTree(
                    agency.Key,
                    agency.Select(fact => (fact.UnitId, fact.Name, fact.ParentUnitId))
                ))
                .OrderBy(tree => tree.Root.Name, StringComparer.Ordinal),
        ];
    }
}
