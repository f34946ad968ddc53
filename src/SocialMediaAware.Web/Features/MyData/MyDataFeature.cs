using SocialMediaAware.Web.Features.Reminders.Telling;

namespace SocialMediaAware.Web.Features.MyData;

/// <summary>The services of what people see of what is held on them.</summary>
public static class MyDataFeature
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddMyData(this IServiceCollection services)
    {
        services.AddScoped<OwnTables>().AddScoped<OwnDataFile>();
        services.AddScoped<IWaitingThings, WaitingCorrections>();
        return services.AddScoped<Corrections>();
    }
}
