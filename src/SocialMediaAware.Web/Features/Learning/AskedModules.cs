using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.OutsideLearning;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>Reads what assignments ask of the person whose they are, over the walls, in a handful of queries however many there are.</summary>
public sealed class AskedModules(
    PortalDbContext database,
    ContentStore content,
    OutsideStandings outsideStandings
)
{
    /// <summary>Reads what one assignment asks.</summary>
    public async Task<Asked> ReadAsync(
        Assignment assignment,
        CancellationToken cancellationToken
    ) => (await ReadAsync([assignment], cancellationToken)).Single();

    /// <summary>Reads what several assignments of one person ask, in their order.</summary>
    public async Task<IReadOnlyList<Asked>> ReadAsync(
        IReadOnlyList<Assignment> assignments,
        CancellationToken cancellationToken
    )
    {
        if (assignments.Count == 0)
        {
            return [];
        }

        Guid[] programmeIds =
        [
            .. assignments.Select(assignment => assignment.ProgrammeId).Distinct(),
        ];
        var programmes = await database
            .Programmes.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(programme => programmeIds.Contains(programme.Id))
            .Select(programme => new
            {
                programme.Id,
                programme.Name,
                programme.Kind,
            })
            .ToDictionaryAsync(programme => programme.Id, cancellationToken);
        var begun = await ReadBegunAsync(assignments, cancellationToken);
        var attestations = await database
            .Attestations.OwnedBy(assignments[0].PersonId, database.People)
            .AsNoTracking()
            .Include(attestation => attestation.Modules)
            .OrderByDescending(attestation => attestation.SignedAt)
            .ToListAsync(cancellationToken);
        attestations.ForEach(attestation => attestation.CountAs(assignments[0].PersonId));
        var outside = await outsideStandings.ReadAsync(assignments, cancellationToken);
        return
        [
            .. assignments.Select(assignment =>
            {
                var programme = programmes[assignment.ProgrammeId];
                var others = attestations.FindAll(each => each.AssignmentId != assignment.Id);
                return new Asked(
                    assignment,
                    programme.Name,
                    programme.Kind,
                    [
                        .. assignment
                            .Modules.OrderBy(module => module.Order)
                            .Select(module =>
                                Of(
                                    module,
                                    assignment,
                                    programme.Kind,
                                    begun.GetValueOrDefault((assignment.Id, module.ModuleSlug)),
                                    others,
                                    outside
                                )
                            ),
                    ]
                );
            }),
        ];
    }

    private AskedModule Of(
        AssignmentModule asked,
        Assignment assignment,
        ProgrammeKind kind,
        ContentVersion? begun,
        List<Attestation> newestFirst,
        OutsideStanding outside
    )
    {
        var signed = newestFirst.Find(attestation =>
            attestation.Modules.Any(module => module.ModuleSlug == asked.ModuleSlug)
        );
        var before = signed is null ? null : SignedIn(signed, asked.ModuleSlug);
        var counting = assignment.IsEnded
            ? null
            : newestFirst.Find(attestation => attestation.CountsFor(assignment, asked));
        var toRead = VersionToRead.Of(content.Library, asked, begun);
        var isAsked = toRead is not null && counting is null;
        var met = isAsked
            ? outside.Find(assignment, asked.ModuleSlug, toRead!.Version.Major)
            : null;
        return new AskedModule
        {
            Slug = asked.ModuleSlug,
            Content = toRead,
            Outside = met,
            OutsideOffer = isAsked
                ? outside.FindOffer(assignment, asked.ModuleSlug, toRead!.Version.Major)
                : null,
            Begun = begun,
            Before = before,
            BeforeText = before is null
                ? null
                : content.Library.FindVersion(asked.ModuleSlug, before.Version),
            Counted = counting is null ? null : SignedIn(counting, asked.ModuleSlug),
            // Onboarding asks for everything, but not again for what somebody who moved signed for another agency.
            IsRefreshed =
                before is not null
                && (kind != ProgrammeKind.Onboarding || signed!.AgencyId != assignment.AgencyId)
                && counting is null
                && met is null,
        };
    }

    private static SignedEarlier? SignedIn(Attestation attestation, string moduleSlug) =>
        attestation.Modules.FirstOrDefault(module => module.ModuleSlug == moduleSlug) is { } signed
            ? new SignedEarlier(
                signed.Title,
                new ContentVersion(signed.Major, signed.Minor),
                attestation.SignedAt,
                signed.ContentHash
            )
            : null;

    private async Task<
        Dictionary<(Guid AssignmentId, string ModuleSlug), ContentVersion?>
    > ReadBegunAsync(IReadOnlyList<Assignment> assignments, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. assignments.Select(assignment => assignment.Id)];
        var readings = await database
            .Readings.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(reading => ids.Contains(reading.AssignmentId))
            .Select(reading => new
            {
                reading.AssignmentId,
                reading.ModuleSlug,
                reading.Major,
                reading.Minor,
            })
            .ToListAsync(cancellationToken);
        return readings.ToDictionary(
            reading => (reading.AssignmentId, reading.ModuleSlug),
            reading => (ContentVersion?)new ContentVersion(reading.Major, reading.Minor)
        );
    }
}
