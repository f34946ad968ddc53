using Quartz;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>A tick: hands over the mail that waits.</summary>
[DisallowConcurrentExecution]
public sealed class DeliverMailJob(AgencyScope scope, DeliverMail deliver) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        scope.EnterEveryAgency();
        context.Result = (await deliver.RunAsync(cancellationToken)).All;
    }
}
