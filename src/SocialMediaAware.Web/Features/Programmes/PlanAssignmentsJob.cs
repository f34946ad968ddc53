using Quartz;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>A tick: looks whether assignments are what they should be. A missed one loses nothing, one too many changes nothing.</summary>
public sealed class PlanAssignmentsJob(AgencyScope scope, PlanAssignments plan) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        scope.EnterEveryAgency();
        context.Result = await plan.RunAsync(cancellationToken);
    }
}
