using Quartz;
using SocialMediaAware.Web.Features.Backups;
using SocialMediaAware.Web.Features.Clock;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Features.Settings;

namespace SocialMediaAware.Web.Web;

/// <summary>The table of everything that runs by itself. A job is a tick: what is due is computed from the database.</summary>
public static class Schedules
{
    /// <summary>The clockwork's name.</summary>
    public const string Name = "portal";

    /// <summary>Every job, and how often it ticks.</summary>
    public static IReadOnlyList<(Type Job, TimeSpan Interval)> All { get; } =
    [
        (typeof(PlanAssignmentsJob), TimeSpan.FromMinutes(15)),
        (typeof(SendRemindersJob), TimeSpan.FromMinutes(15)),
        (typeof(DeliverMailJob), TimeSpan.FromMinutes(1)),
        (typeof(NightlyBackupJob), TimeSpan.FromMinutes(30)),
        (typeof(PruneJobRunsJob), TimeSpan.FromHours(6)),
    ];

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
                clockwork.AddJobListener<JobRuns>();
                Every<PlanAssignmentsJob>(clockwork);
                Every<SendRemindersJob>(clockwork);
                Every<DeliverMailJob>(clockwork);
                Every<NightlyBackupJob>(clockwork);
                Every<PruneJobRunsJob>(clockwork);
            }
        );
        // What is done each day when the date is moved for trying the portal, in this order.
        services.AddDailyTick<PlanAssignments>((plan, stop) => plan.RunAsync(stop));
        services.AddDailyTick<Remind>((remind, stop) => remind.RunAsync(stop));
        services.AddDailyTick<DeliverMail>((mail, stop) => mail.RunAsync(stop));
        return services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    // The first tick comes one interval after the start: what must be done at the start is done before the first page.
    private static void Every<TJob>(IQuartzBuilder clockwork)
        where TJob : class, IJob
    {
        var interval = All.Single(entry => entry.Job == typeof(TJob)).Interval;
        clockwork.ScheduleJob<TJob>(trigger =>
            trigger.StartAt(TimeProvider.System.GetUtcNow() + interval).WithSimpleSchedule(interval)
        );
    }
}
