using SocialMediaAware.Web.Features.Reminders.Telling;

namespace SocialMediaAware.Web.Features.MoreTime;

/// <summary>The services of more time that somebody asks for.</summary>
public static class MoreTimeFeature
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddMoreTime(this IServiceCollection services)
    {
        services.AddScoped<TimeBoundsReading>().AddScoped<OwnTimeRequests>();
        services.AddScoped<IWaitingThings, WaitingForAnswerers>();
        services.AddScoped<AskingForTime>().AddScoped<WaitingRequests>();
        return services.AddScoped<AnsweringTime>().AddScoped<AnswerDesk>();
    }
}
