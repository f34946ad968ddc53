using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>
/// Plans for the person who has just signed in, outside the walls of the request. A plan that fails must not keep anybody out: the
/// next tick makes it good.
/// </summary>
public sealed partial class PlanAfterSignIn(
    IServiceScopeFactory scopes,
    ILogger<PlanAfterSignIn> logger
)
{
    /// <summary>Plans and applies for one person.</summary>
    public async Task RunAsync(Guid personId, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<AgencyScope>().EnterEveryAgency();
            await scope
                .ServiceProvider.GetRequiredService<PlanAssignments>()
                .RunForAsync(personId, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogNotPlanned(logger, error);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The assignments of a person who signed in could not be planned; the next tick tries again"
    )]
    private static partial void LogNotPlanned(ILogger logger, Exception error);
}
