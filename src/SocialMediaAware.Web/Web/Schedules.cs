using Quartz;
using SocialMediaAware.Web.Features.Clock;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Web.Web;

/// <summary>The table of everything that runs by itself. A job is a tick: what is due is computed from the database.</summary>
public static class Schedules
{
    /// <summary>Adds the clockwork and what it drives.</summary>
    public static IServiceCollection AddSchedules(this IServiceCollection services)
    {
        services.AddQuartz(clockwork =>
        {
            // Not the portal's clock, which can be moved: a tick comes when time has passed in the world.
            clockwork.UseTimeProvider(TimeProvider.System);
            Every<PlanAssignmentsJob>(clockwork, TimeSpan.FromMinutes(15));
            Every<SendRemindersJob>(clockwork, TimeSpan.FromMinutes(15));
            Every<DeliverMailJob>(clockwork, TimeSpan.FromMinutes(1));
        });
        // What is done each day when the date is moved for trying the portal, in this order.
        services.AddDailyTick<PlanAssignments>((plan, stop) => plan.RunAsync(stop));
        return services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    // The first tick comes one interval after the start: what must be done at the start is done before the first page.
    private static void Every<TJob>(IQuartzBuilder clockwork, TimeSpan interval)
        where TJob : class, IJob =>
        clockwork.ScheduleJob<TJob>(trigger =>
            trigger.StartAt(TimeProvider.System.GetUtcNow() + interval).WithSimpleSchedule(interval)
        );
}
