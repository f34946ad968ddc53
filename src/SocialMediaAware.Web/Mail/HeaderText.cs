using System.Globalization;
using System.Text;

namespace SocialMediaAware.Web.Mail;

/// <summary>
/// Writes words into the headers of a mail: control characters go, so that no name or title can begin a header of its own; what is
/// not plain ASCII becomes encoded words (RFC 2047); long lines are folded (RFC 5322 section 2.2.3).
/// </summary>
internal static class HeaderText
{
    private const string EncodedWordBegin = "=?utf-8?B?";
    private const string EncodedWordEnd = "?=";

    // A line that holds an encoded word is 76 characters long at most (RFC 2047 section 2): 39 bytes in base64, the ends, a name.
    private const int BytesInOneWord = 39;
    private const int LineLength = 76;

    /// <summary>One line without control characters, broken surrogates or space at its ends.</summary>
    public static string OnOneLine(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(
                Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Control
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                        or UnicodeCategory.Format
                    ? " "
                    : rune.ToString()
            );
        }

        return string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A text not longer than it may be, and cut between two letters.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        // Half of a letter that takes two places would be none, and a database refuses it.
        var end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return $"{text[..end]}…";
    }

    /// <summary>A header of free words, such as the subject.</summary>
    public static string Unstructured(string name, string text)
    {
        var words = OnOneLine(text);
        return Fold(name, CanStandAsItIs(words) ? words.Split(' ') : EncodedWords(words));
    }

    /// <summary>A header with one address.</summary>
    public static string Mailbox(string name, MailParty party)
    {
        var words = OnOneLine(party.Name);
        var address = $"<{MailAddress.Travelling(party.Address)}>";
        return words.Length == 0 ? Fold(name, [address])
            : CanStandAsItIs(words) ? Fold(name, [.. Quoted(words).Split(' '), address])
            : Fold(name, [.. EncodedWords(words), address]);
    }

    // Something that looks like an encoded word would be read as one.
    private static bool CanStandAsItIs(string words) =>
        words.All(static letter => letter is >= ' ' and <= '~')
        && !words.Contains("=?", StringComparison.Ordinal)
        && words.Split(' ').All(static word => word.Length < LineLength - 20);

    private static string Quoted(string words) =>
        $"\"{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    // No character is cut in two: each word is decoded by itself (RFC 2047 section 5).
    private static List<string> EncodedWords(string words)
    {
        var encoded = new List<string>();
        var bytes = new List<byte>(BytesInOneWord);
        var letter = new byte[4];
        foreach (var rune in words.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(letter);
            if (bytes.Count + length > BytesInOneWord)
            {
                encoded.Add(EncodedWord(bytes));
                bytes.Clear();
            }

            bytes.AddRange(letter.AsSpan(0, length));
        }

        encoded.Add(EncodedWord(bytes));
        return encoded;
    }

    private static string EncodedWord(List<byte> bytes) =>
        $"{EncodedWordBegin}{Convert.ToBase64String([.. bytes])}{EncodedWordEnd}";

    private static string Fold(string name, IEnumerable<string> words)
    {
        var header = new StringBuilder($"{name}:");
        var column = header.Length;
        foreach (var word in words)
        {
            var folds = column + 1 + word.Length > LineLength && column > name.Length + 1;
            header.Append(folds ? "\r\n " : " ").Append(word);
            column = folds ? 1 + word.Length : column + 1 + word.Length;
        }

        return header.Append("\r\n").ToString();
    }
}
