using SocialMediaAware.Web.Features.Reports.Exports.Feed;

namespace SocialMediaAware.Web.Features.Reports.Exports;

/// <summary>The services of tables as files.</summary>
public static class ExportsFeature
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddExports(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
            provider
                .GetRequiredService<IConfiguration>()
                .GetSection(CompletionFeedSettings.Section)
                .Get<CompletionFeedSettings>()
            ?? new CompletionFeedSettings()
        );
        services.AddScoped<CompletionFeed>().AddScoped<CompletionFeedRows>();
        return services.AddScoped<ReportFiles>();
    }
}
