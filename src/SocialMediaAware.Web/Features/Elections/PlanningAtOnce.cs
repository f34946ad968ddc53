using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>
/// Plans anew as soon as an election changed, as the planner's own tick would do later. It works in a scope of its own, because a
/// plan is for every agency and the request that changed the election stands inside walls.
/// </summary>
public sealed class PlanningAtOnce(IServiceScopeFactory scopes)
{
    /// <summary>Plans.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().EnterEveryAgency();
        await scope
            .ServiceProvider.GetRequiredService<PlanAssignments>()
            .RunAsync(cancellationToken);
    }
}
