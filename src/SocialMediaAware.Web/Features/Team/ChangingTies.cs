using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Team;

/// <summary>From when until when something holds, and why.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day on which it no longer holds; null while no end is known.</param>
/// <param name="Reason">Why, in the words of whoever says so; empty where nobody is asked.</param>
public sealed record TieTime(DateOnly From, DateOnly? Until, string Reason);

/// <summary>How changing a tie ended.</summary>
public enum TieOutcome
{
    /// <summary>It is as was asked.</summary>
    Done,

    /// <summary>It was so already.</summary>
    HeldAlready,

    /// <summary>There is no such tie any more.</summary>
    NotFound,

    /// <summary>A feed owns it, and alone changes it.</summary>
    OwnedByFeed,
}

/// <summary>Says who leads whom, who stands in, and who has which task. The caller has made sure that these are theirs to say.</summary>
public sealed class ChangingTies(
    PortalDbContext database,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>Somebody leads a person, or stands in for them.</summary>
    /// <param name="kind">What they do; not a task.</param>
    /// <param name="personId">For whom.</param>
    /// <param name="other">Who.</param>
    /// <param name="time">When, and why.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<TieOutcome> LearnAsync(
        TieKind kind,
        Guid personId,
        Colleague other,
        TieTime time,
        CancellationToken cancellationToken
    ) =>
        kind is TieKind.Leader or TieKind.ActingLeader
            ? LeadAsync(
                other.AgencyId,
                personId,
                other.PersonId,
                kind == TieKind.ActingLeader,
                time,
                cancellationToken
            )
            : StandInAsync(
                other.AgencyId,
                personId,
                other.PersonId,
                kind == TieKind.Acting ? StandInKind.Acting : StandInKind.Assistant,
                time,
                cancellationToken
            );

    // Somebody leads a person.
    private Task<TieOutcome> LeadAsync(
        Guid agencyId,
        Guid personId,
        Guid leaderId,
        bool isActing,
        TieTime time,
        CancellationToken cancellationToken
    ) =>
        LearnAsync(
            agencyId,
            personId,
            PeopleChangeKind.Leaders,
            database.Leaderships.Where(one =>
                one.AgencyId == agencyId && one.PersonId == personId && one.LeaderId == leaderId
            ),
            time,
            change =>
                Leadership.Learn(
                    agencyId,
                    personId,
                    leaderId,
                    isActing,
                    time.From,
                    time.Until,
                    change.At,
                    change: change
                ),
            cancellationToken
        );

    /// <summary>Somebody acts for a leader or assists them.</summary>
    public Task<TieOutcome> StandInAsync(
        Guid agencyId,
        Guid leaderId,
        Guid standInId,
        StandInKind kind,
        TieTime time,
        CancellationToken cancellationToken
    ) =>
        LearnAsync(
            agencyId,
            leaderId,
            PeopleChangeKind.Leaders,
            database.StandIns.Where(one =>
                one.AgencyId == agencyId
                && one.LeaderId == leaderId
                && one.StandInId == standInId
                && one.Kind == kind
            ),
            time,
            change =>
                StandIn.Learn(agencyId, leaderId, standInId, kind, time.From, time.Until, change),
            cancellationToken
        );

    /// <summary>A person has a task.</summary>
    public Task<TieOutcome> TaskAsync(
        Guid agencyId,
        Guid personId,
        string flag,
        TieTime time,
        CancellationToken cancellationToken
    ) =>
        LearnAsync(
            agencyId,
            personId,
            PeopleChangeKind.Edited,
            database.PersonFlags.Where(one =>
                one.AgencyId == agencyId && one.PersonId == personId && one.Flag == flag
            ),
            time,
            change =>
                PersonFlag.Learn(agencyId, personId, flag, null, time.From, time.Until, change),
            cancellationToken
        );

    /// <summary>Ends a tie of a person, or takes it back as never having been.</summary>
    /// <param name="personId">Whose tie: who is led, stood in for, or has the task.</param>
    /// <param name="agencyIds">The agencies of whoever asks.</param>
    /// <param name="tieId">The fact's id.</param>
    /// <param name="until">The first day on which it no longer holds; null to take it back.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<TieOutcome> EndAsync(
        Guid personId,
        IReadOnlyList<Guid> agencyIds,
        Guid tieId,
        DateOnly? until,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var mine = agencyIds.ToArray();
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        var leadership = await database
            .Leaderships.Believed()
            .SingleOrDefaultAsync(
                one => one.Id == tieId && one.PersonId == personId && mine.Contains(one.AgencyId),
                cancellationToken
            );
        var standIn = await database
            .StandIns.Believed()
            .SingleOrDefaultAsync(
                one => one.Id == tieId && one.LeaderId == personId && mine.Contains(one.AgencyId),
                cancellationToken
            );
        var flag = await database
            .PersonFlags.Believed()
            .SingleOrDefaultAsync(
                one => one.Id == tieId && one.PersonId == personId && mine.Contains(one.AgencyId),
                cancellationToken
            );
        if (leadership?.Feed is not null || flag?.Feed is not null)
        {
            return TieOutcome.OwnedByFeed;
        }

        if ((leadership?.AgencyId ?? standIn?.AgencyId ?? flag?.AgencyId) is not { } agencyId)
        {
            return TieOutcome.NotFound;
        }

        var change = Record(
            agencyId,
            flag is null ? PeopleChangeKind.Leaders : PeopleChangeKind.Edited,
            personId,
            reason
        );
        End(leadership, until, change);
        End(standIn, until, change);
        End(flag, until, change);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TieOutcome.Done;
    }

    private void End<TFact>(TFact? fact, DateOnly? until, PeopleChange change)
        where TFact : class, IRevisableFact<TFact>
    {
        if (until is null)
        {
            fact?.Unlearn(change);
        }
        else if (fact?.EndOn(until.Value, change) is { } left)
        {
            database.Add(left);
        }
    }

    private async Task<TieOutcome> LearnAsync<TFact>(
        Guid agencyId,
        Guid personId,
        PeopleChangeKind kind,
        IQueryable<TFact> same,
        TieTime time,
        Func<PeopleChange, TFact> learn,
        CancellationToken cancellationToken
    )
        where TFact : class, IFact
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        // A second click, or somebody who did not see that it is so already.
        if (await same.HoldingOn(time.From).AnyAsync(cancellationToken))
        {
            return TieOutcome.HeldAlready;
        }

        database.Add(learn(Record(agencyId, kind, personId, time.Reason)));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TieOutcome.Done;
    }

    private PeopleChange Record(Guid agencyId, PeopleChangeKind kind, Guid personId, string reason)
    {
        var change = PeopleChange.Record(
            agencyId,
            kind,
            personId,
            signedIn.AccountId,
            reason,
            clock.GetUtcNow()
        );
        database.Add(change);
        audit.Add(
            AuditActions.PersonChanged,
            agencyId,
            $"/people/person/{personId}",
            kind == PeopleChangeKind.Leaders ? "leaders" : "tasks"
        );
        return change;
    }
}
