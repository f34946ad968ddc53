namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>The services of units and restructures.</summary>
public static class UnitsFeature
{
    /// <summary>Adds units and restructures.</summary>
    public static IServiceCollection AddUnits(this IServiceCollection services)
    {
        services.AddScoped<UnitLists>().AddScoped<UnitChoices>().AddScoped<AddingUnit>();
        services.AddScoped<RestructureReading>().AddScoped<RestructurePreviews>();
        services.AddScoped<DraftingRestructure>().AddScoped<RestructureSteps>();
        return services.AddScoped<ConfirmingRestructure>().AddScoped<TakingBackRestructure>();
    }
}
