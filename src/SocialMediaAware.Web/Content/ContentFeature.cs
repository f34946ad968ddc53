namespace SocialMediaAware.Web.Content;

/// <summary>Registers the content.</summary>
public static class ContentFeature
{
    /// <summary>Adds the <see cref="ContentStore"/> over a folder, and the renderer of Markdown.</summary>
    public static IServiceCollection AddContent(
        this IServiceCollection services,
        string contentFolder
    )
    {
        services.AddSingleton(provider => new ContentStore(
            contentFolder,
            provider.GetService<TimeProvider>() ?? TimeProvider.System
        ));
        services.AddSingleton<SafeMarkdown>();
        return services;
    }
}
