namespace SocialMediaAware.Web.Features.Elections;

/// <summary>The services of elections.</summary>
public static class ElectionsFeature
{
    /// <summary>Adds elections.</summary>
    public static IServiceCollection AddElections(this IServiceCollection services)
    {
        services.AddScoped<ElectionIntake>().AddScoped<PhaseBanner>().AddScoped<PhasesNow>();
        services.AddScoped<ElectionList>().AddScoped<OwnRegions>().AddScoped<PollingDayMoves>();
        services.AddScoped<ElectionChoiceForms>().AddScoped<RefresherPreviews>();
        services.AddScoped<NewElectionPreviews>();
        services.AddScoped<AddingElection>().AddScoped<MovingPollingDay>();
        return services.AddScoped<RecordingGovernment>().AddScoped<ChoosingElection>();
    }
}
