using Microsoft.EntityFrameworkCore;
using Quartz;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Settings;

/// <summary>Leaves a row for every run of every job. That it cannot be written must not stop the job.</summary>
public sealed partial class JobRuns(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<JobRuns> logger
) : IJobListener
{
    private const string RunKey = "portal-run";

    /// <inheritdoc />
    public string Name => "job runs";

    /// <inheritdoc />
    public ValueTask JobExecutionVetoed(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    ) => ValueTask.CompletedTask;

    /// <inheritdoc />
    public async ValueTask JobToBeExecuted(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        var run = JobRun.Begin(context.JobDetail.JobType.Name, clock.GetUtcNow());
        await TryAsync(async database =>
        {
            database.Add(run);
            await database.SaveChangesAsync(cancellationToken);
            context.Put(RunKey, run.Id);
        });
    }

    /// <inheritdoc />
    public async ValueTask JobWasExecuted(
        IJobExecutionContext context,
        JobExecutionException? jobException,
        CancellationToken cancellationToken = default
    )
    {
        if (context.Get(RunKey) is not Guid id)
        {
            return;
        }

        // Not with the job's token: when the portal stops in the middle, the row still says how it ended.
        await TryAsync(async database =>
        {
            var run = await database.JobRuns.SingleAsync(
                run => run.Id == id,
                CancellationToken.None
            );
            run.End(context.Result?.ToString(), jobException, clock.GetUtcNow());
            await database.SaveChangesAsync(CancellationToken.None);
        });
    }

    private async Task TryAsync(Func<PortalDbContext, Task> work)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<AgencyScope>().EnterEveryAgency();
            await work(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogNotWritten(logger, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The run of a job could not be written down")]
    private static partial void LogNotWritten(ILogger logger, Exception error);
}
