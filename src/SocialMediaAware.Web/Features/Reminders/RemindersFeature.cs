using SocialMediaAware.Web.Features.Reminders.Keeping;
using SocialMediaAware.Web.Features.Reminders.Telling;
using SocialMediaAware.Web.Features.Reminders.Templates;
using SocialMediaAware.Web.Features.Reminders.Watching;

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
        services.AddKeeping().AddWatching();
        return services.AddScoped<OutboxPages>();
    }

    private static IServiceCollection AddKeeping(this IServiceCollection services) =>
        services
            .AddScoped<HoldingMail>()
            .AddScoped<MailHoldsReading>()
            .AddScoped<SendingAgain>()
            .AddScoped<ClearingAddress>();

    private static IServiceCollection AddWatching(this IServiceCollection services)
    {
        services.AddScoped<OwedDuties>().AddScoped<AgencyForecast>().AddScoped<ExpectedMail>();
        services.AddSingleton<WatchedDays>().AddScoped<TellingAlarm>().AddScoped<WatchMail>();
        services.AddHealthChecks().AddCheck<MailHealth>("mail", tags: [MailHealth.Tag]);
        return services.AddScoped<MailStandingReading>();
    }
}
