using SocialMediaAware.Web.Features.Reports.Suppression;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Says what the tables of a pack would release, as the rules of suppression ask for it.</summary>
public static class PackReleases
{
    /// <summary>
    /// Every figure once, and every sum that a reader sees. Rates are no part of it: one is told only where both of its counts are.
    /// </summary>
    public static Release Of(IReadOnlyList<PackTable> tables)
    {
        var cells = new Dictionary<string, ReleasedCell>(StringComparer.Ordinal);
        var sums = new Dictionary<string, ReleasedSum>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            foreach (var figure in table.Figures())
            {
                cells.TryAdd(figure.Key, new(figure.Key, Math.Abs(figure.Count)));
            }

            foreach (var sum in SumsOf(table))
            {
                sums.TryAdd($"{sum.Whole}={string.Join('+', sum.Parts)}", sum);
            }
        }

        return new([.. cells.Values], [.. sums.Values], []);
    }

    private static IEnumerable<ReleasedSum> SumsOf(PackTable table)
    {
        foreach (var (whole, parts) in table.RowSums)
        {
            foreach (var column in table.Columns)
            {
                yield return new(
                    PackTable.KeyOf(whole, column),
                    [.. parts.Select(part => PackTable.KeyOf(part, column))]
                );
            }
        }

        foreach (var row in table.Rows.Where(row => !row.IsChange))
        {
            foreach (var (whole, parts) in table.ColumnSums)
            {
                yield return new(
                    PackTable.KeyOf(row.Key, whole),
                    [.. parts.Select(part => PackTable.KeyOf(row.Key, part))]
                );
            }
        }

        foreach (var (whole, parts) in table.Sums)
        {
            yield return new(whole, parts);
        }
    }
}
