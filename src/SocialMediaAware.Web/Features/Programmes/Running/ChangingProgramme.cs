using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>
/// Has a launched programme's draft hold. Open assignments follow: they cover the modules that are asked for now, and the planner
/// gives them their dates. What was signed is not touched.
/// </summary>
public sealed class ChangingProgramme(
    PortalDbContext database,
    DatabaseSettings settings,
    ProgrammeActs acts,
    LaunchChecks checks,
    EarlierSignatures signatures,
    ContentStore content
)
{
    private const int AssignmentsInOneSave = 1000;

    /// <summary>Changes it, and plans at once.</summary>
    /// <param name="id">The programme.</param>
    /// <param name="revision">How often it had been changed when the account looked at the preview.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<ProgrammeOutcome> ChangeAsync(
        Guid id,
        int revision,
        string reason,
        CancellationToken cancellationToken
    ) =>
        acts.DoAsync(
            id,
            revision,
            programme => programme is { Draft: null } && programme.Revision == revision + 1,
            kept => ChangeAsync(kept, reason, cancellationToken),
            cancellationToken
        );

    private async Task<ProgrammeOutcome> ChangeAsync(
        KeptProgramme kept,
        string reason,
        CancellationToken cancellationToken
    )
    {
        if (
            kept.Programme is not { LaunchedAt: not null, EndedAt: null, Draft: { } draft }
            || (await checks.FindAsync(kept.Programme, draft, cancellationToken)).Any
        )
        {
            return ProgrammeOutcome.Refused;
        }

        await WaitForSignersAsync(cancellationToken);
        var held = await acts.AdoptAsync(kept, draft, cancellationToken);
        acts.Record(kept, held, ProgrammeChangeKind.Changed, reason);
        await database.SaveChangesAsync(cancellationToken);
        if (kept.Programme.Kind is not ProgrammeKind.PolicyChange)
        {
            await CoverAsync(kept.Programme.Id, held.ModuleSlugs, cancellationToken);
        }

        return ProgrammeOutcome.Done;
    }

    private async Task CoverAsync(
        Guid programmeId,
        IReadOnlyList<string> slugs,
        CancellationToken cancellationToken
    )
    {
        List<(string Slug, int Major)> modules =
        [
            .. slugs.Select(slug => (slug, content.Library.FindPublished(slug)!.Version.Major)),
        ];
        var ids = await database
            .Assignments.Of(programmeId)
            .StillCovering()
            .OrderBy(assignment => assignment.Id)
            .Select(assignment => assignment.Id)
            .ToListAsync(cancellationToken);
        foreach (var some in ids.Chunk(AssignmentsInOneSave))
        {
            var assignments = await database
                .Assignments.Include(assignment => assignment.Modules)
                .Where(assignment => EF.Parameter(some).Contains(assignment.Id))
                .ToListAsync(cancellationToken);
            var others = assignments
                .Where(assignment =>
                    !assignment
                        .Modules.OrderBy(module => module.Order)
                        .Select(module => module.ModuleSlug)
                        .SequenceEqual(slugs)
                )
                .ToList();
            others.ForEach(assignment => assignment.Cover(modules));
            await signatures.CountAsync(others, cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
            database.ChangeTracker.Clear();
        }
    }

    // As the planner does: whoever signs at this moment is seen by what is changed here, or sees it.
    private async Task WaitForSignersAsync(CancellationToken cancellationToken)
    {
        if (settings.IsPostgres)
        {
            await database
                .LedgerHeads.FromSql($"SELECT * FROM ledger_heads FOR UPDATE")
                .AsNoTracking()
                .ToListAsync(cancellationToken);
        }
    }
}
