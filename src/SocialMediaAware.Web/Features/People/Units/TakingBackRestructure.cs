using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>What taking back a restructure that is to come would do.</summary>
/// <param name="UnitsChangedSince">Whether another change stands on its units: then it cannot be taken back.</param>
/// <param name="InNewUnits">How many people were placed in its new units since: then neither.</param>
/// <param name="GoBack">How many people stay where they are after all.</param>
/// <param name="ChangedSince">How many were changed since by hand or a file: they are left alone.</param>
public sealed record RestructureReversal(
    bool UnitsChangedSince,
    int InNewUnits,
    int GoBack,
    int ChangedSince
)
{
    /// <summary>Whether it can be done.</summary>
    public bool CanBeDone => !UnitsChangedSince && InNewUnits == 0;
}

/// <summary>Takes back a restructure before its day: what it learnt is unlearnt, and what it unlearnt is learnt again.</summary>
public sealed class TakingBackRestructure(
    PortalDbContext database,
    SignedIn signedIn,
    AuditLog audit,
    PlanningAtOnce planning,
    TimeProvider clock
)
{
    /// <summary>Looks ahead.</summary>
    public async Task<RestructureReversal> LookAheadAsync(
        RestructurePlan plan,
        CancellationToken cancellationToken
    ) => (await ReadAsync(plan, cancellationToken)).Reversal;

    /// <summary>Takes it back.</summary>
    public async Task<RestructureResult> TakeBackAsync(
        Guid planId,
        string reason,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var result = await SaveAsync(planId, reason, cancellationToken);
            if (result is RestructureResult.Done)
            {
                await planning.RunAsync(cancellationToken);
            }

            return result;
        }
        catch (Exception error) when (error.IsSomebodyElseFirst())
        {
            database.ChangeTracker.Clear();
            return RestructureResult.ChangedMeanwhile;
        }
    }

    private async Task<RestructureResult> SaveAsync(
        Guid planId,
        string reason,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            IsolationLevel.Serializable,
            cancellationToken
        );
        database.ChangeTracker.Clear();
        var plan = await database.RestructurePlans.SingleAsync(
            plan => plan.Id == planId,
            cancellationToken
        );
        if (plan.State == RestructureState.TakenBack)
        {
            return RestructureResult.Done;
        }

        var read = await ReadAsync(plan, cancellationToken);
        if (!plan.CanBeTakenBackOn(clock.Today()) || !read.Reversal.CanBeDone)
        {
            return RestructureResult.Refused;
        }

        await UnlearnAsync(plan, read, reason, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return RestructureResult.Done;
    }

    private async Task UnlearnAsync(
        RestructurePlan plan,
        Read read,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var change = PeopleChange.Record(
            plan.AgencyId,
            PeopleChangeKind.Restructured,
            personId: null,
            signedIn.AccountId,
            reason,
            clock.GetUtcNow(),
            detail: plan.Name
        );
        database.Add(change);
        foreach (var fact in read.UnitsLearnt)
        {
            fact.Unlearn(change);
        }

        database.AddRange(
            read.UnitsUnlearnt.Select(fact => fact.Again(fact.HoldsFrom, fact.HoldsUntil, change))
        );
        foreach (var placement in read.PlacementsLearnt)
        {
            placement.Unlearn(change);
        }

        database.AddRange(
            read.PlacementsUnlearnt.Select(placement =>
                placement.Again(placement.HoldsFrom, placement.HoldsUntil, change)
            )
        );
        // A code is free again for a unit that will be.
        Guid[] made = [.. read.NewUnits];
        foreach (
            var unit in await database
                .Units.Where(unit => made.Contains(unit.Id))
                .ToListAsync(cancellationToken)
        )
        {
            unit.GoBy(code: null);
        }

        plan.TakeBack(change);
        audit.Add(
            AuditActions.UnitsChanged,
            plan.AgencyId,
            $"/people/units/restructures/{plan.Id}",
            string.Create(
                CultureInfo.InvariantCulture,
                $"taken back, {read.Reversal.GoBack} people"
            )
        );
    }

    private async Task<Read> ReadAsync(RestructurePlan plan, CancellationToken cancellationToken)
    {
        var changeId = plan.ConfirmedInId;
        var units = await database
            .UnitFacts.Where(fact => fact.LearntInId == changeId || fact.UnlearntInId == changeId)
            .ToListAsync(cancellationToken);
        var placements = await database
            .Placements.Where(placement =>
                placement.LearntInId == changeId || placement.UnlearntInId == changeId
            )
            .ToListAsync(cancellationToken);
        Guid[] made = [.. plan.Steps.Where(step => step.MakesUnit).Select(step => step.IntoId)];
        var changed = placements
            .Where(placement => placement.LearntInId == changeId && placement.UnlearntAt != null)
            .Select(placement => placement.PersonId)
            .ToHashSet();
        var same = placements.Where(placement => !changed.Contains(placement.PersonId)).ToList();
        // Whoever stands in a new unit otherwise than by this would be left hanging.
        var inNew = await database
            .Placements.Believed()
            .Where(placement => made.Contains(placement.UnitId))
            .Select(placement => new { placement.PersonId, placement.LearntInId })
            .ToListAsync(cancellationToken);
        var learnt = units.Where(fact => fact.LearntInId == changeId).ToList();
        List<UnitFact> unlearnt = [.. units.Where(fact => fact.UnlearntInId == changeId)];
        var standsOnIt =
            learnt.Exists(fact => fact.UnlearntAt is not null)
            || await LosesUnitsAsync(plan, learnt, unlearnt, cancellationToken);
        return new(
            new(
                standsOnIt,
                inNew
                    .Where(row => row.LearntInId != changeId || changed.Contains(row.PersonId))
                    .Select(row => row.PersonId)
                    .Distinct()
                    .Count(),
                same.Select(placement => placement.PersonId).Distinct().Count(),
                changed.Count
            ),
            learnt,
            unlearnt,
            [.. same.Where(placement => placement.LearntInId == changeId)],
            [.. same.Where(placement => placement.UnlearntInId == changeId)],
            made
        );
    }

    // A unit that was put since below a new one, or below one that was above it before, would hang from nothing.
    private async Task<bool> LosesUnitsAsync(
        RestructurePlan plan,
        IEnumerable<UnitFact> learnt,
        IEnumerable<UnitFact> unlearnt,
        CancellationToken cancellationToken
    )
    {
        var now = await database.BelievedSpansAsync(plan.AgencyId, cancellationToken);
        var then = now.Except(learnt.Select(RestructureReading.SpanOf))
            .Concat(unlearnt.Select(RestructureReading.SpanOf));
        return !new UnitChronicle(plan.AgencyId, then)
            .LostFrom(plan.On)
            .IsSubsetOf(new UnitChronicle(plan.AgencyId, now).LostFrom(plan.On));
    }

    private sealed record Read(
        RestructureReversal Reversal,
        IReadOnlyList<UnitFact> UnitsLearnt,
        IReadOnlyList<UnitFact> UnitsUnlearnt,
        IReadOnlyList<Placement> PlacementsLearnt,
        IReadOnlyList<Placement> PlacementsUnlearnt,
        IReadOnlyList<Guid> NewUnits
    );
}
