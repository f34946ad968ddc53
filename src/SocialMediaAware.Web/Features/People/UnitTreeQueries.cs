using Microsoft.EntityFrameworkCore;

namespace SocialMediaAware.Web.Features.People;

/// <summary>Plants trees of the facts about units.</summary>
public static class UnitTreeQueries
{
    /// <summary>The tree of each agency that these facts speak of, by the agency's id.</summary>
    /// <param name="facts">Facts that hold on one day.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<IReadOnlyDictionary<Guid, UnitTree>> ReadTreesAsync(
        this IQueryable<UnitFact> facts,
        CancellationToken cancellationToken
    )
    {
        var units = await facts
            .Select(fact => new
            {
                fact.AgencyId,
                fact.UnitId,
                fact.Name,
                fact.ParentUnitId,
            })
            .ToListAsync(cancellationToken);
        return units
            .GroupBy(unit => unit.AgencyId)
            .ToDictionary(
                agency => agency.Key,
                agency => new UnitTree(
                    agency.Key,
                    agency.Select(unit => (unit.UnitId, unit.Name, unit.ParentUnitId))
                )
            );
    }
}
