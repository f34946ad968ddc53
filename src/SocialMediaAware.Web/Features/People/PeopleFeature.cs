using SocialMediaAware.Web.Features.People.Demonstration;
using SocialMediaAware.Web.Features.People.Leaders;
using SocialMediaAware.Web.Features.People.Records;
using SocialMediaAware.Web.Features.People.Units;

namespace SocialMediaAware.Web.Features.People;

/// <summary>The services of people and the demonstration.</summary>
public static class PeopleFeature
{
    /// <summary>Adds people and the demonstration.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddScoped<AgencyIntake>().AddSingleton<AfterPersonChange>();
        services.AddLeaders();
        services.AddUnits();
        services.AddRecordsOfPeople();
        services.AddScoped<DemonstrationHistory>();
        services.AddSingleton<DemonstrationSigning>().AddScoped<DemonstrationDay>();
        return services.AddScoped<DemonstrationFilling>();
    }
}
