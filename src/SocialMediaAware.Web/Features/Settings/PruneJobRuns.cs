using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Settings;

/// <summary>Forgets runs of jobs after 90 days, a batch in each transaction. The last run of each job stays, however old it is.</summary>
public sealed class PruneJobRuns(PortalDbContext database, TimeProvider clock)
{
    /// <summary>How long runs are kept.</summary>
    public const int DaysKept = 90;

    /// <summary>How many rows one transaction takes: signers wait for no more than that.</summary>
    public const int RowsInABatch = 1000;

    /// <summary>Forgets them.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().AddDays(-DaysKept);
        var forgotten = 0;
        int batch;
        do
        {
            batch = await ForgetABatchAsync(before, cancellationToken);
            forgotten += batch;
        } while (batch == RowsInABatch);
        return forgotten;
    }

    private async Task<int> ForgetABatchAsync(
        DateTimeOffset before,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        var ids = await database
            .JobRuns.OutOfDate(before)
            .Select(run => run.Id)
            .Take(RowsInABatch)
            .ToArrayAsync(cancellationToken);
        var count = await database
            .JobRuns.Where(run => EF.Parameter(ids).Contains(run.Id))
            .ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return count;
    }
}
