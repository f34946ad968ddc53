namespace SocialMediaAware.Web.Mail;

/// <summary>How mail leaves the portal.</summary>
public sealed class MailSettings
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Portal:Mail";

    /// <summary>The folder that mails are written to; <c>mail</c> in the data folder where it is left out.</summary>
    public string? Folder { get; set; }

    /// <summary>The address that mails come from.</summary>
    public string From { get; set; } = "social-media-aware@localhost.invalid";

    /// <summary>The name that mails come from.</summary>
    public string FromName { get; set; } = "Social Media Aware";

    /// <summary>The address that gets every mail, for trying the portal; nothing to let mails go to their readers.</summary>
    public string? EverythingTo { get; set; }

    /// <summary>How many mails go out in a minute at most; 0 for no limit.</summary>
    public int MailsPerMinute { get; set; }

    /// <summary>Whether all mail goes to one address.</summary>
    public bool IsStaging => !string.IsNullOrWhiteSpace(EverythingTo);

    /// <summary>The domain of <see cref="From" />, for Message-IDs.</summary>
    public string Domain => From[(From.LastIndexOf('@') + 1)..];
}
