using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>
/// Closes the secret of a link while its mail waits, so that neither the database nor a page that shows the mail can open the door
/// that the link opens. The keys are the portal's own for sessions.
/// </summary>
public sealed class MailSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("mail/secret");

    /// <summary>Closes it.</summary>
    public string Close(string secret) => protector.Protect(secret);

    /// <summary>Opens it; null when the keys are no longer those it was closed with.</summary>
    public string? Open(string sealedSecret)
    {
        try
        {
            return protector.Unprotect(sealedSecret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
