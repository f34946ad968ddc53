using SocialMediaAware.Web.Mail.Smtp;

namespace SocialMediaAware.Web.Mail;

/// <summary>Says in the log, when the portal starts, where its mail goes.</summary>
public sealed partial class MailStartNotice(
    MailSettings settings,
    SmtpSettings smtp,
    FolderMailDelivery folder,
    ILogger<MailStartNotice> logger
) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (smtp.IsSet)
        {
            LogServer(logger, smtp.Server!, smtp.PortInUse, smtp.Protection);
        }
        else
        {
            LogFolder(logger, folder.Folder);
        }

        if (settings.IsStaging)
        {
            LogStaging(logger, settings.EverythingTo!);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Mail goes to the server {Server}, port {Port}, {Protection}"
    )]
    private static partial void LogServer(
        ILogger logger,
        string server,
        int port,
        SmtpSecurity protection
    );

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "No mail server is set: mail is written to the folder {Folder}"
    )]
    private static partial void LogFolder(ILogger logger, string folder);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Nobody gets mail from this portal: Portal:Mail:EverythingTo sends all of it to {Address}"
    )]
    private static partial void LogStaging(ILogger logger, string address);
}
