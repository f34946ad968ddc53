using System.Collections.Frozen;
using System.Text;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>
/// The words, names and phrases of which known long passwords are made, from <c>known-passwords.txt</c>, and the rows in which keys
/// and letters stand. A list of whole passwords would hold few of 16 characters or more, and each of those in one spelling; parts
/// find their combinations, with figures for letters (<c>P@ssw0rd</c>), years and signs in between too.
/// </summary>
public static class KnownPasswords
{
    private const int ShortestRun = 4;

    private static readonly string[] Rows =
    [
        "abcdefghijklmnopqrstuvwxyz",
        "01234567890",
        "qwertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "qazwsxedcrfvtgbyhnujmikolp",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
        "1q2w3e4r5t6y7u8i9o0p",
    ];

    private static readonly FrozenDictionary<char, char> LetterFor = new Dictionary<char, char>
    {
        ['0'] = 'o',
        ['1'] = 'i',
        ['3'] = 'e',
        ['4'] = 'a',
        ['@'] = 'a',
        ['5'] = 's',
        ['$'] = 's',
        ['7'] = 't',
        ['!'] = 'i',
        ['8'] = 'b',
    }.ToFrozenDictionary();

    // Longest first, so that a phrase goes before the words in it.
    private static readonly string[] Parts = Read();

    /// <summary>How many letters and figures of a password are left without what everybody tries first.</summary>
    /// <param name="password">The password in small letters.</param>
    public static int Unforeseen(string password)
    {
        var bare = WithoutMarks(password);
        var asTyped = Letters(bare);
        var asMeant = Letters(
            string.Concat(bare.Select(sign => LetterFor.GetValueOrDefault(sign, sign)))
        );
        return Math.Min(Left(asTyped), Left(asMeant));
    }

    private static int Left(string text)
    {
        var left = WithoutRuns(text);
        foreach (var part in Parts)
        {
            // What stood round a part must not grow together to another.
            left = left.Replace(part, " ", StringComparison.Ordinal);
        }

        return Letters(left).Count(sign => !char.IsAsciiDigit(sign))
            + Math.Max(0, left.Count(char.IsAsciiDigit) - "2026".Length);
    }

    // Rows of keys, forwards and backwards, and one character again and again.
    private static string WithoutRuns(string text)
    {
        var kept = new StringBuilder();
        for (var start = 0; start < text.Length; )
        {
            var run = Math.Max(RowAt(text, start), SameAt(text, start));
            kept.Append(run >= ShortestRun ? ' ' : text[start]);
            start += run >= ShortestRun ? run : 1;
        }

        return kept.ToString();
    }

    private static int SameAt(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && text[end] == text[start])
        {
            end++;
        }

        return end - start;
    }

    private static int RowAt(string text, int start)
    {
        var longest = 1;
        foreach (var row in Rows)
        {
            var at = row.IndexOf(text[start], StringComparison.Ordinal);
            longest = Math.Max(
                longest,
                at < 0
                    ? 0
                    : Math.Max(Along(text, start, row, at, 1), Along(text, start, row, at, -1))
            );
        }

        return longest;
    }

    private static int Along(string text, int start, string row, int at, int step)
    {
        var length = 0;
        while (
            start + length < text.Length
            && at + (length * step) is var place
            && place >= 0
            && place < row.Length
            && text[start + length] == row[place]
        )
        {
            length++;
        }

        return length;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static string WithoutMarks(string text) =>
        string.Concat(
            text.Normalize(NormalizationForm.FormD)
                .Where(sign =>
                    char.GetUnicodeCategory(sign)
                        is not System.Globalization.UnicodeCategory.NonSpacingMark
                )
        );

    private static string[] Read()
    {
        using var stream = typeof(KnownPasswords).Assembly.GetManifestResourceStream(
            "SocialMediaAware.Web.Features.Accounts.known-passwords.txt"
        )!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(line => !line.StartsWith('#'))
                .Select(line => Letters(WithoutMarks(line.ToLowerInvariant())))
                .Distinct()
                .OrderByDescending(part => part.Length),
        ];
    }
}
