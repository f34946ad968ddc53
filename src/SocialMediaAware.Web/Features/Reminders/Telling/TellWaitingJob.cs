using Quartz;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reminders.Telling;

/// <summary>
/// A tick: looks for whom something waits. It leaves no count, because one mail more may be one question more, and that is between
/// who asks and who answers.
/// </summary>
[DisallowConcurrentExecution]
public sealed class TellWaitingJob(AgencyScope scope, TellWaiting tell) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        scope.EnterEveryAgency();
        await tell.RunAsync(cancellationToken);
    }
}
