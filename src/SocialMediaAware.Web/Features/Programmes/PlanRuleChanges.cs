using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>Reads which rules changed materially, who signed older versions of them, and who is asked for them elsewhere anyway.</summary>
public sealed class PlanRuleChanges(PortalDbContext database, ContentStore content)
{
    /// <summary>The changes, by programme. A rule changed when the agency confirmed a major version after the first.</summary>
    internal async Task<IReadOnlyDictionary<Guid, IReadOnlyList<PlannedRuleChange>>> ReadAsync(
        IReadOnlyCollection<PlannableProgramme> programmes,
        Guid? onlyPersonId,
        CancellationToken cancellationToken
    )
    {
        var changes = new Dictionary<Guid, IReadOnlyList<PlannedRuleChange>>();
        foreach (var programme in programmes.Where(one => one.Kind is ProgrammeKind.PolicyChange))
        {
            var ofProgramme = new List<PlannedRuleChange>();
            foreach (
                var (slug, major, inForceOn) in await InForceAsync(programme, cancellationToken)
            )
            {
                ofProgramme.Add(
                    new(
                        slug,
                        major,
                        inForceOn,
                        await SignedMajorsAsync(slug, onlyPersonId, cancellationToken),
                        await CoveredElsewhereAsync(
                            programme,
                            slug,
                            onlyPersonId,
                            cancellationToken
                        )
                    )
                );
            }

            changes[programme.Id] = ofProgramme;
        }

        return changes;
    }

    private async Task<List<(string Slug, int Major, DateOnly InForceOn)>> InForceAsync(
        PlannableProgramme programme,
        CancellationToken cancellationToken
    )
    {
        var confirmations = await database
            .RuleConfirmations.Where(confirmation =>
                confirmation.AgencyId == programme.AgencyId
                && programme.ModuleSlugs.Contains(confirmation.ModuleSlug)
                && confirmation.Major > 1
            )
            .Select(confirmation => new
            {
                confirmation.ModuleSlug,
                confirmation.Major,
                confirmation.ConfirmedAt,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. confirmations
                .Where(confirmation =>
                    content.Library.FindPublished(confirmation.ModuleSlug) is { } module
                    && confirmation.Major <= module.Version.Major
                )
                .GroupBy(confirmation => confirmation.ModuleSlug)
                .Select(module => module.MaxBy(confirmation => confirmation.Major)!)
                .OrderBy(newest => newest.ModuleSlug, StringComparer.Ordinal)
                .Select(newest =>
                    (newest.ModuleSlug, newest.Major, newest.ConfirmedAt.NewZealandDate())
                ),
        ];
    }

    // Signatures are a person's own, in whatever agency they were given.
    private async Task<Dictionary<Guid, int>> SignedMajorsAsync(
        string slug,
        Guid? onlyPersonId,
        CancellationToken cancellationToken
    )
    {
        var signed = await database
            .Attestations.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(attestation =>
                onlyPersonId == null
                || attestation.PersonId == onlyPersonId
                || database.People.Any(person =>
                    person.Id == attestation.PersonId && person.MergedIntoId == onlyPersonId
                )
            )
            .SelectMany(
                attestation => attestation.Modules,
                (attestation, module) =>
                    new
                    {
                        attestation.PersonId,
                        module.ModuleSlug,
                        module.Major,
                    }
            )
            .Where(module => module.ModuleSlug == slug)
            .GroupBy(module => module.PersonId)
            .Select(person => new
            {
                PersonId = person.Key,
                Major = person.Max(module => module.Major),
            })
            .ToListAsync(cancellationToken);
        // What was signed under an id that was merged into another counts for that one.
        var merged = await database
            .People.Where(person => person.MergedIntoId != null)
            .ToDictionaryAsync(
                person => person.Id,
                person => person.MergedIntoId!.Value,
                cancellationToken
            );
        return signed
            .GroupBy(person => merged.GetValueOrDefault(person.PersonId, person.PersonId))
            .ToDictionary(person => person.Key, person => person.Max(one => one.Major));
    }

    private async Task<HashSet<Guid>> CoveredElsewhereAsync(
        PlannableProgramme programme,
        string slug,
        Guid? onlyPersonId,
        CancellationToken cancellationToken
    ) =>
        [
            .. await database
                .Assignments.Where(assignment =>
                    assignment.AgencyId == programme.AgencyId
                    && assignment.ProgrammeId != programme.Id
                    && (onlyPersonId == null || assignment.PersonId == onlyPersonId)
                    && assignment.SignedAt == null
                    && assignment.DeclinedAt == null
                    && assignment.SupersededAt == null
                    && assignment.LeftAt == null
                    && assignment.Modules.Any(module => module.ModuleSlug == slug)
                )
                .Select(assignment => assignment.PersonId)
                .Distinct()
                .ToListAsync(cancellationToken),
        ];
}
