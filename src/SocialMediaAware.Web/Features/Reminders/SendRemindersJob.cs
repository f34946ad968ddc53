using Quartz;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>A tick: looks who is to be reminded. A missed one loses nothing, one too many writes to nobody twice.</summary>
[DisallowConcurrentExecution]
public sealed class SendRemindersJob(AgencyScope scope, Remind remind) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        scope.EnterEveryAgency();
        context.Result = await remind.RunAsync(cancellationToken);
    }
}
