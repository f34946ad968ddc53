using SocialMediaAware.Web.Features.Reminders.Telling;
using SocialMediaAware.Web.Features.Reminders.Templates;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>The services of reminders and of the outbox.</summary>
public static class RemindersFeature
{
    /// <summary>Adds reminders.</summary>
    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddScoped<OnHold>();
        services.AddScoped<ReminderFacts>().AddScoped<ReminderTeams>();
        services.AddScoped<ForecastReading>();
        services.AddScoped<DigestWriting>().AddScoped<TemplatePreviews>().AddScoped<Notices>();
        services.AddScoped<TellWaiting>().AddScoped<TellReceipts>();
        services.AddSingleton<MailSeal>();
        services.AddScoped<Remind>();
        services.AddScoped<Outbox>().AddScoped<WithdrawingMail>();
        services.AddScoped<HandOverCheck>();
        services.AddScoped<DeliverMail>();
        return services.AddScoped<OutboxPages>();
    }
}
