using Quartz;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reports.Exports.Feed;

/// <summary>A tick: writes yesterday's files for HR systems.</summary>
public sealed class CompletionFeedJob(CompletionFeed feed, AgencyScope scope) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        scope.EnterEveryAgency();
        context.Result = await feed.RunAsync(cancellationToken);
    }
}
