using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SocialMediaAware.Web.Features.Reports.Exports;

/// <summary>Words as a spreadsheet holds them.</summary>
internal static partial class XlsxText
{
    private const int LongestCell = 32_767;
    private const int LongestName = 31;
    private const char Unknown = '\uFFFD';

    /// <summary>
    /// The words with what XML cannot hold replaced, and what a spreadsheet would read as a coded character written in its code.
    /// What is longer than a cell can be is cut.
    /// </summary>
    public static string Of(string words)
    {
        var cut = words.Length > LongestCell ? $"{words.AsSpan(0, LongestCell - 1)}…" : words;
        if (!NeedsCode().IsMatch(cut))
        {
            return cut;
        }

        var coded = new StringBuilder(cut.Length + 16);
        foreach (var rune in CodeLike().Replace(cut, "_x005F_").EnumerateRunes())
        {
            _ =
                rune.Value == '\r' ? coded.Append("_x000D_")
                : rune.Value is >= ' ' or '\t' or '\n' && rune.Value is not (0xFFFE or 0xFFFF)
                    ? coded.Append(rune.ToString())
                : coded.Append(Unknown);
        }

        return coded.ToString();
    }

    /// <summary>The name of a sheet: without what one cannot have, and no longer than it can be.</summary>
    /// <param name="title">The title of all of them.</param>
    /// <param name="number">Which of them, from 1.</param>
    /// <param name="taken">The name of another sheet.</param>
    public static string SheetName(string title, int number, string taken)
    {
        var name = NotInNames().Replace(title, " ").Trim(' ', '\'');
        var end = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({number})");
        if (name.Length == 0 || string.Equals(name, taken, StringComparison.OrdinalIgnoreCase))
        {
            end = string.Create(CultureInfo.InvariantCulture, $" ({number})");
        }

        return name.Length + end.Length <= LongestName
            ? name + end
            : name[..(LongestName - end.Length)].TrimEnd() + end;
    }

    // A lone half of a pair is no character: the runes of the text have a replacement in its place.
    [GeneratedRegex(
        @"[\x00-\x08\x0B-\x1F\uD800-\uDFFF\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex NeedsCode();

    [GeneratedRegex(
        "_(?=x[0-9A-Fa-f]{4}_)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CodeLike();

    [GeneratedRegex(
        @"[\[\]:*?/\\\p{C}]+",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex NotInNames();
}
