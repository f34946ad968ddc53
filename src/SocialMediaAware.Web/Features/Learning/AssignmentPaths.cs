using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Quizzes;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>Reads the ways through a person's own assignments, over the walls, in five queries however many there are.</summary>
public sealed class AssignmentPaths(
    PortalDbContext database,
    ContentStore content,
    QuizStanding quizzes,
    TimeProvider clock
)
{
    /// <summary>The ways through what can be done today, the earliest due first.</summary>
    public async Task<IReadOnlyList<AssignmentPath>> ReadOpenAsync(
        Guid personId,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        return await ReadAsync(
            personId,
            assignment =>
                assignment.SignedAt == null
                && assignment.DeclinedAt == null
                && assignment.SupersededAt == null
                && assignment.LeftAt == null
                && assignment.OpensOn <= today,
            cancellationToken
        );
    }

    /// <summary>The way through one assignment; null when this person has no such assignment.</summary>
    public async Task<AssignmentPath?> ReadAsync(
        Guid personId,
        Guid assignmentId,
        CancellationToken cancellationToken
    ) =>
        (
            await ReadAsync(
                personId,
                assignment => assignment.Id == assignmentId,
                cancellationToken
            )
        ).SingleOrDefault();

    private async Task<IReadOnlyList<AssignmentPath>> ReadAsync(
        Guid personId,
        System.Linq.Expressions.Expression<Func<Assignment, bool>> which,
        CancellationToken cancellationToken
    )
    {
        var assignments = await database
            .Assignments.OwnedBy(personId)
            .AsNoTracking()
            .Include(assignment => assignment.Modules)
            .Where(which)
            .OrderBy(assignment => assignment.DueOn)
            .ThenBy(assignment => assignment.Id)
            .ToListAsync(cancellationToken);
        if (assignments.Count == 0)
        {
            return [];
        }

        var names = await ReadProgrammeNamesAsync(assignments, cancellationToken);
        var chosen = await ChooseVersionsAsync(assignments, cancellationToken);
        var opened = await ReadOpenedAsync(personId, cancellationToken);
        var standings = await quizzes.ReadAsync(
            personId,
            [
                .. chosen.Select(choice =>
                    (choice.AssignmentId, choice.Module.Slug, choice.Module.Version)
                ),
            ],
            cancellationToken
        );
        return
        [
            .. assignments.Select(assignment => new AssignmentPath(
                assignment,
                names[assignment.ProgrammeId],
                [
                    .. chosen
                        .Where(choice => choice.AssignmentId == assignment.Id)
                        .Select(choice => new PathModule(
                            choice.Module,
                            choice.Begun,
                            OpenedIn(choice.Module, opened),
                            standings[(assignment.Id, choice.Module.Slug)],
                            choice.Begun is { } begun
                                ? content.Library.FindVersion(choice.Module.Slug, begun)
                                : null
                        )),
                ]
            )),
        ];
    }

    private async Task<Dictionary<Guid, string>> ReadProgrammeNamesAsync(
        List<Assignment> assignments,
        CancellationToken cancellationToken
    )
    {
        Guid[] ids = [.. assignments.Select(assignment => assignment.ProgrammeId).Distinct()];
        return await database
            .Programmes.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(programme => ids.Contains(programme.Id))
            .ToDictionaryAsync(
                programme => programme.Id,
                programme => programme.Name,
                cancellationToken
            );
    }

    private async Task<IReadOnlyList<Choice>> ChooseVersionsAsync(
        List<Assignment> assignments,
        CancellationToken cancellationToken
    )
    {
        Guid[] ids = [.. assignments.Select(assignment => assignment.Id)];
        var begun = (
            await database
                .Readings.IgnoreQueryFilters([PortalDbContext.AgencyWall])
                .Where(reading => ids.Contains(reading.AssignmentId))
                .Select(reading => new
                {
                    reading.AssignmentId,
                    reading.ModuleSlug,
                    reading.Major,
                    reading.Minor,
                })
                .ToListAsync(cancellationToken)
        ).ToDictionary(
            reading => (reading.AssignmentId, reading.ModuleSlug),
            reading => (ContentVersion?)new ContentVersion(reading.Major, reading.Minor)
        );
        var choices =
            from assignment in assignments
            from asked in assignment.Modules.OrderBy(module => module.Order)
            let version = begun.GetValueOrDefault((assignment.Id, asked.ModuleSlug))
            let module = VersionToRead.Of(content.Library, asked, version)
            where module is not null
            select new Choice(assignment.Id, module, version);
        return [.. choices];
    }

    private async Task<HashSet<string>> ReadOpenedAsync(
        Guid personId,
        CancellationToken cancellationToken
    ) =>
        (
            await database
                .OpenedSections.Where(section => section.PersonId == personId)
                .Select(section => section.TextHash)
                .ToListAsync(cancellationToken)
        )
            .Select(Convert.ToHexStringLower)
            .ToHashSet();

    private static HashSet<string> OpenedIn(Module module, HashSet<string> opened) =>
        module
            .Sections.Where(section => opened.Contains(Convert.ToHexStringLower(section.TextHash)))
            .Select(section => section.Id)
            .ToHashSet();

    private sealed record Choice(Guid AssignmentId, Module Module, ContentVersion? Begun);
}
