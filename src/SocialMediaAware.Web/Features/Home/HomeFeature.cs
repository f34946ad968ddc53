namespace SocialMediaAware.Web.Features.Home;

/// <summary>The services of the first page.</summary>
public static class HomeFeature
{
    /// <summary>Adds the first page.</summary>
    public static IServiceCollection AddHome(this IServiceCollection services) =>
        services.AddScoped<Commitments>();
}
