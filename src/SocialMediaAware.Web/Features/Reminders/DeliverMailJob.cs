using Quartz;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>
/// A tick: hands over the mail that waits. Where only so many may go in a minute, it looks again every other second until the next
/// tick is near, so that the minute is used from its beginning to its end.
/// </summary>
[DisallowConcurrentExecution]
public sealed class DeliverMailJob(AgencyScope scope, DeliverMail deliver) : IJob
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WithinATick = TimeSpan.FromSeconds(55);

    /// <inheritdoc />
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        scope.EnterEveryAgency();
        var begunAt = TimeProvider.System.GetTimestamp();
        var counts = await deliver.RunAsync(cancellationToken);
        var all = counts.All;
        while (counts.IsThrottled && TimeProvider.System.GetElapsedTime(begunAt) < WithinATick)
        {
            await Task.Delay(Pause, cancellationToken);
            counts = await deliver.RunAsync(cancellationToken);
            all += counts.All;
        }

        context.Result = all;
    }
}
