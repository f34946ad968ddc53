using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Quizzes;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>Reads the ways through a person's own assignments, over the walls, in six queries however many there are.</summary>
public sealed class AssignmentPaths(
    PortalDbContext database,
    ContentStore content,
    AskedModules askedModules,
    QuizStanding quizzes,
    TimeProvider clock
)
{
    /// <summary>The ways through what can be done today, the earliest due first. What is met by other signatures is left out.</summary>
    public async Task<IReadOnlyList<AssignmentPath>> ReadOpenAsync(
        Guid personId,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var paths = await ReadAsync(
            personId,
            assignment =>
                assignment.SignedAt == null
                && assignment.DeclinedAt == null
                && assignment.SupersededAt == null
                && assignment.LeftAt == null
                && assignment.OpensOn <= today,
            cancellationToken
        );
        return [.. paths.Where(path => !path.IsMetElsewhere)];
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

        var asked = await askedModules.ReadAsync(assignments, cancellationToken);
        var opened = await ReadOpenedAsync(personId, cancellationToken);
        var standings = await quizzes.ReadAsync(
            personId,
            [
                .. from each in asked
                from module in each.Remaining
                where module.Content is not null
                select (each.Assignment.Id, module.Slug, module.Content!.Version),
            ],
            cancellationToken
        );
        return
        [
            .. asked.Select(each => new AssignmentPath(
                each.Assignment,
                each.ProgrammeName,
                [
                    .. each
                        .Remaining.Where(module => module.Content is not null)
                        .Select(module => new PathModule(
                            module.Content!,
                            module.Begun,
                            module.SectionsDone(opened),
                            standings[(each.Assignment.Id, module.Slug)],
                            module.Begun is { } begun
                                ? content.Library.FindVersion(module.Slug, begun)
                                : null,
                            module.IsRefreshed ? module : null,
                            module.Outside
                        )),
                ],
                [.. each.Modules.Select(module => module.Counted).OfType<SignedEarlier>()]
            )),
        ];
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
}
