using Microsoft.EntityFrameworkCore;
using Quartz;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Settings;

/// <summary>
/// Leaves a row for every run of every job, also when it throws. It stands round the job, because a listener would be told of a
/// wrapped error. A row that cannot be written is no reason to leave the work undone.
/// </summary>
public sealed partial class JobRunRecording(
    IServiceScopeFactory scopes,
    RunningJobs running,
    Clockwork clockwork,
    TimeProvider clock,
    ILogger<JobRunRecording> logger
) : IJobExecutionMiddleware
{
    /// <inheritdoc />
    public async ValueTask Invoke(
        IJobExecutionContext context,
        JobExecutionDelegate next,
        CancellationToken cancellationToken = default
    )
    {
        var run = JobRun.Begin(context.JobDetail.JobType.Type.Name, clock.GetUtcNow());
        running.Begin(run.Id);
        clockwork.Tick();
        try
        {
            var isWritten = await TryWriteAsync(run, isNew: true);
            try
            {
                await next(context, cancellationToken);
                run.End(CountOf(context.Result), clock.GetUtcNow());
            }
            catch (Exception error)
            {
                run.Fail(error, clock.GetUtcNow());
                throw;
            }
            finally
            {
                await TryWriteAsync(run, isNew: !isWritten);
            }
        }
        finally
        {
            running.End(run.Id);
            clockwork.Tick();
        }
    }

    private static long? CountOf(object? result) =>
        result switch
        {
            int count => count,
            long count => count,
            _ => null,
        };

    // Not ended by the scheduler's stop: how a run ended is worth the moment it takes.
    private async Task<bool> TryWriteAsync(JobRun run, bool isNew)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            database.Entry(run).State = isNew ? EntityState.Added : EntityState.Modified;
            await database.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (Exception problem)
        {
            LogNotWritten(logger, problem, run.Job);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A run of {Job} could not be recorded")]
    private static partial void LogNotWritten(ILogger logger, Exception problem, string job);
}
