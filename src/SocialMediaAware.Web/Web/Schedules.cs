using Quartz;
using SocialMediaAware.Web.Features.Clock;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Web;

/// <summary>The table of everything that runs by itself. A job is a tick: what is due is computed from the database.</summary>
public static class Schedules
{
    /// <summary>The clockwork's name.</summary>
    public const string Name = "portal";

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
                Every<PlanAssignmentsJob>(clockwork, TimeSpan.FromMinutes(15));
            }
        );
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
