using Quartz;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reports.Monthly;

/// <summary>A tick: writes the monthly figures that are due.</summary>
public sealed class SendMonthlyReportsJob(SendMonthlyReports monthly, AgencyScope scope) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        scope.EnterEveryAgency();
        context.Result = await monthly.RunAsync(cancellationToken);
    }
}
