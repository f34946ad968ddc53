namespace SocialMediaAware.Web.Features.People.Leaders;

/// <summary>The services that say who leads whom.</summary>
public static class LeadersFeature
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddLeaders(this IServiceCollection services) =>
        services.AddScoped<LeaderChains>();
}
