using Quartz;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reminders.Telling;

/// <summary>A tick: tells who signed where their receipt is. A missed one loses nothing, one too many tells nobody twice.</summary>
[DisallowConcurrentExecution]
public sealed class TellReceiptsJob(AgencyScope scope, TellReceipts tell) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        scope.EnterEveryAgency();
        context.Result = await tell.RunAsync(cancellationToken);
    }
}
