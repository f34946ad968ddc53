using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>
/// Changes the states of mails, by conditional updates only: zero rows changed means that another worker was there first. Each
/// change is committed before it returns.
/// </summary>
public sealed class Outbox(PortalDbContext database, TimeProvider clock)
{
    private const int MostInOneLease = 200;
    internal static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestHandOver = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private const int MostDoublings = 5;

    /// <summary>
    /// Looks after mails whose worker has gone: what it had not begun waits again; what it was handing over is uncertain for good.
    /// </summary>
    /// <returns>How many became uncertain.</returns>
    public async Task<int> RecoverAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database.TakeTurnAsync(Turn.Outbox, cancellationToken);
        await database
            .OutboxMessages.Where(message =>
                message.State == OutboxState.Leased && message.LeasedUntil < now
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(message => message.State, OutboxState.Pending)
                        .SetProperty(message => message.StateAt, now),
                cancellationToken
            );
        var uncertain = await database
            .OutboxMessages.Where(message =>
                message.State == OutboxState.HandingOff && message.LeasedUntil < now
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(message => message.State, OutboxState.Uncertain)
                        .SetProperty(message => message.StateAt, now)
                        .SetProperty(
                            message => message.Problem,
                            "The portal stopped while this mail was being handed over."
                        ),
                cancellationToken
            );
        await transaction.CommitAsync(cancellationToken);
        return uncertain;
    }

    /// <summary>Takes some of what waits, the oldest first.</summary>
    /// <returns>What this run has taken; empty when nothing waits, or others took it.</returns>
    public async Task<IReadOnlyList<OutboxMessage>> LeaseAsync(
        Guid leaseId,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var until = now + LeaseTime;
        var ids = await database
            .OutboxMessages.Waiting(now)
            .OrderBy(message => message.NotBefore)
            .ThenBy(message => message.Id)
            .Select(message => message.Id)
            .Take(MostInOneLease)
            .ToArrayAsync(cancellationToken);
        if (ids.Length == 0)
        {
            return [];
        }

        await using (
            var transaction = await database.Database.BeginTransactionAsync(cancellationToken)
        )
        {
            await database.TakeTurnAsync(Turn.Outbox, cancellationToken);
            await database
                .OutboxMessages.Waiting(now)
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

        return await database
            .OutboxMessages.AsNoTracking()
            .LeasedBy(leaseId)
            .OrderBy(message => message.NotBefore)
            .ThenBy(message => message.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Says that the hand-over of a mail begins, and in the same commit what came of the one before: so a worker that dies leaves
    /// one mail uncertain at most.
    /// </summary>
    /// <returns>Whether it may begin; false when the lease ran out and somebody else has it.</returns>
    public async Task<bool> BeginAsync(
        OutboxMessage message,
        Guid leaseId,
        (OutboxMessage Message, MailHandOver HandOver)? before,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var until = now + LongestHandOver;
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database.TakeTurnAsync(Turn.Outbox, cancellationToken);
        if (before is { } done)
        {
            await EndAsync(done.Message, leaseId, done.HandOver, cancellationToken);
        }

        var begun = await database
            .OutboxMessages.LeasedBy(leaseId)
            .Where(one => one.Id == message.Id && one.LeasedUntil >= now)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(one => one.State, OutboxState.HandingOff)
                        .SetProperty(one => one.LeasedUntil, until)
                        .SetProperty(one => one.Attempts, one => one.Attempts + 1)
                        .SetProperty(one => one.StateAt, now),
                cancellationToken
            );
        await transaction.CommitAsync(cancellationToken);
        return begun == 1;
    }

    /// <summary>Says what came of the last hand-over of a run.</summary>
    public async Task FinishAsync(
        (OutboxMessage Message, MailHandOver HandOver) last,
        Guid leaseId,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database.TakeTurnAsync(Turn.Outbox, cancellationToken);
        await EndAsync(last.Message, leaseId, last.HandOver, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

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

        var ids = withdrawn.ToArray();
        await database
            .ReminderSteps.Where(step => EF.Parameter(ids).Contains(step.MessageId))
            .ExecuteDeleteAsync(cancellationToken);
        await database
            .ReminderChanges.Where(change => EF.Parameter(ids).Contains(change.MessageId))
            .ExecuteDeleteAsync(cancellationToken);
        await database
            .ReminderDigests.Where(digest => EF.Parameter(ids).Contains(digest.MessageId))
            .ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return withdrawn.Count;
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
                            .SetProperty(message => message.Problem, why)
                            .SetProperty(message => message.StateAt, now),
                    cancellationToken
                ) == 1;
    }

    // Somebody else may have called it uncertain meanwhile, because it took long; who handed it over knows better.
    private Task<int> EndAsync(
        OutboxMessage message,
        Guid leaseId,
        MailHandOver handOver,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var state = handOver.Outcome switch
        {
            MailOutcome.Delivered => OutboxState.Sent,
            MailOutcome.TryLater => OutboxState.Pending,
            MailOutcome.Refused => OutboxState.Failed,
            _ => OutboxState.Uncertain,
        };
        var notBefore = now + (FirstPause * Math.Pow(2, Math.Min(message.Attempts, MostDoublings)));
        var problem =
            handOver.Problem.Length <= OutboxMessage.ProblemLength
                ? handOver.Problem
                : handOver.Problem[..OutboxMessage.ProblemLength];
        return database
            .OutboxMessages.Where(one =>
                one.Id == message.Id
                && one.LeaseId == leaseId
                && (one.State == OutboxState.HandingOff || one.State == OutboxState.Uncertain)
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(one => one.State, state)
                        .SetProperty(one => one.NotBefore, notBefore)
                        .SetProperty(one => one.Problem, problem)
                        .SetProperty(one => one.StateAt, now),
                cancellationToken
            );
    }
}
