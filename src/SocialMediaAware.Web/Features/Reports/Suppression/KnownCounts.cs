namespace SocialMediaAware.Web.Features.Reports.Suppression;

/// <summary>What each key counted, with those that follow from a sum in which they are the only ones without a count.</summary>
internal static class KnownCounts
{
    /// <summary>Counts by key.</summary>
    /// <exception cref="ArgumentException">A key stands for two cells.</exception>
    public static Dictionary<string, long> Of(Release release)
    {
        var counts = new Dictionary<string, long>();
        foreach (var cell in release.Cells)
        {
            if (!counts.TryAdd(cell.Key, cell.Count))
            {
                throw new ArgumentException($"Two cells have the key {cell.Key}.", nameof(release));
            }
        }

        Complete(counts, release.Sums);
        return counts;
    }

    /// <summary>Adds what follows from sums.</summary>
    public static void Complete(Dictionary<string, long> counts, IReadOnlyList<ReleasedSum> sums)
    {
        var open = sums.ToList();
        for (var before = -1; before != counts.Count; )
        {
            before = counts.Count;
            open.RemoveAll(sum => TryComplete(counts, sum));
        }
    }

    /// <summary>Whether all of the sum is known and adds up.</summary>
    public static bool AddsUp(IReadOnlyDictionary<string, long> counts, ReleasedSum sum) =>
        counts.TryGetValue(sum.Whole, out var whole)
        && sum.Parts.All(counts.ContainsKey)
        && whole == sum.Parts.Sum(part => counts[part]);

    private static bool TryComplete(Dictionary<string, long> counts, ReleasedSum sum)
    {
        var missing = sum.Parts.Append(sum.Whole).Where(key => !counts.ContainsKey(key)).ToList();
        if (missing.Count != 1)
        {
            return missing.Count == 0;
        }

        var parts = sum.Parts.Where(counts.ContainsKey).Sum(part => counts[part]);
        counts[missing[0]] = missing[0] == sum.Whole ? parts : counts[sum.Whole] - parts;
        return true;
    }
}
