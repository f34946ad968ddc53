using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Reminders.Keeping;

/// <summary>
/// HR keeps all mail of an agency back, and lets it go again. What a worker has taken and not begun waits again at once; what is
/// being handed over at this moment goes.
/// </summary>
public sealed class HoldingMail(
    PortalDbContext database,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>Keeps it back.</summary>
    /// <returns>Whether it was not kept back before.</returns>
    public async Task<bool> HoldAsync(
        Guid agencyId,
        string reason,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database.TakeTurnAsync(Turn.Outbox, cancellationToken);
        if (await database.MailHolds.HeldAgencies().ContainsAsync(agencyId, cancellationToken))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        database.Add(MailHold.Begin(agencyId, reason, signedIn.AccountId, now));
        audit.Add(AuditActions.MailHeld, agencyId, "mail", reason);
        await database.SaveChangesAsync(cancellationToken);
        await database
            .OutboxMessages.Where(message =>
                message.AgencyId == agencyId
                && message.State == OutboxState.Leased
                && message.Kind != MailKind.Security
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(message => message.State, OutboxState.Pending)
                        .SetProperty(message => message.StateAt, now),
                cancellationToken
            );
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Lets it go.</summary>
    /// <returns>Whether it was kept back.</returns>
    public async Task<bool> ReleaseAsync(Guid agencyId, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database.TakeTurnAsync(Turn.Outbox, cancellationToken);
        var hold = await database.MailHolds.SingleOrDefaultAsync(
            hold => hold.AgencyId == agencyId && hold.ReleasedAt == null,
            cancellationToken
        );
        if (hold is null)
        {
            return false;
        }

        hold.Release(signedIn.AccountId, clock.GetUtcNow());
        audit.Add(AuditActions.MailReleased, agencyId, "mail", hold.Reason);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
