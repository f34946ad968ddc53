using Quartz;

namespace SocialMediaAware.Web.Features.Settings;

/// <summary>A tick: forgets old runs of jobs.</summary>
public sealed class PruneJobRunsJob(PruneJobRuns prune) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    ) => context.Result = await prune.RunAsync(cancellationToken);
}
