namespace SocialMediaAware.Web.Features.Sources;

/// <summary>The services of "Where this comes from".</summary>
public static class SourcesFeature
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddSources(this IServiceCollection services) =>
        services.AddScoped<Provenance>();
}
