using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reminders;

/// <content>What does not go: taken back, given up, or refused because of its reader's address.</content>
public sealed partial class Outbox
{
    /// <summary>
    /// Takes mails back that were not handed over, and with them what they had recorded: what still stands is decided anew, in
    /// another mail.
    /// </summary>
    /// <returns>How many were taken back.</returns>
    public async Task<int> WithdrawAsync(
        IReadOnlyList<(OutboxMessage Message, string Why)> withdrawals,
        Guid leaseId,
        CancellationToken cancellationToken
    )
    {
        if (withdrawals.Count == 0)
        {
            return 0;
        }

        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database.TakeTurnAsync(Turn.Outbox, cancellationToken);
        var withdrawn = new List<Guid>();
        foreach (var (message, why) in withdrawals)
        {
            if (await WithdrawAsync(message.Id, why, leaseId, cancellationToken))
            {
                withdrawn.Add(message.Id);
            }
        }

        await ForgetAsync([.. withdrawn], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return withdrawn.Count;
    }

    /// <summary>Gives mails up that were not handed over in time: HR sees them among those that failed.</summary>
    /// <returns>How many were given up.</returns>
    public async Task<int> FailAsync(
        IReadOnlyList<(OutboxMessage Message, string Why)> failures,
        Guid leaseId,
        CancellationToken cancellationToken
    )
    {
        if (failures.Count == 0)
        {
            return 0;
        }

        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database.TakeTurnAsync(Turn.Outbox, cancellationToken);
        var now = clock.GetUtcNow();
        var failed = 0;
        foreach (var (message, why) in failures)
        {
            var problem = Shortened(why);
            failed += await database
                .OutboxMessages.LeasedBy(leaseId)
                .Where(one => one.Id == message.Id)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(one => one.State, OutboxState.Failed)
                            .SetProperty(one => one.SealedSecret, (string?)null)
                            .SetProperty(one => one.Problem, problem)
                            .SetProperty(one => one.StateAt, now),
                    cancellationToken
                );
        }

        await transaction.CommitAsync(cancellationToken);
        return failed;
    }

    // Its key becomes free for the mail that takes its place.
    private async Task<bool> WithdrawAsync(
        Guid id,
        string why,
        Guid leaseId,
        CancellationToken cancellationToken
    )
    {
        var key = $"withdrawn/{id}";
        var now = clock.GetUtcNow();
        return await database
                .OutboxMessages.LeasedBy(leaseId)
                .Where(message => message.Id == id)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(message => message.State, OutboxState.Withdrawn)
                            .SetProperty(message => message.Key, key)
                            .SetProperty(message => message.SealedSecret, (string?)null)
                            .SetProperty(message => message.Problem, why)
                            .SetProperty(message => message.StateAt, now),
                    cancellationToken
                ) == 1;
    }

    // What these mails were counted as having said counts as not said.
    private async Task ForgetAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        await database
            .ReminderSteps.Where(step => EF.Parameter(ids).Contains(step.MessageId))
            .ExecuteDeleteAsync(cancellationToken);
        await database
            .ReminderChanges.Where(change => EF.Parameter(ids).Contains(change.MessageId))
            .ExecuteDeleteAsync(cancellationToken);
        await database
            .ReminderDigests.Where(digest => EF.Parameter(ids).Contains(digest.MessageId))
            .ExecuteDeleteAsync(cancellationToken);
    }

    // For the reminder that says the same once the address is right.
    private async Task FreeKeyAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var key = $"refused/{message.Id}";
        if (message.Kind == MailKind.Reminder)
        {
            await database
                .OutboxMessages.Where(one => one.Id == message.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.Key, key), cancellationToken);
        }
    }

    // Nobody was told: once the address is right, or another one is known, the person is.
    private async Task RefuseAddressAsync(
        OutboxMessage message,
        string problem,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await ForgetAsync([message.Id], cancellationToken);
        await FreeKeyAsync(message, cancellationToken);
        if (
            await database.RefusedAddresses.AnyAsync(
                refused =>
                    refused.PersonId == message.PersonId
                    && refused.Address == message.ToAddress
                    && refused.ClearedAt == null,
                cancellationToken
            )
        )
        {
            return;
        }

        database.Add(
            RefusedAddress.Mark(message.PersonId, message.ToAddress, message.Id, problem, now)
        );
        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
    }
}
