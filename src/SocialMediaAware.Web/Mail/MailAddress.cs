using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SocialMediaAware.Web.Mail;

/// <summary>
/// Which addresses mail can be sent to: a plain <c>name@domain</c>, with letters of any script (RFC 6531). Nothing in one can
/// begin a header or a command of its own.
/// </summary>
public static partial class MailAddress
{
    private const int LongestLocalPart = 64;
    private const int Longest = 254;

    private static readonly IdnMapping Domains = new() { UseStd3AsciiRules = true };

    /// <summary>Whether an address is one.</summary>
    public static bool Is(string? address) => address is not null && Parts(address) is not null;

    /// <summary>Whether an address is one, and plain ASCII as it stands: every server takes it.</summary>
    public static bool IsPlain(string? address) =>
        Is(address) && System.Text.Ascii.IsValid(address);

    /// <summary>Whether only a server that knows SMTPUTF8 takes it: the name before the @ has letters beyond ASCII.</summary>
    public static bool NeedsUtf8(string address) => !System.Text.Ascii.IsValid(Travelling(address));

    /// <summary>
    /// The address as it travels: a domain of other letters in its ASCII spelling, which every server takes, unless the name before
    /// it needs a server that knows both.
    /// </summary>
    /// <exception cref="ArgumentException">It is no address.</exception>
    public static string Travelling(string address)
    {
        var (local, domain) =
            Parts(address)
            ?? throw new ArgumentException(
                "The address is none that mail can be sent to.",
                nameof(address)
            );
        return $"{local}@{domain}";
    }

    private static (string Local, string Domain)? Parts(string address)
    {
        var at = address.LastIndexOf('@');
        if (at <= 0 || !IsWellFormed(address))
        {
            return null;
        }

        var local = address[..at].Normalize(NormalizationForm.FormC);
        return
            LocalPart().IsMatch(local)
            && DomainOf(address[(at + 1)..]) is { } domain
            && Encoding.UTF8.GetByteCount(local) <= LongestLocalPart
            && Encoding.UTF8.GetByteCount(local) + 1 + domain.Length <= Longest
            ? (local, domain)
            : null;
    }

    private static string? DomainOf(string domain)
    {
        if (System.Text.Ascii.IsValid(domain))
        {
            return Domain().IsMatch(domain) ? domain : null;
        }

        try
        {
            var ascii = Domains.GetAscii(domain.Normalize(NormalizationForm.FormC));
            return Domain().IsMatch(ascii) ? ascii : null;
        }
        catch (ArgumentException)
        {
            // No domain: its letters or its length are not allowed.
            return null;
        }
    }

    // Letters, their marks, numbers and signs; nothing that is unseen, turns the direction, or stands for a space.
    private static bool IsWellFormed(string address)
    {
        foreach (var rune in address.EnumerateRunes())
        {
            var isSeen =
                Rune.GetUnicodeCategory(rune)
                is not (
                    UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.Surrogate
                    or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned
                    or UnicodeCategory.SpaceSeparator
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                );
            if (!isSeen || rune == Rune.ReplacementChar)
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(
        @"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\uFFFF-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\uFFFF-]+)*\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex LocalPart();

    [GeneratedRegex(
        @"\A[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Domain();
}
