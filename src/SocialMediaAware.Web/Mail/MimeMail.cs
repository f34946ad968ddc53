using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SocialMediaAware.Web.Mail;

/// <summary>Writes a mail as it travels (RFC 5322): plain text and HTML side by side, both in base64, so that no line is changed on the way.</summary>
public static class MimeMail
{
    private const int Base64LineLength = 76;

    /// <inheritdoc cref="MailAddress.Is" />
    public static bool IsAddress(string? address) => MailAddress.Is(address);

    /// <summary>Whether only a server that knows SMTPUTF8 takes the mail (RFC 6531): its headers hold letters beyond ASCII.</summary>
    public static bool NeedsUtf8(MailMessage message) =>
        MailAddress.NeedsUtf8(message.From.Address) || MailAddress.NeedsUtf8(message.To.Address);

    /// <summary>The headers of a mail, each on a line of its own or folded.</summary>
    /// <exception cref="ArgumentException">An address is none.</exception>
    public static string HeadersOf(MailMessage message)
    {
        if (!IsAddress(message.From.Address) || !IsAddress(message.To.Address))
        {
            throw new ArgumentException(
                "The address is none that mail can be sent to.",
                nameof(message)
            );
        }

        return new StringBuilder()
            .Append(HeaderText.Mailbox("From", message.From))
            .Append(HeaderText.Mailbox("To", message.To))
            .Append(HeaderText.Unstructured("Subject", message.Content.Subject))
            .Append(CultureInfo.InvariantCulture, $"Date: {DateOf(message.Date)}\r\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"Message-ID: <{HeaderText.OnOneLine(message.MailId)}>\r\n"
            )
            // So that nobody's "I am away" comes back, and no list answers (RFC 3834).
            .Append("Auto-Submitted: auto-generated\r\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"Content-Language: {HeaderText.OnOneLine(message.Content.Language)}\r\n"
            )
            .Append("MIME-Version: 1.0\r\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"Content-Type: multipart/alternative; boundary=\"{BoundaryOf(message)}\"\r\n"
            )
            .ToString();
    }

    /// <summary>The whole mail in bytes: ASCII, but for an address of other letters in its headers (RFC 6532).</summary>
    /// <exception cref="ArgumentException">An address is none.</exception>
    public static byte[] Write(MailMessage message)
    {
        var boundary = BoundaryOf(message);
        var mail = new StringBuilder(HeadersOf(message)).Append("\r\n");
        AddPart(mail, boundary, "text/plain", message.Content.Text);
        AddPart(mail, boundary, "text/html", MailFrame.Of(message.Content));
        mail.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n");
        return Encoding.UTF8.GetBytes(mail.ToString());
    }

    private static void AddPart(StringBuilder mail, string boundary, string type, string content)
    {
        mail.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Type: {type}; charset=utf-8\r\n")
            .Append("Content-Transfer-Encoding: base64\r\n\r\n");
        var lines = content.ReplaceLineEndings("\r\n");
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(lines));
        for (var start = 0; start < base64.Length; start += Base64LineLength)
        {
            var length = Math.Min(Base64LineLength, base64.Length - start);
            mail.Append(base64, start, length).Append("\r\n");
        }
    }

    private static string DateOf(DateTimeOffset date) =>
        date.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)
        + " +0000";

    // An underscore never stands in base64, so that no part can hold it.
    private static string BoundaryOf(MailMessage message) =>
        $"_sma_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.MailId)))[..24]}";
}
