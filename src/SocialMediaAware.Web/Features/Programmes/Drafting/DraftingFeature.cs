namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>The services of making and changing programmes.</summary>
public static class DraftingFeature
{
    /// <summary>Adds making and changing programmes.</summary>
    public static IServiceCollection AddDrafting(this IServiceCollection services)
    {
        services.AddScoped<ProgrammeDrafts>().AddScoped<BeginningProgramme>();
        services.AddScoped<StepFrames>().AddScoped<StepSaving>().AddScoped<ProgrammeList>();
        services.AddScoped<AudienceUnits>().AddScoped<AudienceCount>().AddScoped<GroupReading>();
        services.AddSingleton<DraftTemplates>().AddScoped<ModuleOffers>();
        services.AddScoped<ScheduleReading>().AddScoped<ContactChoices>().AddScoped<DraftSummary>();
        return services.AddSingleton<AudienceSentence>().AddSingleton<ScheduleSentence>();
    }
}
