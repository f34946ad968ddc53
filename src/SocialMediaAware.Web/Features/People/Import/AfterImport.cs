using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Plans assignments at once after a small import. After a large one the planner's own tick does it within 15 minutes.</summary>
public sealed partial class AfterImport(PlanningAtOnce planning, ILogger<AfterImport> logger)
{
    private const int Small = 2000;

    /// <summary>Plans. What fails here is made good by the next tick, and must not undo what was saved.</summary>
    public async Task PlanAsync(
        ImportRun run,
        ImportAnswer answer,
        CancellationToken cancellationToken
    )
    {
        if (
            answer is not ImportAnswer.Applied
            || run.New + run.Changed + run.Ended + run.Back > Small
        )
        {
            return;
        }

        try
        {
            await planning.RunAsync(cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogNotPlanned(logger, error);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "What follows from an import could not be planned at once; the next tick tries again"
    )]
    private static partial void LogNotPlanned(ILogger logger, Exception error);
}
