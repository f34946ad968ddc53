using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Web.Features.People;

/// <summary>
/// What follows at once when facts about a person changed and were saved: their assignments are planned anew, and where they left
/// or died, mail that waits is taken back. It works outside the walls of the request. What fails here is made good by the next
/// tick, and must not undo what was saved.
/// </summary>
public sealed partial class AfterPersonChange(
    IServiceScopeFactory scopes,
    PlanningAtOnce planning,
    ILogger<AfterPersonChange> logger
)
{
    /// <summary>Plans for the person.</summary>
    public async Task PlanAsync(Guid personId, CancellationToken cancellationToken)
    {
        try
        {
            await planning.RunForAsync(personId, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogNotDone(logger, error);
        }
    }

    /// <summary>Plans for everybody, where many are concerned.</summary>
    public async Task PlanEverybodyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await planning.RunAsync(cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogNotDone(logger, error);
        }
    }

    /// <summary>Plans for the person and takes back mail that waits.</summary>
    public async Task WithdrawAsync(Guid personId, CancellationToken cancellationToken)
    {
        await PlanAsync(personId, cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<AgencyScope>().EnterEveryAgency();
            await scope
                .ServiceProvider.GetRequiredService<WithdrawingMail>()
                .RunAsync(personId, "What it says is no longer so.", cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogNotDone(logger, error);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "What follows from a change of a person could not be done at once; the next tick tries again"
    )]
    private static partial void LogNotDone(ILogger logger, Exception error);
}
