using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>
/// Brings the assignments of all running programmes to what the plan says. Running it twice changes nothing, and two planners at
/// once make nothing twice: the unique index decides, and the second one looks again.
/// </summary>
public sealed partial class PlanAssignments(
    PortalDbContext database,
    DatabaseSettings settings,
    ContentStore content,
    Planning planning,
    EarlierSignatures signatures,
    TimeProvider clock,
    ILogger<PlanAssignments> logger
)
{
    private const int RowsInOneSave = 1000;

    /// <summary>Plans and applies. The caller stands outside the walls: a plan is for every agency.</summary>
    /// <returns>How many assignments were made or changed.</returns>
    public Task<int> RunAsync(CancellationToken cancellationToken) =>
        RunAsync(onlyPersonId: null, cancellationToken);

    /// <summary>Plans and applies for one person, so that whoever signs in sees today's duties without waiting for the next tick.</summary>
    /// <returns>How many assignments were made or changed.</returns>
    public Task<int> RunForAsync(Guid personId, CancellationToken cancellationToken) =>
        RunAsync(personId, cancellationToken);

    private async Task<int> RunAsync(Guid? onlyPersonId, CancellationToken cancellationToken)
    {
        try
        {
            return await PlanOnceAsync(onlyPersonId, cancellationToken);
        }
        catch (Exception error)
            when (error is DbUpdateConcurrencyException
                || error is DbUpdateException save && save.IsUniqueViolation()
                || error is DbException insert && insert.IsUniqueViolation()
            )
        {
            LogSecondPlanner(logger);
            database.ChangeTracker.Clear();
            return await PlanOnceAsync(onlyPersonId, cancellationToken);
        }
    }

    private async Task<int> PlanOnceAsync(Guid? onlyPersonId, CancellationToken cancellationToken)
    {
        var plans = await planning.ComputeAsync(clock.Today(), onlyPersonId, cancellationToken);
        var count = plans.Sum(plan => plan.Difference.Count);
        if (count > 0)
        {
            await ApplyAsync(plans, cancellationToken);
        }

        return count;
    }

    private async Task ApplyAsync(
        IReadOnlyList<ProgrammePlan> plans,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await WaitForSignersAsync(cancellationToken);
        // Read again here: somebody may have signed while the plan was made, and the entity's rules then say no.
        foreach (var some in ChangesIn(plans).Chunk(RowsInOneSave))
        {
            var ids = some.Select(change => change.Id).ToArray();
            var assignments = await Covering(some.Any(change => change.Difference.ComeBack))
                .Where(assignment => EF.Parameter(ids).Contains(assignment.Id))
                .ToDictionaryAsync(assignment => assignment.Id, cancellationToken);
            foreach (var (id, difference, programme) in some)
            {
                difference.ApplyTo(assignments[id], clock.GetUtcNow());
                // The programme may have changed while it was not asked.
                if (difference.ComeBack && programme.Kind is not ProgrammeKind.PolicyChange)
                {
                    assignments[id].Cover(InForce(programme.ModuleSlugs));
                }
            }

            await database.SaveChangesAsync(cancellationToken);
            database.ChangeTracker.Clear();
        }

        foreach (
            var some in plans
                .SelectMany(plan => plan.Difference.Make.Select(one => Make(plan.Programme, one)))
                .Chunk(RowsInOneSave)
        )
        {
            await signatures.CountAsync(some, cancellationToken);
            await AddAsync(some, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    // A first plan makes hundreds of thousands: they are added past the context, each with the record that saving would have left.
    private async Task AddAsync(Assignment[] made, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var assignment in made)
        {
            assignment.Revise();
        }

        await database.InsertAsync(typeof(Assignment), made, cancellationToken);
        await database.InsertAsync(
            typeof(AssignmentModule),
            [.. made.SelectMany(assignment => assignment.Modules)],
            cancellationToken
        );
        await database.InsertAsync(
            typeof(AssignmentRecord),
            [.. made.Select(assignment => AssignmentRecord.Of(assignment, now))],
            cancellationToken
        );
    }

    // Whoever signs at this moment is seen by what is made here, or sees it: SQLite has one writer, PostgreSQL's signers and planners
    // queue for the ledger's head.
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

    private IQueryable<Assignment> Covering(bool isAsked) =>
        isAsked
            ? database.Assignments.Include(assignment => assignment.Modules)
            : database.Assignments;

    private static IEnumerable<(
        Guid Id,
        AssignmentChange Difference,
        PlannableProgramme Programme
    )> ChangesIn(IReadOnlyList<ProgrammePlan> plans) =>
        plans.SelectMany(plan =>
            plan.Difference.ByAssignment().Select(entry => (entry.Id, entry.Change, plan.Programme))
        );

    private IReadOnlyList<(string Slug, int Major)> InForce(IEnumerable<string> slugs) =>
        [.. slugs.Select(slug => (slug, content.Library.FindPublished(slug)!.Version.Major))];

    private Assignment Make(PlannableProgramme programme, AssignmentToMake one)
    {
        var now = clock.GetUtcNow();
        var assignment = Assignment.Make(
            programme.AgencyId,
            one.PersonId,
            one.PersonKind,
            programme.Id,
            one.CycleKey,
            one.OpensOn,
            one.DueOn,
            InForce(one.ModuleSlugs ?? programme.ModuleSlugs),
            now
        );
        if (one.IsHeld)
        {
            assignment.Hold(now);
        }

        return assignment;
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Another planner, or a person, was quicker: looking again"
    )]
    private static partial void LogSecondPlanner(ILogger logger);
}
