namespace SocialMediaAware.Web.Features.Publishing;

/// <summary>The services for content owners.</summary>
public static class PublishingFeature
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services) =>
        services.AddScoped<OwnedModules>().AddScoped<ConfirmingRule>();
}
