using Quartz;
using SocialMediaAware.Web.Features.Backups;
using SocialMediaAware.Web.Features.Clock;
using SocialMediaAware.Web.Features.People.Demonstration;
using SocialMediaAware.Web.Features.People.Import;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Features.Reminders.Telling;
using SocialMediaAware.Web.Features.Reminders.Watching;
using SocialMediaAware.Web.Features.Reports.Exports.Feed;
using SocialMediaAware.Web.Features.Reports.Monthly;
using SocialMediaAware.Web.Features.Settings;

namespace SocialMediaAware.Web.Web;

/// <summary>A job and when it runs: every so often, or once a night.</summary>
/// <param name="JobType">The job's class; its name is the key of its words and of its runs.</param>
/// <param name="Interval">The time between two ticks; zero for a nightly job.</param>
/// <param name="NightlyAt">The time of night in New Zealand; null for a job that ticks.</param>
public sealed record ScheduledJob(Type JobType, TimeSpan Interval, TimeOnly? NightlyAt)
{
    /// <summary>The job's name, in its runs and its words.</summary>
    public string Name => JobType.Name;
}

/// <summary>The table of everything that runs by itself. A job is a tick: what is due is computed from the database.</summary>
public static class Schedules
{
    /// <summary>The clockwork's name.</summary>
    public const string Name = "portal";

    private static readonly (ScheduledJob Job, Action<IQuartzBuilder, ScheduledJob> Add)[] Rows =
    [
        Every<PlanAssignmentsJob>(TimeSpan.FromMinutes(15)),
        Every<SendRemindersJob>(TimeSpan.FromMinutes(15)),
        Every<TellWaitingJob>(TimeSpan.FromMinutes(5)),
        Every<TellReceiptsJob>(TimeSpan.FromMinutes(5)),
        Every<DeliverMailJob>(TimeSpan.FromMinutes(1)),
        Every<WatchMailJob>(TimeSpan.FromMinutes(10)),
        Every<SendMonthlyReportsJob>(TimeSpan.FromHours(1)),
        Every<NightlyBackupJob>(TimeSpan.FromMinutes(30)),
        Nightly<NightlyImportsJob>(new TimeOnly(1, 30)),
        Nightly<CompletionFeedJob>(new TimeOnly(2, 10)),
        Nightly<PruneJobRunsJob>(new TimeOnly(3, 10)),
    ];

    /// <summary>The jobs, in the order in which people see them.</summary>
    public static IReadOnlyList<ScheduledJob> Table { get; } = [.. Rows.Select(row => row.Job)];

    /// <summary>Adds the clockwork and what it drives.</summary>
    public static IServiceCollection AddSchedules(this IServiceCollection services)
    {
        services.AddQuartz(
            Name,
            clockwork =>
            {
                // Not the portal's clock, which can be moved: a tick comes when time has passed in the world. Only a scheduler with a name
                // has a clock of its own; without one this would become everybody's.
                clockwork.UseTimeProvider(TimeProvider.System);
                clockwork.AddJobMiddleware<JobRunRecording>();
                foreach (var (job, add) in Rows)
                {
                    add(clockwork, job);
                }
            }
        );
        // What is done each day when the date is moved for trying the portal, in this order.
        services.AddDailyTick<PlanAssignments>((plan, stop) => plan.RunAsync(stop));
        services.AddDailyTick<Remind>((remind, stop) => remind.RunAsync(stop));
        services.AddDailyTick<TellWaiting>((tell, stop) => tell.RunAsync(stop));
        services.AddDailyTick<SendMonthlyReports>((monthly, stop) => monthly.RunAsync(stop));
        services.AddDailyTick<DeliverMail>((mail, stop) => mail.RunAsync(stop));
        services.AddDailyTick<DemonstrationDay>((people, stop) => people.RunAsync(stop));
        return services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    // The first tick comes one interval after the start: what must be done at the start is done before the first page.
    private static (ScheduledJob, Action<IQuartzBuilder, ScheduledJob>) Every<TJob>(
        TimeSpan interval
    )
        where TJob : class, IJob =>
        (
            new(typeof(TJob), interval, NightlyAt: null),
            (clockwork, job) =>
                clockwork.ScheduleJob<TJob>(
                    trigger =>
                        trigger
                            .StartAt(TimeProvider.System.GetUtcNow() + job.Interval)
                            .WithSimpleSchedule(job.Interval),
                    OneAtATime
                )
        );

    private static (ScheduledJob, Action<IQuartzBuilder, ScheduledJob>) Nightly<TJob>(TimeOnly time)
        where TJob : class, IJob =>
        (
            new(typeof(TJob), TimeSpan.Zero, time),
            (clockwork, job) =>
                clockwork.ScheduleJob<TJob>(
                    trigger =>
                        trigger.WithCronSchedule(
                            $"0 {time.Minute} {time.Hour} * * ?",
                            schedule =>
                                schedule.InTimeZone(
                                    TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland")
                                )
                        ),
                    OneAtATime
                )
        );

    // A tick that takes longer than its interval is not overtaken by the next.
    private static void OneAtATime<TJob>(IJobConfigurator<TJob> job)
        where TJob : class, IJob =>
        job.WithIdentity(typeof(TJob).Name).DisallowConcurrentExecution();
}
