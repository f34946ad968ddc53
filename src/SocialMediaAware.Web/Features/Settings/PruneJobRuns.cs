using Microsoft.EntityFrameworkCore;
using Quartz;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Settings;

/// <summary>Lets go of old runs of jobs.</summary>
public sealed class PruneJobRuns(PortalDbContext database, TimeProvider clock)
{
    /// <summary>For how many days a run is kept.</summary>
    public const int DaysKept = 30;

    /// <summary>Deletes what is older.</summary>
    /// <returns>How many runs were deleted.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow().AddDays(-DaysKept);
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        var count = await database
            .JobRuns.Where(run => run.StartedAt < oldest)
            .ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return count;
    }
}

/// <summary>A tick: lets go of old runs of jobs.</summary>
public sealed class PruneJobRunsJob(PruneJobRuns prune) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    ) => context.Result = await prune.RunAsync(cancellationToken);
}
