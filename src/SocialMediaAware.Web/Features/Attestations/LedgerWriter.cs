using System.Threading.Channels;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>
/// Writes signatures into the record. Many people sign at once: whoever waits shares one transaction, and each is answered after it
/// was committed. What was handed in is recorded even when its request is gone, and before the portal stops.
/// </summary>
public sealed class LedgerWriter(IServiceScopeFactory scopes, ILogger<LedgerWriter> logger)
    : BackgroundService
{
    /// <summary>How many signatures share a transaction at most.</summary>
    public const int LargestBatch = 64;

    private const int LongestQueue = 1024;

    private readonly Channel<Pending> queue = Channel.CreateBounded<Pending>(
        new BoundedChannelOptions(LongestQueue) { SingleReader = true }
    );

    /// <summary>Hands in a signature and waits until it is in the record.</summary>
    /// <returns>The record, or why there is none. Handing in again is safe: it leads to the same record.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up waiting; the signature may be recorded all the same.</exception>
    public async Task<SignatureOutcome> RecordAsync(
        Signature signature,
        CancellationToken cancellationToken
    )
    {
        var pending = new Pending(
            signature,
            new(TaskCreationOptions.RunContinuationsAsynchronously)
        );
        try
        {
            await queue.Writer.WriteAsync(pending, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            return SignatureOutcome.Refused(SigningRefusal.Unavailable);
        }

        return await pending.Outcome.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Takes nothing more in, and returns when everything handed in was answered.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not the stopping token: the queue is closed when the portal stops, and what is in it is still written.
        while (await queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var batch = new List<Pending>(LargestBatch);
            while (batch.Count < LargestBatch && queue.Reader.TryRead(out var pending))
            {
                batch.Add(pending);
            }

            await RecordBatchAsync(batch);
        }
    }

    private async Task RecordBatchAsync(List<Pending> batch)
    {
        try
        {
            await RecordTogetherAsync(batch);
        }
        catch (Exception problem) when (batch.Count > 1)
        {
            logger.LogWarning(
                problem,
                "{Count} signatures could not be recorded together; each is tried alone",
                batch.Count
            );
            foreach (var pending in batch)
            {
                await RecordBatchAsync([pending]);
            }
        }
        catch (Exception problem)
        {
            logger.LogError(
                problem,
                "The signature for assignment {AssignmentId} could not be recorded",
                batch[0].Signature.AssignmentId
            );
            batch[0].Outcome.TrySetResult(SignatureOutcome.Refused(SigningRefusal.Unavailable));
        }
    }

    private async Task RecordTogetherAsync(List<Pending> batch)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().EnterEveryAgency();
        var outcomes = await scope
            .ServiceProvider.GetRequiredService<SharedCommit>()
            .RecordAsync([.. batch.Select(pending => pending.Signature)], CancellationToken.None);
        foreach (var (pending, outcome) in batch.Zip(outcomes))
        {
            pending.Outcome.TrySetResult(outcome);
        }
    }

    private sealed record Pending(
        Signature Signature,
        TaskCompletionSource<SignatureOutcome> Outcome
    );
}
