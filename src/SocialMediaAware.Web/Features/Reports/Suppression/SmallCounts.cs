namespace SocialMediaAware.Web.Features.Reports.Suppression;

/// <summary>
/// Which counts tell of somebody: those above 0 and below the threshold, and each 0 inside a group that is itself so small, because
/// "0 of 3 declined" tells something of all three. A 0 in a bigger group ("0 of 40") is said openly.
/// </summary>
internal static class SmallCounts
{
    /// <summary>The keys of small counts.</summary>
    public static HashSet<string> Of(
        IReadOnlyDictionary<string, long> counts,
        IReadOnlyList<ReleasedSum> sums,
        int threshold
    )
    {
        var small = counts
            .Where(count => count.Value > 0 && count.Value < threshold)
            .Select(count => count.Key)
            .ToHashSet();
        var within = sums.ToLookup(sum => sum.Whole);
        var open = new Stack<string>(small);
        while (open.TryPop(out var whole))
        {
            foreach (var part in within[whole].SelectMany(sum => sum.Parts))
            {
                if (counts.TryGetValue(part, out var count) && count == 0 && small.Add(part))
                {
                    open.Push(part);
                }
            }
        }

        return small;
    }

    /// <summary>The small counts of which readers must reckon with a 0, because they stand in a group that is small itself.</summary>
    public static HashSet<string> PerhapsZero(
        IReadOnlySet<string> small,
        IReadOnlyList<ReleasedSum> sums
    ) => [.. sums.Where(sum => small.Contains(sum.Whole)).SelectMany(sum => sum.Parts)];
}
