namespace SocialMediaAware.Web.Features.Relief;

/// <summary>The services of leave, exemptions and extensions.</summary>
public static class ReliefFeature
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddRelief(this IServiceCollection services)
    {
        services.AddScoped<KeptPeople>();
        services.AddScoped<PersonLeave>().AddScoped<KeepingLeave>().AddScoped<LeaveDesk>();
        services.AddScoped<ReliefChoices>().AddScoped<ChosenPeople>();
        services.AddScoped<MyExemptions>().AddScoped<Exempting>();
        services.AddScoped<ExtensionList>().AddScoped<ExtensionSamples>().AddScoped<Extending>();
        return services;
    }
}
