using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>What a report is about: a unit with all below it, in one agency.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Tree">Its units on the day, as they were known.</param>
/// <param name="Unit">The unit; the root for the whole agency.</param>
/// <param name="Choices">The trees that the reader may choose from, one for each of their agencies.</param>
/// <param name="IsUnitOfAnotherDay">Whether the unit that was asked about was not there on the day, and its agency stands for it.</param>
public sealed record ReportPlace(
    Guid AgencyId,
    UnitTree Tree,
    UnitNode Unit,
    IReadOnlyList<UnitTree> Choices,
    bool IsUnitOfAnotherDay = false
)
{
    /// <summary>Whether it is about a whole agency.</summary>
    public bool IsWholeAgency => Unit == Tree.Root;

    /// <summary>What a unit was called; the agency's name for one that was not in the tree of the day.</summary>
    public string NameOf(Guid? unitId) =>
        (unitId is { } id ? Tree.Find(id) : null)?.Name ?? Tree.Root.Name;
}

/// <summary>Finds the unit that a report is asked about, among those that the reader may see.</summary>
public sealed class ReportPlaces(PortalDbContext database, SignedIn signedIn)
{
    /// <summary>The unit that an address names, or the reader's first agency when it names none.</summary>
    /// <param name="unit">What the address names.</param>
    /// <param name="day">The day whose units are meant.</param>
    /// <param name="knownAt">What was known at this instant (UTC) of that day: a unit renamed later has the name it had.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null when there is no such unit for this reader: another agency's is as unknown as a mistyped one.</returns>
    public async Task<ReportPlace?> FindAsync(
        string? unit,
        DateOnly day,
        DateTimeOffset knownAt,
        CancellationToken cancellationToken
    )
    {
        var trees = await TreesAsync(day, knownAt, cancellationToken);
        if (string.IsNullOrEmpty(unit))
        {
            return trees.Count == 0 ? null : At(trees[0], trees[0].Root, trees);
        }

        if (!Guid.TryParse(unit, out var unitId))
        {
            return null;
        }

        if (trees.FirstOrDefault(tree => tree.Find(unitId) is not null) is { } found)
        {
            return At(found, found.Find(unitId)!, trees);
        }

        var agencyIds = trees.Select(tree => tree.Root.Id).ToArray();
        var agencyId = await database
            .Units.Where(one => one.Id == unitId && agencyIds.Contains(one.AgencyId))
            .Select(one => (Guid?)one.AgencyId)
            .SingleOrDefaultAsync(cancellationToken);
        return trees.FirstOrDefault(tree => tree.Root.Id == agencyId) is { } agency
            ? At(agency, agency.Root, trees) with
            {
                IsUnitOfAnotherDay = true,
            }
            : null;
    }

    private static ReportPlace At(UnitTree tree, UnitNode unit, IReadOnlyList<UnitTree> trees) =>
        new(tree.Root.Id, tree, unit, trees);

    private async Task<IReadOnlyList<UnitTree>> TreesAsync(
        DateOnly day,
        DateTimeOffset knownAt,
        CancellationToken cancellationToken
    )
    {
        var agencyIds = signedIn
            .AgenciesAs(PortalRole.HumanResources)
            .Union(signedIn.AgenciesAs(PortalRole.Auditor))
            .ToArray();
        var agencies = await database
            .Agencies.Where(agency => agencyIds.Contains(agency.Id))
            .Select(agency => new { agency.Id, Name = agency.ShortName })
            .ToListAsync(cancellationToken);
        var facts = await database
            .UnitFacts.HoldingOn(day, knownAt)
            .Where(fact => agencyIds.Contains(fact.AgencyId))
            .Select(fact => new
            {
                fact.AgencyId,
                fact.UnitId,
                fact.Name,
                fact.ParentUnitId,
            })
            .ToListAsync(cancellationToken);
        var units = facts.ToLookup(fact => fact.AgencyId);
        return
        [
            .. agencies
                .Select(agency => new UnitTree(
                    agency.Id,
                    units[agency.Id]
                        .Select(fact => (fact.UnitId, fact.Name, fact.ParentUnitId))
                        // Before the portal knew of it, the agency stands alone, by its name.
                        .Append((agency.Id, agency.Name, null))
                ))
                .OrderBy(tree => tree.Root.Name, StringComparer.Ordinal),
        ];
    }
}
