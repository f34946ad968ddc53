namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>The services of packs for requests under the Official Information Act.</summary>
public static class InformationRequestsFeature
{
    /// <summary>Adds packs.</summary>
    public static IServiceCollection AddInformationRequests(this IServiceCollection services)
    {
        services.AddScoped<PackScopes>().AddScoped<PackAnswers>().AddScoped<EarlierPacks>();
        services
            .AddScoped<StarterCounts>()
            .AddScoped<TrainingAnswer>()
            .AddScoped<CompletionAnswer>();
        services.AddScoped<RulesAnswer>().AddScoped<RemindersAnswer>();
        services.AddScoped<InformationPacks>().AddScoped<DrawingUpPack>();
        services.AddScoped<DecidingFigures>().AddScoped<ReleasingPack>();
        services.AddScoped<PackFiles>().AddScoped<PackZip>();
        services.AddSingleton<CompletionPackTables>().AddSingleton<PackWords>();
        services.AddSingleton<CoveringPage>().AddSingleton<CoveringFigures>();
        return services.AddSingleton<PackCsv>();
    }
}
