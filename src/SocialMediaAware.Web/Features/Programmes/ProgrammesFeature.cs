using SocialMediaAware.Web.Features.Programmes.Drafting;
using SocialMediaAware.Web.Features.Programmes.Running;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>The services of programmes and assignments.</summary>
public static class ProgrammesFeature
{
    /// <summary>Adds programmes and assignments.</summary>
    public static IServiceCollection AddProgrammes(this IServiceCollection services)
    {
        services.AddScoped<StarterProgrammes>();
        services.AddPlanningForReading();
        services.AddScoped<PlanAfterSignIn>().AddSingleton<PlanningAtOnce>();
        services.AddScoped<ExtensionPreview>();
        services.AddDrafting().AddRunningProgrammes();
        return services.AddScoped<EarlierSignatures>().AddScoped<PlanAssignments>();
    }

    /// <summary>Adds what computes a plan and changes nothing, for commands beside a running portal.</summary>
    public static IServiceCollection AddPlanningForReading(this IServiceCollection services)
    {
        services.AddScoped<PlanReliefFacts>().AddScoped<PlanPeopleFacts>().AddScoped<BulkMoves>();
        services.AddScoped<PlanRuleChanges>().AddScoped<PlanFacts>();
        services.AddScoped<ExplainingDuties>();
        return services.AddScoped<Planning>();
    }
}
