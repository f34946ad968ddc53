using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>How a restructure, or taking one back, ended.</summary>
public enum RestructureResult
{
    /// <summary>It is done, now or by the same form before.</summary>
    Done,

    /// <summary>Something changed since it was shown: nothing was done.</summary>
    ChangedMeanwhile,

    /// <summary>It cannot be done as it stands: nothing was done.</summary>
    Refused,
}

/// <summary>Confirms a restructure: in one transaction its facts are learnt, and those that they replace unlearnt.</summary>
public sealed class ConfirmingRestructure(
    PortalDbContext database,
    RestructureReading reading,
    SignedIn signedIn,
    AuditLog audit,
    PlanningAtOnce planning,
    TimeProvider clock
)
{
    /// <summary>Confirms it.</summary>
    /// <param name="planId">The restructure, of an agency in which the account is HR: the page has asked.</param>
    /// <param name="fingerprint">What was shown.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<RestructureResult> ConfirmAsync(
        Guid planId,
        string fingerprint,
        string reason,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var result = await SaveAsync(planId, fingerprint, reason, cancellationToken);
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
        string fingerprint,
        string reason,
        CancellationToken cancellationToken
    )
    {
        // Facts that somebody else is changing at this moment must not be missed.
        await using var transaction = await database.Database.BeginTransactionAsync(
            IsolationLevel.Serializable,
            cancellationToken
        );
        database.ChangeTracker.Clear();
        var plan = await database.RestructurePlans.SingleAsync(
            plan => plan.Id == planId,
            cancellationToken
        );
        if (plan.State != RestructureState.Draft)
        {
            return RestructureResult.Done;
        }

        var read = await reading.ReadAsync(plan, cancellationToken);
        if (read.Fingerprint != fingerprint)
        {
            return RestructureResult.ChangedMeanwhile;
        }

        if (read.Outcome.Problems.Count > 0 || plan.Steps.Count == 0)
        {
            return RestructureResult.Refused;
        }

        Learn(read, reason);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return RestructureResult.Done;
    }

    private void Learn(RestructureRead read, string reason)
    {
        var plan = read.Plan;
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
        var made = plan
            .Steps.Where(step => step.MakesUnit)
            .ToDictionary(
                step => step.IntoId,
                step => Unit.As(step.IntoId, plan.AgencyId, step.Code)
            );
        database.AddRange(made.Values);
        LearnUnits(read, change);
        var moves = read.Outcome.Moves.Changes();
        foreach (var (placement, becomes) in moves)
        {
            placement.Unlearn(change);
            database.AddRange(
                becomes.Select(part => placement.In(part.UnitId, part.From, part.Until, change))
            );
        }

        var people = moves.Select(move => move.Placement.PersonId).Distinct().Count();
        plan.Confirm(change, people);
        audit.Add(
            AuditActions.UnitsChanged,
            plan.AgencyId,
            $"/people/units/restructures/{plan.Id}",
            string.Create(
                CultureInfo.InvariantCulture,
                $"from {plan.On:yyyy-MM-dd}: {plan.Steps.Count} steps, {people} people"
            )
        );
    }

    private void LearnUnits(RestructureRead read, PeopleChange change)
    {
        var after = read.Outcome.After.Spans.ToHashSet();
        foreach (var fact in read.Facts)
        {
            // What is as it was stays the same fact.
            if (!after.Remove(RestructureReading.SpanOf(fact)))
            {
                fact.Unlearn(change);
            }
        }

        database.AddRange(
            after.Select(span =>
                UnitFact.Learn(
                    Unit.As(span.UnitId, read.Plan.AgencyId, code: null),
                    span.Name,
                    span.AboveId,
                    span.From,
                    change.At,
                    span.Until,
                    change
                )
            )
        );
    }
}

/// <summary>Recognises that somebody else changed the same at the same moment.</summary>
public static class SomebodyElseFirst
{
    /// <summary>Whether it is that: a version that moved on, a key that is taken, or a transaction that would not be serial.</summary>
    public static bool IsSomebodyElseFirst(this Exception error) =>
        error is DbUpdateConcurrencyException
        || (error is DbUpdateException update && update.IsUniqueViolation())
        || SerialStateOf(error)
            is PostgresErrorCodes.SerializationFailure
                or PostgresErrorCodes.DeadlockDetected;

    private static string? SerialStateOf(Exception? error) =>
        error is null or PostgresException
            ? (error as PostgresException)?.SqlState
            : SerialStateOf(error.InnerException);
}
