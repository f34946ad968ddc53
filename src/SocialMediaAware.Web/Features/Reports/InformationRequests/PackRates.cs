namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Rates beside the rows of a table.</summary>
public static class PackRates
{
    /// <summary>
    /// Signed of all due, from 0 to 1. Null where nobody is due, and where one of the two is withheld: whoever has a rate and one of
    /// them has the other.
    /// </summary>
    public static decimal? Of(PackTable table, PackRow row, IReadOnlySet<string> hidden)
    {
        if (!table.HasRates || row.IsChange)
        {
            return null;
        }

        var (due, signed) = (
            PlaceOf(table, FigureColumns.Due),
            PlaceOf(table, FigureColumns.Signed)
        );
        return
            row.Counts[due] == 0
            || hidden.Contains(table.KeyOf(row, due))
            || hidden.Contains(table.KeyOf(row, signed))
            ? null
            : (decimal)row.Counts[signed] / row.Counts[due];
    }

    /// <summary>Such as 91.3%; below everybody it never says 100.0%.</summary>
    public static string InWords(decimal rate) =>
        (Math.Floor(rate * 1000) / 1000).ToString("P1", People.NewZealandEnglish.Culture);

    private static int PlaceOf(PackTable table, string column) =>
        table.Columns.Index().FirstOrDefault(one => one.Item == column).Index;
}
