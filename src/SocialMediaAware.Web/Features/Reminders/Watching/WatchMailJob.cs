using Quartz;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reminders.Watching;

/// <summary>A tick: looks whether the mail that was expected today has gone out.</summary>
[DisallowConcurrentExecution]
public sealed class WatchMailJob(AgencyScope scope, WatchMail watch) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        scope.EnterEveryAgency();
        context.Result = await watch.RunAsync(cancellationToken);
    }
}
