using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reminders;

/// <content>Taking mails, and taking them up again from a worker that has gone.</content>
public sealed partial class Outbox
{
    private const int MostInOneLease = 200;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Looks after mails whose worker has gone: what it had not begun waits again. What it was handing over is uncertain for good,
    /// but for links to get in, which are tried again.
    /// </summary>
    /// <returns>How many became uncertain.</returns>
    public async Task<int> RecoverAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!await database.OutboxMessages.LeftBehind(now).AnyAsync(cancellationToken))
        {
            return 0;
        }

        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database.TakeTurnAsync(Turn.Outbox, cancellationToken);
        var leftBehind = database.OutboxMessages.LeftBehind(now);
        await WaitAgainAsync(
            leftBehind.Where(message => message.State == OutboxState.Leased),
            now,
            cancellationToken
        );
        var again = now + FirstPause;
        await leftBehind
            .Where(message =>
                message.Kind == MailKind.Security && message.Attempts < MostUncertainTries
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(message => message.State, OutboxState.Pending)
                        .SetProperty(message => message.NotBefore, again)
                        .SetProperty(message => message.StateAt, now)
                        .SetProperty(message => message.Problem, StoppedMeanwhile),
                cancellationToken
            );
        var uncertain = await leftBehind.ExecuteUpdateAsync(
            set =>
                set.SetProperty(message => message.State, OutboxState.Uncertain)
                    .SetProperty(message => message.SealedSecret, (string?)null)
                    .SetProperty(message => message.StateAt, now)
                    .SetProperty(message => message.Problem, StoppedMeanwhile),
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
        return uncertain;
    }

    private const string StoppedMeanwhile =
        "The portal stopped while this mail was being handed over.";

    /// <summary>
    /// Takes some of what waits: links to get in first, then the oldest. Never more than may go in this minute, over all workers:
    /// what somebody has taken, and what was tried in the last sixty seconds, is counted in the same turn.
    /// </summary>
    /// <returns>What this run has taken; empty when nothing waits, others took it, or the minute is full.</returns>
    public async Task<IReadOnlyList<OutboxMessage>> LeaseAsync(
        Guid leaseId,
        CancellationToken cancellationToken
    )
    {
        if (!await AnyMayGoAsync(cancellationToken))
        {
            return [];
        }

        await using (
            var transaction = await database.Database.BeginTransactionAsync(cancellationToken)
        )
        {
            await database.TakeTurnAsync(Turn.Outbox, cancellationToken);
            var now = clock.GetUtcNow();
            var until = now + LeaseTime;
            var ids = await NextAsync(now, cancellationToken);
            await database
                .OutboxMessages.Where(message =>
                    message.State == OutboxState.Pending && EF.Parameter(ids).Contains(message.Id)
                )
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

        var leased = await database
            .OutboxMessages.AsNoTracking()
            .LeasedBy(leaseId)
            .OrderBy(message => message.NotBefore)
            .ThenBy(message => message.Id)
            .ToListAsync(cancellationToken);
        return [.. leased.OrderBy(message => message.Kind == MailKind.Security ? 0 : 1)];
    }

    /// <summary>Whether anything could go now, if there were room.</summary>
    public async Task<bool> AnyMayGoAsync(CancellationToken cancellationToken) =>
        await (await MayGoAsync(clock.GetUtcNow(), cancellationToken)).AnyAsync(cancellationToken);

    private async Task<IQueryable<OutboxMessage>> MayGoAsync(
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var held = await database.MailHolds.HeldAgencies().ToArrayAsync(cancellationToken);
        return database.OutboxMessages.Waiting(now).NotKeptBack(held, database.Assignments);
    }

    private async Task<Guid[]> NextAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var room = await RoomAsync(now, cancellationToken);
        if (room == 0)
        {
            return [];
        }

        var mayGo = await MayGoAsync(now, cancellationToken);
        var links = await OldestAsync(
            mayGo.Where(message => message.Kind == MailKind.Security),
            room,
            cancellationToken
        );
        var others = await OldestAsync(
            mayGo.Where(message => message.Kind != MailKind.Security),
            room - links.Length,
            cancellationToken
        );
        return [.. links, .. others];
    }

    private static Task<Guid[]> OldestAsync(
        IQueryable<OutboxMessage> messages,
        int most,
        CancellationToken cancellationToken
    ) =>
        messages
            .OrderBy(message => message.NotBefore)
            .ThenBy(message => message.Id)
            .Select(message => message.Id)
            .Take(most)
            .ToArrayAsync(cancellationToken);

    // What ended in the last minute began in it or before: so no sixty seconds see more, whenever they begin. What waits again since
    // then counts too, because it may have been tried.
    private async Task<int> RoomAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (settings.MailsPerMinute == 0)
        {
            return MostInOneLease;
        }

        var since = now - Minute;
        var underWay = await database.OutboxMessages.CountAsync(
            message =>
                message.State == OutboxState.Leased || message.State == OutboxState.HandingOff,
            cancellationToken
        );
        var lately = await database.OutboxMessages.CountAsync(
            message =>
                message.StateAt > since
                && (
                    message.State == OutboxState.Sent
                    || message.State == OutboxState.Failed
                    || message.State == OutboxState.Uncertain
                    || (message.State == OutboxState.Withdrawn && message.Attempts > 0)
                    || (message.State == OutboxState.Pending && message.StateAt > message.CreatedAt)
                ),
            cancellationToken
        );
        return Math.Clamp(settings.MailsPerMinute - underWay - lately, 0, MostInOneLease);
    }
}
