using System.Text;

namespace SocialMediaAware.Web.Mail.Smtp;

/// <summary>The password or token of the portal's account on the mail server. It never leaves this room but to the server.</summary>
/// <param name="Value">The password or token.</param>
/// <param name="IsToken">Whether it is an access token.</param>
public sealed record SmtpSecret(string Value, bool IsToken)
{
    // Far more than any token; a file that is larger is another one.
    private const int LongestFile = 64 * 1024;

    /// <summary>Reads it, from its file where there is one; null when nobody signs in.</summary>
    /// <exception cref="SmtpException">The file cannot be read, or holds nothing that could be one.</exception>
    public static async Task<SmtpSecret?> ReadAsync(
        SmtpSettings settings,
        CancellationToken cancellationToken
    )
    {
        if (!settings.SignsIn)
        {
            return null;
        }

        if (FileOf(settings) is not { } file)
        {
            return new SmtpSecret(settings.Password!, IsToken: false);
        }

        string text;
        try
        {
            text =
                new FileInfo(file.Path).Length <= LongestFile
                    ? (await File.ReadAllTextAsync(file.Path, cancellationToken)).Trim()
                    : "";
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SmtpException(
                $"The file of the setting {MailSettings.Section}:{file.Setting} cannot be read ({problem.GetType().Name}).",
                isOurs: true
            );
        }

        return IsUsable(text)
            ? new SmtpSecret(text, file.Setting == nameof(settings.TokenFile))
            : throw new SmtpException(
                $"The file of the setting {MailSettings.Section}:{file.Setting} holds nothing that can be sent as a password or token.",
                isOurs: true
            );
    }

    /// <summary>Looks at it when the portal starts.</summary>
    /// <exception cref="Data.PortalStartException">It cannot be read, or cannot be one.</exception>
    public static void Check(SmtpSettings settings)
    {
        if (FileOf(settings) is { } file)
        {
            if (!File.Exists(file.Path))
            {
                throw SmtpSettingsCheck.Wrong(
                    file.Setting,
                    "names a file that is not there, or that the portal may not see. Put it there, or correct the setting."
                );
            }
        }
        else if (!IsUsable(settings.Password!))
        {
            throw SmtpSettingsCheck.Wrong(
                nameof(settings.Password),
                "holds a control character. Write it anew, without a line break."
            );
        }
    }

    /// <summary>
    /// How it could come back in what a server answers: it is taken out there. The longest first, because one may hold another.
    /// </summary>
    public IEnumerable<string> Spellings(string user) =>
        [
            Convert.ToBase64String(Bearer(user)),
            Convert.ToBase64String(Plain(user)),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(Value)),
            Value,
        ];

    /// <summary>What AUTH PLAIN sends (RFC 4616).</summary>
    public byte[] Plain(string user) => Encoding.UTF8.GetBytes($"\0{user}\0{Value}");

    /// <summary>What AUTH XOAUTH2 sends.</summary>
    /// <seealso href="https://developers.google.com/workspace/gmail/imap/xoauth2-protocol" />
    public byte[] Bearer(string user) =>
        Encoding.UTF8.GetBytes($"user={user}\u0001auth=Bearer {Value}\u0001\u0001");

    /// <summary>Nothing of it: a record would write it out.</summary>
    public override string ToString() => nameof(SmtpSecret);

    private static bool IsUsable(string text) => text.Length > 0 && !text.Any(char.IsControl);

    private static (string Setting, string Path)? FileOf(SmtpSettings settings) =>
        !string.IsNullOrEmpty(settings.PasswordFile)
            ? (nameof(settings.PasswordFile), settings.PasswordFile)
        : !string.IsNullOrEmpty(settings.TokenFile)
            ? (nameof(settings.TokenFile), settings.TokenFile)
        : null;
}
