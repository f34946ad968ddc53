using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.Settings;

/// <summary>A run, as the page shows it.</summary>
public sealed record JobRunLine(
    Guid Id,
    string Job,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    long? Count,
    string? ErrorKind,
    string? ErrorMessage,
    JobRunState State
);

/// <summary>A job of the table of schedules with its last run; null when it never ran.</summary>
public sealed record JobLine(ScheduledJob Job, JobRunLine? Last);

/// <summary>
/// What runs by itself, and how it went. Every job is asked for its last run, and the list for one page, along an index: how many
/// runs there are makes no difference.
/// </summary>
public sealed class JobBoard(
    PortalDbContext database,
    DatabaseSettings settings,
    RunningJobs running,
    TimeProvider clock
)
{
    /// <summary>How many runs a page holds.</summary>
    public const int PageLength = 50;

    // With several replicas another one may be at work; nothing here takes longer.
    private static readonly TimeSpan LongestRunElsewhere = TimeSpan.FromHours(1);

    /// <summary>Every job of the table, with its last run.</summary>
    public async Task<IReadOnlyList<JobLine>> ReadJobsAsync(CancellationToken cancellationToken)
    {
        var newest = Schedules
            .Table.Select(job => database.JobRuns.Of(job.Name).Newest(1))
            .Aggregate((all, next) => all.Concat(next));
        var runs = await newest.AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. Schedules.Table.Select(job => new JobLine(
                job,
                runs.Find(run => run.Job == job.Name) is { } last ? ToLine(last) : null
            )),
        ];
    }

    /// <summary>A page of runs, newest first, and whether there are older ones.</summary>
    /// <param name="job">One job only; null for all.</param>
    /// <param name="before">The run after whose place in the list to go on; null for the newest.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<(IReadOnlyList<JobRunLine> Lines, bool HasOlder)> ReadRunsAsync(
        string? job,
        Guid? before,
        CancellationToken cancellationToken
    )
    {
        var last = await PlaceOfAsync(before, cancellationToken);
        var runs = await database
            .JobRuns.AsNoTracking()
            .Of(job)
            .Before(last)
            .Newest(PageLength + 1)
            .ToListAsync(cancellationToken);
        return ([.. runs.Take(PageLength).Select(ToLine)], runs.Count > PageLength);
    }

    private async Task<(DateTimeOffset StartedAt, Guid Id)?> PlaceOfAsync(
        Guid? runId,
        CancellationToken cancellationToken
    )
    {
        var place = await database
            .JobRuns.Where(run => run.Id == runId)
            .Select(run => new { run.StartedAt, run.Id })
            .SingleOrDefaultAsync(cancellationToken);
        return place is null ? null : (place.StartedAt, place.Id);
    }

    private JobRunLine ToLine(JobRun run) =>
        new(
            run.Id,
            run.Job,
            run.StartedAt,
            run.EndedAt,
            run.Count,
            run.ErrorKind,
            run.ErrorMessage,
            StateOf(run)
        );

    private JobRunState StateOf(JobRun run)
    {
        if (run.EndedAt is not null)
        {
            return run.ErrorKind is null ? JobRunState.Done : JobRunState.Failed;
        }

        var isElsewhere =
            settings.IsPostgres && run.StartedAt > clock.GetUtcNow() - LongestRunElsewhere;
        return running.Contains(run.Id) || isElsewhere
            ? JobRunState.Running
            : JobRunState.DidNotEnd;
    }
}
