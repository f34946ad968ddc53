using System.Globalization;
using System.Text;

namespace SocialMediaAware.Web.Mail.Smtp;

/// <summary>
/// Makes words of what a server answered, for the log and for HR: on one line, short, and without what it may quote of the mail or
/// of the password.
/// </summary>
public static class SmtpWords
{
    /// <summary>Longest text of a reply.</summary>
    public const int Length = 220;

    // What comes from a mail and is shorter says nothing; a word that two texts share by chance is shorter too.
    private const int LongestChance = 16;
    private const char LeftOut = '…';

    /// <summary>The reply in words.</summary>
    /// <param name="reply">What the server answered.</param>
    /// <param name="secrets">What must not stand in it at all.</param>
    /// <param name="mail">Texts that it may not quote.</param>
    public static string Of(
        SmtpReply reply,
        IEnumerable<string> secrets,
        params IReadOnlyList<string> mail
    )
    {
        var text = reply.Text;
        foreach (var secret in secrets.Where(secret => secret.Length > 0))
        {
            text = text.Replace(secret, $"{LeftOut}", StringComparison.Ordinal);
        }

        var clean = WithoutQuotes(HeaderText.OnOneLine(text), mail);
        var shown = HeaderText.Cut(clean, Length);
        return string.Create(CultureInfo.InvariantCulture, $"{reply.Code} {shown}").TrimEnd();
    }

    private static string WithoutQuotes(string text, IReadOnlyList<string> mail)
    {
        var texts = mail.Select(HeaderText.OnOneLine).ToList();
        var isQuoted = new bool[text.Length];
        for (var start = 0; start + LongestChance <= text.Length; start++)
        {
            var piece = text.Substring(start, LongestChance);
            if (texts.Exists(one => one.Contains(piece, StringComparison.OrdinalIgnoreCase)))
            {
                Array.Fill(isQuoted, true, start, LongestChance);
            }
        }

        var clean = new StringBuilder(text.Length);
        for (var place = 0; place < text.Length; place++)
        {
            if (!isQuoted[place])
            {
                clean.Append(text[place]);
            }
            else if (place == 0 || !isQuoted[place - 1])
            {
                clean.Append(LeftOut);
            }
        }

        return clean.ToString();
    }
}
