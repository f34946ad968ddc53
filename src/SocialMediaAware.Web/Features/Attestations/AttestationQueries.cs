using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>Questions about attestations.</summary>
public static class AttestationQueries
{
    /// <summary>
    /// A person's own, in whichever agency: what they signed stays theirs after they left, and also what they signed while they were
    /// held a second time.
    /// </summary>
    /// <param name="attestations">The attestations.</param>
    /// <param name="personId">The person.</param>
    /// <param name="people">The people, to see who turned out to be this one.</param>
    public static IQueryable<Attestation> OwnedBy(
        this IQueryable<Attestation> attestations,
        Guid personId,
        IQueryable<Person> people
    ) =>
        attestations
            .IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(attestation =>
                people
                    .Where(person => person.Id == personId || person.MergedIntoId == personId)
                    .Select(person => person.Id)
                    .Contains(attestation.PersonId)
            );

    /// <summary>
    /// What people signed, those things too that they signed while they were held a second time: each counts for the person that is
    /// kept. The caller adds what else it asks for.
    /// </summary>
    public static async Task<List<Attestation>> ReadOfAsync(
        this IQueryable<Attestation> attestations,
        Guid[] personIds,
        IQueryable<Person> people,
        CancellationToken cancellationToken
    )
    {
        var merged = await people
            .Where(person =>
                person.MergedIntoId != null
                && EF.Parameter(personIds).Contains(person.MergedIntoId.Value)
            )
            .ToDictionaryAsync(
                person => person.Id,
                person => person.MergedIntoId!.Value,
                cancellationToken
            );
        Guid[] ids = [.. personIds, .. merged.Keys];
        var found = await attestations
            .AsNoTracking()
            .Include(attestation => attestation.Modules)
            .Where(attestation => EF.Parameter(ids).Contains(attestation.PersonId))
            .ToListAsync(cancellationToken);
        foreach (var attestation in found)
        {
            if (merged.TryGetValue(attestation.PersonId, out var keptId))
            {
                attestation.CountAs(keptId);
            }
        }

        return found;
    }

    /// <summary>Those that ended these assignments.</summary>
    public static IQueryable<Attestation> EndingAnyOf(
        this IQueryable<Attestation> attestations,
        IReadOnlyCollection<Guid> assignmentIds
    ) => attestations.Where(attestation => assignmentIds.Contains(attestation.AssignmentId));

    /// <summary>The newest first.</summary>
    public static IQueryable<Attestation> NewestFirst(this IQueryable<Attestation> attestations) =>
        attestations.OrderByDescending(attestation => attestation.LedgerIndex);
}
