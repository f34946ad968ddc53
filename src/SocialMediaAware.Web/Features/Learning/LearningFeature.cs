namespace SocialMediaAware.Web.Features.Learning;

/// <summary>The services of reading.</summary>
public static class LearningFeature
{
    /// <summary>Adds reading.</summary>
    public static IServiceCollection AddLearning(this IServiceCollection services) =>
        services
            .AddScoped<KeepPublishedTexts>()
            .AddScoped<AskedModules>()
            .AddScoped<AssignmentPaths>()
            .AddScoped<OpeningSections>()
            .AddScoped<ReadableModules>()
            .AddScoped<ReadingPlaces>();
}
