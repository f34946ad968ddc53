using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>Questions about attestations.</summary>
public static class AttestationQueries
{
    /// <summary>A person's own, in whichever agency: what they signed stays theirs after they left.</summary>
    public static IQueryable<Attestation> OwnedBy(
        this IQueryable<Attestation> attestations,
        Guid personId
    ) =>
        attestations
            .IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(attestation => attestation.PersonId == personId);

    /// <summary>Those that ended these assignments.</summary>
    public static IQueryable<Attestation> EndingAnyOf(
        this IQueryable<Attestation> attestations,
        IReadOnlyCollection<Guid> assignmentIds
    ) => attestations.Where(attestation => assignmentIds.Contains(attestation.AssignmentId));

    /// <summary>The newest first.</summary>
    public static IQueryable<Attestation> NewestFirst(this IQueryable<Attestation> attestations) =>
        attestations.OrderByDescending(attestation => attestation.LedgerIndex);
}
