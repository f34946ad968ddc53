using System.Globalization;

namespace SocialMediaAware.Web.Mail.Smtp;

/// <summary>What a server offers in its answer to EHLO (RFC 5321 section 4.1.1.1).</summary>
/// <param name="StartTls">To encrypt the connection (RFC 3207).</param>
/// <param name="EightBit">To take bytes beyond ASCII (RFC 6152).</param>
/// <param name="Utf8">To take addresses beyond ASCII (RFC 6531).</param>
/// <param name="Size">Whether it wants to know the size of a mail (RFC 1870).</param>
/// <param name="LargestMail">The largest mail that it takes, in bytes; 0 when it does not say.</param>
/// <param name="Logins">The ways to sign in, in capitals (RFC 4954).</param>
internal sealed record SmtpCapabilities(
    bool StartTls,
    bool EightBit,
    bool Utf8,
    bool Size,
    long LargestMail,
    IReadOnlySet<string> Logins
)
{
    /// <summary>A server that knows none.</summary>
    public static readonly SmtpCapabilities None = Of([]);

    /// <summary>Reads them.</summary>
    /// <param name="lines">The lines of the answer after the first.</param>
    public static SmtpCapabilities Of(IEnumerable<string> lines)
    {
        var offers = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase);
        var logins = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            // Some servers still write AUTH=LOGIN for clients of the last century.
            var words = line.Replace("AUTH=", "AUTH ", StringComparison.OrdinalIgnoreCase)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
            {
                continue;
            }

            offers[words[0]] = words[1..];
            if (words[0].Equals("AUTH", StringComparison.OrdinalIgnoreCase))
            {
                logins.UnionWith(words[1..]);
            }
        }

        var size = offers.GetValueOrDefault("SIZE");
        return new SmtpCapabilities(
            offers.ContainsKey("STARTTLS"),
            offers.ContainsKey("8BITMIME"),
            offers.ContainsKey("SMTPUTF8"),
            size is not null,
            size is [var largest, ..]
            && long.TryParse(
                largest,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var bytes
            )
                ? bytes
                : 0,
            logins
        );
    }
}
