namespace SocialMediaAware.Web.Features.Reports.Exports;

/// <summary>Knows which words a spreadsheet would take for a formula.</summary>
public static class Formulas
{
    // Full-width signs too: spreadsheets in some languages calculate with them. CsvHelper's own list takes ASCII only.
    private const string Starts = "=+-@\t\r\n＝＋－＠";

    /// <summary>Whether it would.</summary>
    public static bool IsLike(string words) =>
        words.Length > 0 && Starts.Contains(words[0], StringComparison.Ordinal);
}
