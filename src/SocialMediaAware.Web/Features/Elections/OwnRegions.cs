using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>The regions in which somebody works today.</summary>
/// <param name="ByAgency">The regions of their placements, by agency.</param>
/// <param name="SeesAllOf">Agencies in which they look after others, and so see every election of the agency.</param>
public sealed record RegionsOfReader(ILookup<Guid, string> ByAgency, IReadOnlySet<Guid> SeesAllOf)
{
    /// <summary>Whether an election of these regions of an agency is told to them.</summary>
    public bool AreConcernedIn(Guid agencyId, IReadOnlyList<string> regions) =>
        SeesAllOf.Contains(agencyId) || ElectionChoice.Concerns(regions, [.. ByAgency[agencyId]]);
}

/// <summary>Reads the regions in which whoever is signed in works today.</summary>
public sealed class OwnRegions(PortalDbContext database, SignedIn signedIn, TimeProvider clock)
{
    // Staff and leaders are told of what concerns themselves.
    private static readonly PortalRole[] LookingAfterOthers =
    [
        PortalRole.HumanResources,
        PortalRole.ContentOwner,
        PortalRole.IntegrityAdviser,
        PortalRole.Auditor,
        PortalRole.Administrator,
    ];

    /// <summary>Reads them, in one query.</summary>
    public async Task<RegionsOfReader> ReadAsync(CancellationToken cancellationToken)
    {
        var personId = signedIn.PersonId ?? Guid.Empty;
        var rows = await database
            .Placements.HoldingOn(clock.Today())
            .Where(placement => placement.PersonId == personId && placement.Region != null)
            .Select(placement => new { placement.AgencyId, Region = placement.Region! })
            .ToListAsync(cancellationToken);
        return new(
            rows.ToLookup(row => row.AgencyId, row => row.Region),
            LookingAfterOthers.SelectMany(signedIn.AgenciesAs).ToHashSet()
        );
    }
}
