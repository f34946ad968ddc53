using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Finds one position of a person that HR may change.</summary>
public static class PlacementLookUp
{
    /// <summary>The position; null when it is not theirs, not believed any more, or of an agency of others.</summary>
    public static Task<Placement?> FindOneAsync(
        this IQueryable<Placement> placements,
        OpenedRecord record,
        Guid placementId,
        CancellationToken cancellationToken
    )
    {
        var personId = record.Person.Id;
        var agencyIds = record.AgencyIds.ToArray();
        return placements
            .Believed()
            .SingleOrDefaultAsync(
                placement =>
                    placement.Id == placementId
                    && placement.PersonId == personId
                    && agencyIds.Contains(placement.AgencyId),
                cancellationToken
            );
    }
}
