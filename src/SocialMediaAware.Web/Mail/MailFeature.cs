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

        services.AddSingleton(settings);
        return services.AddSingleton<IMailDelivery, FolderMailDelivery>();
    }
}
