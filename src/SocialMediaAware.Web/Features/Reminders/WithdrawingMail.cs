using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>
/// Takes back at once what waits for a person or speaks of one, whoever reads it: they left, or died. So it does with what a worker
/// has taken and not begun. The caller stands outside the walls.
/// </summary>
public sealed class WithdrawingMail(PortalDbContext database, Outbox outbox, TimeProvider clock)
{
    /// <summary>Takes it back.</summary>
    /// <returns>How many mails were taken back.</returns>
    public async Task<int> RunAsync(Guid personId, string why, CancellationToken cancellationToken)
    {
        var leaseId = Guid.CreateVersion7(clock.GetUtcNow());
        await LeaseAsync(personId, leaseId, cancellationToken);
        var taken = await database
            .OutboxMessages.AsNoTracking()
            .LeasedBy(leaseId)
            .ToListAsync(cancellationToken);
        return await outbox.WithdrawAsync(
            [.. taken.Select(message => (message, why))],
            leaseId,
            cancellationToken
        );
    }

    private async Task LeaseAsync(Guid personId, Guid leaseId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var until = now + Outbox.LeaseTime;
        var ids = await database
            .OutboxMessages.NotBegun()
            .About(personId, database.Assignments)
            .Select(message => message.Id)
            .ToArrayAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database.TakeTurnAsync(Turn.Outbox, cancellationToken);
        await database
            .OutboxMessages.NotBegun()
            .Where(message => EF.Parameter(ids).Contains(message.Id))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(message => message.State, OutboxState.Leased)
                        .SetProperty(message => message.LeaseId, leaseId)
                        .SetProperty(message => message.LeasedUntil, until)
                        .SetProperty(message => message.StateAt, now),
                cancellationToken
            );
        await transaction.CommitAsync(cancellationToken);
    }
}
