using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>When somebody is away.</summary>
/// <param name="From">The first day away.</param>
/// <param name="Until">The first day back; null while it is not known.</param>
public sealed record TimeAway(DateOnly From, DateOnly? Until)
{
    /// <summary>Whether the two touch or overlap, and so are one.</summary>
    public bool Meets(TimeAway other) =>
        (Until is null || other.From <= Until) && (other.Until is null || From <= other.Until);

    /// <summary>Whether the other lies within.</summary>
    public bool Covers(TimeAway other) =>
        From <= other.From && (Until is null || (other.Until is not null && other.Until <= Until));

    /// <summary>The two as one.</summary>
    public TimeAway With(TimeAway other) =>
        new(
            From < other.From ? From : other.From,
            Until is null || other.Until is null ? null
                : Until > other.Until ? Until
                : other.Until
        );
}

/// <summary>How entering or changing leave ended.</summary>
public enum LeaveOutcome
{
    /// <summary>It is as was asked.</summary>
    Done,

    /// <summary>It was joined with leave that it touched.</summary>
    Joined,

    /// <summary>There was leave for all of that time already.</summary>
    HeldAlready,

    /// <summary>There is no such leave any more.</summary>
    NotFound,

    /// <summary>A feed owns it, and alone changes it.</summary>
    OwnedByFeed,
}

/// <summary>Enters, changes and takes back leave. The caller has made sure that the person is theirs.</summary>
public sealed class KeepingLeave(
    PortalDbContext database,
    SignedIn signedIn,
    AuditLog audit,
    AfterPersonChange after,
    TimeProvider clock
)
{
    /// <summary>Enters leave, and computes due dates anew.</summary>
    /// <param name="personId">Who is away.</param>
    /// <param name="agencyIds">Where they are placed.</param>
    /// <param name="away">When.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<LeaveOutcome> EnterAsync(
        Guid personId,
        IReadOnlyList<Guid> agencyIds,
        TimeAway away,
        CancellationToken cancellationToken
    ) => SaveAsync(personId, agencyIds, null, away, cancellationToken);

    /// <summary>Says another time for leave that was entered, or ends it early.</summary>
    /// <param name="personId">Who is away.</param>
    /// <param name="agencyIds">Where they are placed.</param>
    /// <param name="leaveId">The leave.</param>
    /// <param name="away">When; null to take it back.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<LeaveOutcome> ChangeAsync(
        Guid personId,
        IReadOnlyList<Guid> agencyIds,
        Guid leaveId,
        TimeAway? away,
        CancellationToken cancellationToken
    ) => SaveAsync(personId, agencyIds, leaveId, away, cancellationToken);

    private async Task<LeaveOutcome> SaveAsync(
        Guid personId,
        IReadOnlyList<Guid> agencyIds,
        Guid? leaveId,
        TimeAway? away,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        var known = await database
            .Leaves.Believed()
            .Where(leave => leave.PersonId == personId && agencyIds.Contains(leave.AgencyId))
            .ToListAsync(cancellationToken);
        var changed = known.Find(leave => leave.Id == leaveId);
        var outcome =
            leaveId is not null && changed is null ? LeaveOutcome.NotFound
            : changed?.Feed is not null ? LeaveOutcome.OwnedByFeed
            : Learn(
                personId,
                changed is null ? agencyIds : [changed.AgencyId],
                known,
                changed,
                away
            );
        if (outcome is LeaveOutcome.Done or LeaveOutcome.Joined)
        {
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await after.PlanAsync(personId, cancellationToken);
        }

        return outcome;
    }

    private LeaveOutcome Learn(
        Guid personId,
        IReadOnlyList<Guid> agencyIds,
        List<Leave> known,
        Leave? changed,
        TimeAway? away
    )
    {
        var outcomes = agencyIds
            .Select(agencyId =>
                Learn(
                    personId,
                    agencyId,
                    [.. known.Where(leave => leave.AgencyId == agencyId && leave != changed)],
                    changed,
                    away
                )
            )
            .ToList();
        return outcomes.Contains(LeaveOutcome.Joined) ? LeaveOutcome.Joined
            : outcomes.Contains(LeaveOutcome.Done) ? LeaveOutcome.Done
            : LeaveOutcome.HeldAlready;
    }

    // What a feed owns stands as it is: leave beside it is one with it wherever it is counted.
    private LeaveOutcome Learn(
        Guid personId,
        Guid agencyId,
        List<Leave> others,
        Leave? changed,
        TimeAway? away
    )
    {
        if (changed is null && away is not null && others.Exists(leave => When(leave).Covers(away)))
        {
            return LeaveOutcome.HeldAlready;
        }

        var change = PeopleChange.Record(
            agencyId,
            PeopleChangeKind.Leave,
            personId,
            signedIn.AccountId,
            reason: "",
            clock.GetUtcNow()
        );
        database.Add(change);
        changed?.Unlearn(change);
        var met = others
            .Where(leave => away is not null && leave.Feed is null && When(leave).Meets(away))
            .ToList();
        if (away is not null)
        {
            met.ForEach(leave => leave.Unlearn(change));
            var whole = met.Aggregate(away, (sum, leave) => sum.With(When(leave)));
            database.Add(
                Leave.Learn(agencyId, personId, whole.From, whole.Until, change.At, change: change)
            );
        }

        audit.AddDueDates(agencyId, personId);
        return met.Count > 0 ? LeaveOutcome.Joined : LeaveOutcome.Done;
    }

    private static TimeAway When(Leave leave) => new(leave.HoldsFrom, leave.HoldsUntil);
}
