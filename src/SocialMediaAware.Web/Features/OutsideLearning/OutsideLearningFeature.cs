using SocialMediaAware.Web.Features.EvidenceFiles;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>The services of learning from elsewhere, and of the files that show it.</summary>
public static class OutsideLearningFeature
{
    /// <summary>Adds learning from elsewhere.</summary>
    public static IServiceCollection AddOutsideLearning(this IServiceCollection services)
    {
        services.AddScoped<OutsideStandings>().AddScoped<EvidenceFileAccess>();
        services.AddScoped<AgencyPeople>().AddScoped<OutsideModules>().AddScoped<CompletionList>();
        services.AddScoped<EnteringCompletion>().AddScoped<TakingBackCompletion>();
        return services
            .AddScoped<ImportingCompletions>()
            .AddScoped<ChoosingWholeWay>()
            .AddScoped<AcceptingProgrammes>();
    }
}
