using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Mail.Smtp;

namespace SocialMediaAware.Web.Mail;

/// <summary>The services that take mail out of the portal.</summary>
public static class MailFeature
{
    /// <summary>Adds the delivery of mail: to a server where the settings name one, to a folder where they do not.</summary>
    /// <exception cref="PortalStartException">A setting cannot be right.</exception>
    public static IServiceCollection AddMail(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        var smtp = SmtpSettingsCheck.Read(configuration);
        var settings =
            configuration.GetSection(MailSettings.Section).Get<MailSettings>()
            ?? new MailSettings();
        Check(settings);
        services.AddSingleton(settings).AddSingleton(smtp);
        services.AddSingleton<MailDeliveryState>();
        services.AddSingleton<FolderMailDelivery>().AddSingleton<SmtpMailDelivery>();
        services.AddHostedService<MailStartNotice>();
        return services.AddSingleton<IMailDelivery>(provider => Delivery(provider, settings, smtp));
    }

    private static NotingMailDelivery Delivery(
        IServiceProvider provider,
        MailSettings settings,
        SmtpSettings smtp
    )
    {
        IMailDelivery delivery = smtp.IsSet
            ? provider.GetRequiredService<SmtpMailDelivery>()
            : provider.GetRequiredService<FolderMailDelivery>();
        if (settings.IsStaging)
        {
            delivery = new StagingMailDelivery(delivery, settings.EverythingTo!);
        }

        return new NotingMailDelivery(
            delivery,
            provider.GetRequiredService<MailDeliveryState>(),
            provider.GetRequiredService<TimeProvider>()
        );
    }

    private static void Check(MailSettings settings)
    {
        if (!MailAddress.IsPlain(settings.From))
        {
            throw new PortalStartException(
                $"The setting {MailSettings.Section}:From is no mail address. Set it to the address that mails should come from."
            );
        }

        if (settings.IsStaging && !MailAddress.Is(settings.EverythingTo))
        {
            throw new PortalStartException(
                $"The setting {MailSettings.Section}:EverythingTo is no mail address. Set it to the address that should get every mail, or remove it to let mail go to its readers."
            );
        }

        if (settings.MailsPerMinute < 0)
        {
            throw new PortalStartException(
                $"The setting {MailSettings.Section}:MailsPerMinute is below zero. Set it to the number of mails that your server takes in a minute, or to 0 for no limit."
            );
        }
    }
}
