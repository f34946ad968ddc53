namespace SocialMediaAware.Web.Mail.Smtp;

/// <summary>The connection to the mail server cannot be used, or no longer.</summary>
/// <param name="sentence">Why, for whoever looks after the portal. It quotes no mail and no password.</param>
/// <param name="isOurs">Whether somebody must change a setting or an account before mail goes out again.</param>
public sealed class SmtpException(string sentence, bool isOurs = false) : Exception(sentence)
{
    /// <summary>Whether somebody must change a setting or an account before mail goes out again.</summary>
    public bool IsOurs { get; } = isOurs;
}
