namespace SocialMediaAware.Web.Mail;

/// <summary>The services that take mail out of the portal.</summary>
public static class MailFeature
{
    /// <summary>Adds the delivery of mail.</summary>
    /// <exception cref="Data.PortalStartException">The address that mails come from is none.</exception>
    public static IServiceCollection AddMail(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        var settings =
            configuration.GetSection(MailSettings.Section).Get<MailSettings>()
            ?? new MailSettings();
        if (!MimeMail.IsAddress(settings.From))
        {
            throw new Data.PortalStartException(
                $"The setting {MailSettings.Section}:From is no mail address. Set it to the address that mails should come from."
            );
        }

        if (settings.MailsPerMinute < 0)
        {
            throw new Data.PortalStartException(
                $"The setting {MailSettings.Section}:MailsPerMinute is below zero. Set it to the number of mails that your server takes in a minute, or to 0 for no limit."
            );
        }

        services.AddSingleton(settings);
        services.AddSingleton<MailDeliveryState>();
        services.AddSingleton<FolderMailDelivery>();
        return services.AddSingleton<IMailDelivery>(provider => new NotingMailDelivery(
            provider.GetRequiredService<FolderMailDelivery>(),
            provider.GetRequiredService<MailDeliveryState>(),
            provider.GetRequiredService<TimeProvider>()
        ));
    }
}
