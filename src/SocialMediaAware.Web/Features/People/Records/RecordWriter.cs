using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>
/// Writes what HR changes in the record of people: one act with who and why, an entry in the audit log, and the facts, all or
/// nothing. Changes come one after the other, so that two tabs or two colleagues never edit the same fact at once.
/// </summary>
public sealed class RecordWriter(
    PortalDbContext database,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>Does something in one transaction, after everybody who was first.</summary>
    public async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database.TakeTurnAsync(Turn.People, cancellationToken);
        var result = await work();
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>Begins an act: the facts that are edited name it.</summary>
    /// <param name="agencyId">The agency whose facts they are.</param>
    /// <param name="kind">What kind of act it is.</param>
    /// <param name="personId">Whom it is about.</param>
    /// <param name="reason">Why.</param>
    /// <param name="detail">What changes that is no fact with two times.</param>
    /// <exception cref="InvalidOperationException">The signed-in account does not work for HR in the agency.</exception>
    public PeopleChange Begin(
        Guid agencyId,
        PeopleChangeKind kind,
        Guid personId,
        string reason,
        string detail = ""
    )
    {
        if (!signedIn.Has(PortalRole.HumanResources, agencyId))
        {
            throw new InvalidOperationException("The agency's HR keeps its people.");
        }

        return BeginBeyond(agencyId, kind, personId, reason, detail);
    }

    /// <summary>Begins an act that reaches an agency of others too: a death ends every position.</summary>
    /// <inheritdoc cref="Begin" />
    public PeopleChange BeginBeyond(
        Guid agencyId,
        PeopleChangeKind kind,
        Guid personId,
        string reason,
        string detail = ""
    )
    {
        var change = PeopleChange.Record(
            agencyId,
            kind,
            personId,
            signedIn.AccountId,
            reason,
            clock.GetUtcNow(),
            detail: detail
        );
        database.Add(change);
        audit.Add(
            AuditActions.PersonChanged,
            agencyId,
            $"/people/person/{personId}",
            kind.ToString().ToLowerInvariant()
        );
        return change;
    }
}
