using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Mail;

/// <summary>
/// Writes each mail as a file into a folder: the embedded default, until IT sets up a server. The file's name comes from the
/// Message-ID, so that a second attempt overwrites the first.
/// </summary>
public sealed class FolderMailDelivery(MailSettings settings, DataFolder dataFolder) : IMailDelivery
{
    private const string DefaultFolder = "mail";

    /// <summary>Where the files are.</summary>
    public string Folder { get; } =
        string.IsNullOrWhiteSpace(settings.Folder)
            ? dataFolder.PathOf(DefaultFolder)
            : Path.GetFullPath(settings.Folder);

    /// <inheritdoc />
    public async Task<MailHandOver> HandOverAsync(
        MailMessage message,
        CancellationToken cancellationToken
    )
    {
        if (!MimeMail.IsAddress(message.To.Address))
        {
            return MailHandOver.NoAddress;
        }

        var name = message.MailId.Split('@')[0];
        var unfinished = Path.Combine(Folder, $".{name}-{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(Folder);
            await WriteAsync(unfinished, MimeMail.Write(message), cancellationToken);
            // The name is there or it is not: nobody who watches the folder finds half a mail.
            File.Move(unfinished, Path.Combine(Folder, $"{name}.eml"), overwrite: true);
            return MailHandOver.Delivered;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new MailHandOver(
                MailOutcome.TryLater,
                $"The folder for mail cannot be written to ({problem.GetType().Name})."
            );
        }
    }

    private static async Task WriteAsync(
        string path,
        byte[] mail,
        CancellationToken cancellationToken
    )
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await file.WriteAsync(mail, cancellationToken);
        file.Flush(flushToDisk: true);
    }
}
