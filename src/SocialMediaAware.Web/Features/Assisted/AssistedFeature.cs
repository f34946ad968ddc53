namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>The services of assisted signing.</summary>
public static class AssistedFeature
{
    /// <summary>Adds assisted signing.</summary>
    public static IServiceCollection AddAssisted(this IServiceCollection services)
    {
        services.AddScoped<AssistedSessions>().AddScoped<Candidates>().AddScoped<HoldingSessions>();
        services.AddScoped<SharedScreens>().AddScoped<CodeEntry>();
        return services
            .AddScoped<AssistedVisits>()
            .AddScoped<OfferedProgrammes>()
            .AddScoped<PaperForms>()
            .AddScoped<PaperDates>()
            .AddScoped<RecordingPaper>();
    }
}
