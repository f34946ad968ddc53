namespace SocialMediaAware.Web.Features.Settings;

/// <summary>The services of settings.</summary>
public static class SettingsFeature
{
    /// <summary>Adds settings.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services) =>
        services
            .AddScoped<RoleList>()
            .AddScoped<RoleGiving>()
            .AddScoped<RoleRevoking>()
            .AddScoped<PruneJobRuns>();
}
