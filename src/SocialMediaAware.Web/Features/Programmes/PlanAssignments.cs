using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>
/// Brings the assignments of all running onboarding programmes to what the plan says. Running it twice changes nothing, and two
/// planners at once make nothing twice: the unique index decides, and the second one looks again.
/// </summary>
public sealed partial class PlanAssignments(
    PortalDbContext database,
    ContentStore content,
    PlanFacts facts,
    TimeProvider clock,
    ILogger<PlanAssignments> logger
)
{
    private const int RowsInOneSave = 1000;

    /// <summary>Plans and applies. The caller stands outside the walls: a plan is for every agency.</summary>
    /// <returns>How many assignments were made or changed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await PlanOnceAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation())
        {
            LogSecondPlanner(logger);
            database.ChangeTracker.Clear();
            return await PlanOnceAsync(cancellationToken);
        }
    }

    private async Task<int> PlanOnceAsync(CancellationToken cancellationToken)
    {
        var library = content.Library;
        var calendar = new WorkingDayCalendar(library.Holidays);
        var programmes = await facts.ReadAsync(cancellationToken);
        var plans = new List<(ProgrammeFacts Programme, OnboardingDifference Difference)>();
        foreach (var programme in programmes)
        {
            if (programme.ModuleSlugs.Any(slug => library.FindPublished(slug) is null))
            {
                LogNothingToRead(logger, programme.Id);
                continue;
            }

            plans.Add((programme, OnboardingPlan.Of(programme.Input, calendar, clock.Today())));
        }

        var count = plans.Sum(plan => plan.Difference.Count);
        if (count > 0)
        {
            await ApplyAsync(plans, library, cancellationToken);
        }

        return count;
    }

    private async Task ApplyAsync(
        List<(ProgrammeFacts Programme, OnboardingDifference Difference)> plans,
        ContentLibrary library,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        // Read again here, all at once: somebody may have signed while the plan was made, and the entity's rules then say no.
        var changedIds = plans.SelectMany(plan => plan.Difference.ChangedIds).ToArray();
        var changed = await database
            .Assignments.Where(assignment => EF.Parameter(changedIds).Contains(assignment.Id))
            .ToDictionaryAsync(assignment => assignment.Id, cancellationToken);
        foreach (var (_, difference) in plans)
        {
            Change(changed, difference);
        }

        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
        var made = plans.SelectMany(plan =>
            plan.Difference.Make.Select(one => Make(plan.Programme, one, library))
        );
        foreach (var some in made.Chunk(RowsInOneSave))
        {
            database.AddRange(some);
            await database.SaveChangesAsync(cancellationToken);
            database.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private void Change(Dictionary<Guid, Assignment> changed, OnboardingDifference difference)
    {
        var now = clock.GetUtcNow();
        foreach (var id in difference.ComeBack)
        {
            changed[id].ComeBack();
        }

        foreach (var move in difference.Move)
        {
            changed[move.Id].MoveTo(move.OpensOn, move.DueOn);
            changed[move.Id].ChangeKind(move.PersonKind);
        }

        foreach (var id in difference.Hold)
        {
            changed[id].Hold(now);
        }

        foreach (var id in difference.Release)
        {
            changed[id].Resume(changed[id].DueOn);
        }

        foreach (var id in difference.Leave)
        {
            changed[id].Leave(now);
        }
    }

    private Assignment Make(ProgrammeFacts programme, AssignmentToMake one, ContentLibrary library)
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
            [
                .. programme.ModuleSlugs.Select(slug =>
                    (slug, library.FindPublished(slug)!.Version.Major)
                ),
            ],
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
        Message = "Another planner was at work: looking again"
    )]
    private static partial void LogSecondPlanner(ILogger logger);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Programme {ProgrammeId} makes no assignments: one of its modules is not published"
    )]
    private static partial void LogNothingToRead(ILogger logger, Guid programmeId);
}
