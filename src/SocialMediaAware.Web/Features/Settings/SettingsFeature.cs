namespace SocialMediaAware.Web.Features.Settings;

/// <summary>The services of settings.</summary>
public static class SettingsFeature
{
    /// <summary>Adds settings, and the record of what runs by itself.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.AddScoped<RoleList>().AddScoped<RoleGiving>().AddScoped<RoleRevoking>();
        services.AddSingleton<RunningJobs>();
        // Counted from the start, not from the first tick: it may never come.
        services.AddSingleton(new Clockwork(TimeProvider.System));
        return services.AddScoped<JobBoard>().AddScoped<PruneJobRuns>();
    }
}
