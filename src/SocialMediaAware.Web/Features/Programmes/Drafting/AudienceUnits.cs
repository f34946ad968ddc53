using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Reads what audiences ask about units.</summary>
public sealed class AudienceUnits(PortalDbContext database, TimeProvider clock)
{
    /// <summary>The units of an agency today.</summary>
    public async Task<UnitTree> TreeAsync(Guid agencyId, CancellationToken cancellationToken)
    {
        var trees = await database
            .UnitFacts.HoldingOn(clock.Today())
            .Where(fact => fact.AgencyId == agencyId)
            .ReadTreesAsync(cancellationToken);
        return trees.GetValueOrDefault(agencyId) ?? new(agencyId, []);
    }

    /// <summary>What the units of some audiences are called, whether they are there today or not.</summary>
    /// <param name="agency">The agency's short name.</param>
    /// <param name="audiences">The audiences.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<AudienceNames> NamesAsync(
        string agency,
        IEnumerable<ProgrammeAudience> audiences,
        CancellationToken cancellationToken
    )
    {
        var ids = audiences
            .SelectMany(audience => audience.Groups)
            .SelectMany(group => group.Units)
            .Select(unit => unit.UnitId)
            .Distinct()
            .ToArray();
        var today = clock.Today();
        var facts = await database
            .UnitFacts.Believed()
            .Where(fact => ids.Contains(fact.UnitId) && fact.HoldsFrom <= today)
            .Select(fact => new
            {
                fact.UnitId,
                fact.Name,
                fact.HoldsFrom,
                IsHere = fact.HoldsUntil == null || fact.HoldsUntil > today,
            })
            .ToListAsync(cancellationToken);
        var newest = facts
            .GroupBy(fact => fact.UnitId)
            .Select(unit => unit.MaxBy(fact => fact.HoldsFrom)!)
            .ToList();
        return new(
            agency,
            newest.ToDictionary(unit => unit.UnitId, unit => unit.Name),
            ids.Except(newest.Where(unit => unit.IsHere).Select(unit => unit.UnitId)).ToHashSet()
        );
    }
}
