namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>The services with which programmes are launched, changed, paused and ended.</summary>
public static class RunningFeature
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddRunningProgrammes(this IServiceCollection services)
    {
        services.AddScoped<KeptProgrammes>().AddScoped<LaunchChecks>().AddScoped<FreshSignatures>();
        services.AddScoped<LaunchPeople>().AddScoped<SampleMail>().AddScoped<LaunchPreviews>();
        services.AddScoped<ProgrammeNumbers>().AddScoped<ProgrammeHistory>();
        services.AddScoped<TermsWords>().AddScoped<WhatIf>();
        services.AddScoped<ChangePreviews>().AddScoped<ChangingProgramme>();
        services.AddScoped<StandingPreviews>().AddScoped<ChangingStanding>();
        return services.AddScoped<ProgrammeActs>().AddScoped<Launching>();
    }
}
