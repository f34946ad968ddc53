namespace SocialMediaAware.Web.Features.Reports.Modules;

/// <summary>The services of reports about modules, scenarios and obligations.</summary>
public static class ModuleReportsFeature
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddModuleReports(this IServiceCollection services)
    {
        services.AddScoped<ScenarioVersions>().AddScoped<ShowingAnswers>();
        services.AddScoped<ShowingTimes>().AddScoped<ModuleScopes>();
        services.AddScoped<ModuleReports>().AddScoped<ObligationReports>();
        return services.AddScoped<ModuleTables>();
    }
}
