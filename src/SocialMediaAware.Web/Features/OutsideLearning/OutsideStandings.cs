using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>Learning from elsewhere that stands for a module of an assignment.</summary>
/// <param name="CompletionId">The completion.</param>
/// <param name="Course">What the course was called.</param>
/// <param name="Provider">Who gave it.</param>
/// <param name="CompletedOn">When it was completed.</param>
/// <param name="Hash">The hash of what HR entered and saw.</param>
public sealed record MetOutside(
    Guid CompletionId,
    string Course,
    string Provider,
    DateOnly CompletedOn,
    TreeHash Hash
);

/// <summary>What learning from elsewhere says about the assignments of one person.</summary>
public sealed class OutsideStanding(
    IReadOnlyList<(OutsideCompletion Completion, byte[]? FileHash)> newestFirst,
    IReadOnlySet<(Guid ProgrammeId, string ModuleSlug)> accepted,
    IReadOnlySet<(Guid AssignmentId, string ModuleSlug)> wholeWays
)
{
    /// <summary>What stands for a major version of a module; null when nothing does, or the person reads it all the same.</summary>
    public MetOutside? Find(Assignment assignment, string moduleSlug, int major) =>
        wholeWays.Contains((assignment.Id, moduleSlug))
            ? null
            : FindOffer(assignment, moduleSlug, major);

    /// <summary>The same, whether or not the person reads it all the same.</summary>
    public MetOutside? FindOffer(Assignment assignment, string moduleSlug, int major) =>
        assignment.IsEnded || !accepted.Contains((assignment.ProgrammeId, moduleSlug))
            ? null
            : newestFirst
                .Where(each => each.Completion.CountsFor(assignment, moduleSlug, major))
                .Select(each => new MetOutside(
                    each.Completion.Id,
                    each.Completion.Course,
                    each.Completion.Provider,
                    each.Completion.CompletedOn,
                    each.Completion.Hash(each.FileHash)
                ))
                .FirstOrDefault();
}

/// <summary>Reads what counts from elsewhere for a person's own assignments, over the walls.</summary>
public sealed class OutsideStandings(PortalDbContext database)
{
    private static string[] Walls => [PortalDbContext.AgencyWall];

    /// <summary>Reads it for assignments of one person, in one query where the person learnt nothing elsewhere.</summary>
    public async Task<OutsideStanding> ReadAsync(
        IReadOnlyList<Assignment> assignments,
        CancellationToken cancellationToken
    )
    {
        var personId = assignments[0].PersonId;
        var completions = await database
            .OutsideCompletions.IgnoreQueryFilters(Walls)
            .AsNoTracking()
            .Include(completion => completion.Modules)
            .Where(completion => completion.PersonId == personId && completion.TakenBackAt == null)
            .OrderByDescending(completion => completion.CompletedOn)
            .ThenBy(completion => completion.Id)
            .ToListAsync(cancellationToken);
        if (completions.Count == 0)
        {
            return new([], new HashSet<(Guid, string)>(), new HashSet<(Guid, string)>());
        }

        Guid[] programmes = [.. assignments.Select(each => each.ProgrammeId).Distinct()];
        Guid[] ids = [.. assignments.Select(each => each.Id)];
        Guid[] files = [.. completions.Select(each => each.EvidenceFileId).OfType<Guid>()];
        var accepted = await database
            .OutsideAcceptances.IgnoreQueryFilters(Walls)
            .Where(each => programmes.Contains(each.ProgrammeId))
            .Select(each => new { each.ProgrammeId, each.ModuleSlug })
            .ToListAsync(cancellationToken);
        var wholeWays = await database
            .WholeWays.IgnoreQueryFilters(Walls)
            .Where(each => ids.Contains(each.AssignmentId))
            .Select(each => new { each.AssignmentId, each.ModuleSlug })
            .ToListAsync(cancellationToken);
        var hashes = await database
            .EvidenceFiles.IgnoreQueryFilters(Walls)
            .Where(file => files.Contains(file.Id))
            .Select(file => new { file.Id, file.Sha256 })
            .ToDictionaryAsync(file => file.Id, file => file.Sha256, cancellationToken);
        return new(
            [
                .. completions.Select(each =>
                    (each, each.EvidenceFileId is { } file ? hashes[file] : null)
                ),
            ],
            accepted.Select(each => (each.ProgrammeId, each.ModuleSlug)).ToHashSet(),
            wholeWays.Select(each => (each.AssignmentId, each.ModuleSlug)).ToHashSet()
        );
    }
}
