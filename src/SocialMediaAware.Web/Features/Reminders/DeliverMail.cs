using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>What a run of the delivery did.</summary>
/// <param name="Sent">Handed over.</param>
/// <param name="Later">To be tried again.</param>
/// <param name="Failed">Refused for good.</param>
/// <param name="Uncertain">Nobody knows: a hand-over that was begun and never ended.</param>
/// <param name="Withdrawn">Taken back, because what they said was no longer so.</param>
public sealed record DeliveryCounts(int Sent, int Later, int Failed, int Uncertain, int Withdrawn)
{
    /// <summary>Whether more could go if the minute were not full.</summary>
    public bool IsThrottled { get; init; }

    /// <summary>How many mails it dealt with.</summary>
    public int All => Sent + Later + Failed + Uncertain + Withdrawn;

    /// <summary>With what came of one more mail.</summary>
    public DeliveryCounts With(MailOutcome outcome) =>
        outcome switch
        {
            MailOutcome.Delivered => this with { Sent = Sent + 1 },
            MailOutcome.TryLater => this with { Later = Later + 1 },
            MailOutcome.Refused => this with { Failed = Failed + 1 },
            _ => this with { Uncertain = Uncertain + 1 },
        };
}

/// <summary>
/// Hands over what waits in the outbox, one mail after the other. Each is checked once more before; that its hand-over begins is
/// committed before it does. Several of these may run at once.
/// </summary>
public sealed partial class DeliverMail(
    Outbox outbox,
    HandOverCheck check,
    IMailDelivery delivery,
    MailSettings settings,
    MailSeal seal,
    ILogger<DeliverMail> logger
)
{
    /// <summary>Delivers until nothing waits any more, or the minute is full. The caller stands outside the walls.</summary>
    public async Task<DeliveryCounts> RunAsync(CancellationToken cancellationToken)
    {
        var leaseId = Guid.CreateVersion7();
        var uncertain = await outbox.RecoverAsync(cancellationToken);
        var counts = new DeliveryCounts(0, 0, 0, uncertain, 0);
        while (await outbox.LeaseAsync(leaseId, cancellationToken) is { Count: > 0 } leased)
        {
            var (going, stopped) = await CheckAsync(leased, leaseId, cancellationToken);
            counts = await HandOverAsync(
                going,
                leaseId,
                counts with
                {
                    Withdrawn = counts.Withdrawn + stopped.Withdrawn,
                    Failed = counts.Failed + stopped.Failed,
                },
                cancellationToken
            );
        }

        return counts with
        {
            IsThrottled =
                settings.MailsPerMinute > 0 && await outbox.AnyMayGoAsync(cancellationToken),
        };
    }

    private async Task<(
        IReadOnlyList<OutboxMessage> Going,
        (int Withdrawn, int Failed) Stopped
    )> CheckAsync(
        IReadOnlyList<OutboxMessage> leased,
        Guid leaseId,
        CancellationToken cancellationToken
    )
    {
        var stopped = await check.FindUntrueAsync(leased, cancellationToken);
        var withdrawn = await outbox.WithdrawAsync(
            [.. stopped.Where(one => !one.IsFailure).Select(one => (one.Message, one.Why))],
            leaseId,
            cancellationToken
        );
        var failed = await outbox.FailAsync(
            [.. stopped.Where(one => one.IsFailure).Select(one => (one.Message, one.Why))],
            leaseId,
            cancellationToken
        );
        var leftOut = stopped.Select(one => one.Message.Id).ToHashSet();
        return ([.. leased.Where(message => !leftOut.Contains(message.Id))], (withdrawn, failed));
    }

    private async Task<DeliveryCounts> HandOverAsync(
        IReadOnlyList<OutboxMessage> messages,
        Guid leaseId,
        DeliveryCounts counts,
        CancellationToken cancellationToken
    )
    {
        (OutboxMessage Message, MailHandOver HandOver)? last = null;
        try
        {
            foreach (var message in messages)
            {
                cancellationToken.ThrowIfCancellationRequested();
                // What has begun is ended, also while the portal stops: nothing in here is cancelled.
                var mayBegin = await outbox.BeginAsync(
                    message,
                    leaseId,
                    last,
                    CancellationToken.None
                );
                last = null;
                if (mayBegin)
                {
                    last = (message, await HandOverAsync(message));
                    counts = counts.With(last.Value.HandOver.Outcome);
                }
            }
        }
        finally
        {
            if (last is { } done)
            {
                await outbox.FinishAsync(done, leaseId, CancellationToken.None);
            }
        }

        return counts;
    }

    private async Task<MailHandOver> HandOverAsync(OutboxMessage message)
    {
        var secret = message.SealedSecret is { } closed ? seal.Open(closed) : null;
        if (secret is null && message.NeedsSecret)
        {
            // A link without its secret opens nothing.
            return new MailHandOver(
                MailOutcome.Refused,
                "The portal’s keys are no longer those that its link was closed with. Please make a new link."
            );
        }

        try
        {
            return await delivery.HandOverAsync(
                message.Mailed(settings, secret),
                CancellationToken.None
            );
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            LogUncertain(logger, problem, message.Id);
            return new MailHandOver(MailOutcome.Uncertain, problem.GetType().Name);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Nobody knows whether mail {MessageId} was handed over"
    )]
    private static partial void LogUncertain(ILogger logger, Exception problem, Guid messageId);
}
