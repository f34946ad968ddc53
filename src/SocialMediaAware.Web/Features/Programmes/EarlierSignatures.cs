using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>Has assignments count as signed for which everything was signed before: whoever signed the same major versions lately.</summary>
public sealed class EarlierSignatures(PortalDbContext database, TimeProvider clock)
{
    /// <summary>Signs those of them that are met. The caller saves.</summary>
    public async Task CountAsync(
        IReadOnlyCollection<Assignment> assignments,
        CancellationToken cancellationToken
    )
    {
        if (assignments.Count == 0)
        {
            return;
        }

        var personIds = assignments.Select(assignment => assignment.PersonId).Distinct().ToArray();
        var since = assignments
            .Min(assignment => assignment.OpensOn)
            .AddDays(-Assignment.FreshnessDays)
            .StartInNewZealand();
        var attestations = await database
            .Attestations.Where(attestation => attestation.SignedAt >= since)
            .ReadOfAsync(personIds, database.People, cancellationToken);
        var byPerson = attestations.ToLookup(attestation => attestation.SignerId);
        foreach (
            var assignment in assignments.Where(assignment =>
                !assignment.IsEnded
                && Attestation.CountFor(assignment, [.. byPerson[assignment.PersonId]])
            )
        )
        {
            assignment.Sign(clock.GetUtcNow());
        }
    }
}
