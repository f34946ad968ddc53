using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>
/// Changes the states of mails, by conditional updates only: zero rows changed means that another worker was there first. Each
/// change is committed before it returns.
/// </summary>
public sealed partial class Outbox(
    PortalDbContext database,
    MailSettings settings,
    TimeProvider clock
)
{
    /// <summary>So often a link to get in is handed over at most, where nobody knows whether it went.</summary>
    public const int MostUncertainTries = 5;

    internal static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestHandOver = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private const int MostDoublings = 6;

    /// <summary>
    /// Says that the hand-over of a mail begins, and in the same commit what came of the one before: so a worker that dies leaves
    /// one mail uncertain at most. What was signed, left or grew too late since the mail was taken is looked at once more, in the
    /// very step that begins: such a mail waits again, so that the next look at it says why it does not go.
    /// </summary>
    /// <returns>Whether it may begin; false when it waits again, or somebody else has it.</returns>
    public async Task<bool> BeginAsync(
        OutboxMessage message,
        Guid leaseId,
        (OutboxMessage Message, MailHandOver HandOver)? before,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database.TakeTurnAsync(Turn.Outbox, cancellationToken);
        if (before is { } done)
        {
            await EndAsync(done.Message, leaseId, done.HandOver, cancellationToken);
        }

        var now = clock.GetUtcNow();
        var until = now + LongestHandOver;
        var own = database
            .OutboxMessages.LeasedBy(leaseId)
            .Where(one => one.Id == message.Id && one.LeasedUntil >= now);
        var begun = await own.StillSo(database, now)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(one => one.State, OutboxState.HandingOff)
                        .SetProperty(one => one.LeasedUntil, until)
                        .SetProperty(one => one.Attempts, one => one.Attempts + 1)
                        .SetProperty(one => one.StateAt, now),
                cancellationToken
            );
        if (begun == 0)
        {
            await WaitAgainAsync(own, now, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return begun == 1;
    }

    private static Task<int> WaitAgainAsync(
        IQueryable<OutboxMessage> messages,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        messages.ExecuteUpdateAsync(
            set =>
                set.SetProperty(message => message.State, OutboxState.Pending)
                    .SetProperty(message => message.StateAt, now),
            cancellationToken
        );

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

    // Somebody else may have called it uncertain meanwhile, or let it wait again, because it took long; who handed it over knows
    // better.
    private async Task EndAsync(
        OutboxMessage message,
        Guid leaseId,
        MailHandOver handOver,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var tries = message.Attempts + 1;
        var state = StateAfter(handOver.Outcome, message.Kind, tries);
        var isLater = state == OutboxState.Pending;
        var notBefore = now + PauseAfter(tries);
        var problem = Shortened(handOver.Problem);
        var ended = await database
            .OutboxMessages.Where(one =>
                one.Id == message.Id
                && one.LeaseId == leaseId
                && (
                    one.State == OutboxState.HandingOff
                    || one.State == OutboxState.Uncertain
                    || (one.State == OutboxState.Pending && one.Kind == MailKind.Security)
                )
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(one => one.State, state)
                        .SetProperty(one => one.NotBefore, notBefore)
                        .SetProperty(one => one.Problem, problem)
                        .SetProperty(
                            one => one.SealedSecret,
                            one => isLater ? one.SealedSecret : null
                        )
                        .SetProperty(one => one.StateAt, now),
                cancellationToken
            );
        if (ended == 1 && state == OutboxState.Failed && handOver.IsAddressRefused)
        {
            await RefuseAddressAsync(message, problem, now, cancellationToken);
        }
    }

    private static OutboxState StateAfter(MailOutcome outcome, MailKind kind, int tries) =>
        outcome switch
        {
            MailOutcome.Delivered => OutboxState.Sent,
            MailOutcome.TryLater => OutboxState.Pending,
            MailOutcome.Refused => OutboxState.Failed,
            _ => kind == MailKind.Security && tries < MostUncertainTries
                ? OutboxState.Pending
                : OutboxState.Uncertain,
        };

    // One minute, two, four and so on, up to an hour.
    private static TimeSpan PauseAfter(int tries)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(tries - 1, MostDoublings));
        return pause < LongestPause ? pause : LongestPause;
    }

    private static string Shortened(string problem) =>
        problem.Length <= OutboxMessage.ProblemLength
            ? problem
            : problem[..OutboxMessage.ProblemLength];
}
