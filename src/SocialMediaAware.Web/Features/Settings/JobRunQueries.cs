namespace SocialMediaAware.Web.Features.Settings;

/// <summary>Questions about runs of jobs.</summary>
public static class JobRunQueries
{
    /// <summary>Runs of one job, where one is named.</summary>
    public static IQueryable<JobRun> Of(this IQueryable<JobRun> runs, string? job) =>
        job is null ? runs : runs.Where(run => run.Job == job);

    /// <summary>Runs before another, in the order in which they are listed.</summary>
    public static IQueryable<JobRun> Before(
        this IQueryable<JobRun> runs,
        (DateTimeOffset StartedAt, Guid Id)? last
    )
    {
        if (last is not var (startedAt, id))
        {
            return runs;
        }

        // The first condition says nothing new, but an index can begin with it.
        return runs.Where(run =>
            run.StartedAt <= startedAt && (run.StartedAt < startedAt || run.Id.CompareTo(id) < 0)
        );
    }

    /// <summary>The newest runs.</summary>
    public static IQueryable<JobRun> Newest(this IQueryable<JobRun> runs, int count) =>
        runs.OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id).Take(count);

    /// <summary>Runs that began before an instant and are not the last of their job, oldest first.</summary>
    public static IQueryable<JobRun> OutOfDate(
        this IQueryable<JobRun> runs,
        DateTimeOffset before
    ) =>
        runs.Where(run =>
                run.StartedAt < before
                && runs.Any(later => later.Job == run.Job && later.StartedAt > run.StartedAt)
            )
            .OrderBy(run => run.StartedAt);
}
