namespace SocialMediaAware.Web.Features.Team;

/// <summary>The services of leaders, stand-ins and tasks.</summary>
public static class TeamFeature
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddTeam(this IServiceCollection services)
    {
        services.AddScoped<MyTeam>().AddScoped<TeamPages>().AddScoped<Colleagues>();
        services.AddScoped<TeamTable>();
        services.AddScoped<PersonTies>().AddScoped<ChangingTies>();
        return services;
    }
}
