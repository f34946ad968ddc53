namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>The services of programmes and assignments.</summary>
public static class ProgrammesFeature
{
    /// <summary>Adds programmes and assignments.</summary>
    public static IServiceCollection AddProgrammes(this IServiceCollection services)
    {
        services.AddScoped<StarterProgrammes>();
        services.AddScoped<PlanFacts>();
        return services.AddScoped<PlanAssignments>();
    }
}
