using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>
/// Plans anew as soon as something changed, as the planner's own tick would do later. It works in a scope of its own, because a
/// plan is for every agency and the request that changed something stands inside walls.
/// </summary>
public sealed class PlanningAtOnce(IServiceScopeFactory scopes)
{
    /// <summary>Plans for everybody.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        RunAsync((planner, stop) => planner.RunAsync(stop), cancellationToken);

    /// <summary>Plans for one person.</summary>
    public Task RunForAsync(Guid personId, CancellationToken cancellationToken) =>
        RunAsync((planner, stop) => planner.RunForAsync(personId, stop), cancellationToken);

    private async Task RunAsync(
        Func<PlanAssignments, CancellationToken, Task<int>> plan,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().EnterEveryAgency();
        await plan(scope.ServiceProvider.GetRequiredService<PlanAssignments>(), cancellationToken);
    }
}
