namespace SocialMediaAware.Web.Features.Reports.Suppression;

/// <summary>
/// Which counts tell of somebody: those above 0 and below the threshold, and each 0 inside a group that is itself so small, because
/// "0 of 3 declined" tells something of all three. A 0 in a bigger group ("0 of 40") is said openly, and with it each 0 inside it, and
/// each 0 that is made up of such.
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

        small.ExceptWith(SaidOpenly(counts, sums, small));
        return small;
    }

    private static HashSet<string> SaidOpenly(
        IReadOnlyDictionary<string, long> counts,
        IReadOnlyList<ReleasedSum> sums,
        HashSet<string> small
    )
    {
        var said = counts
            .Where(count => count.Value == 0 && !small.Contains(count.Key))
            .Select(count => count.Key)
            .ToHashSet();
        var inside = sums.ToLookup(sum => sum.Whole);
        var around = sums.SelectMany(sum => sum.Parts.Select(part => (Part: part, Sum: sum)))
            .ToLookup(one => one.Part, one => one.Sum);
        var open = new Stack<string>(said);
        while (open.TryPop(out var zero))
        {
            var parts = inside[zero].SelectMany(sum => sum.Parts);
            var wholes = around[zero].Where(sum => sum.Parts.All(said.Contains));
            foreach (var next in parts.Concat(wholes.Select(sum => sum.Whole)).ToList())
            {
                if (said.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return said;
    }

    /// <summary>The small counts of which readers must reckon with a 0, because they stand in a group that is small itself.</summary>
    public static HashSet<string> PerhapsZero(
        IReadOnlySet<string> small,
        IReadOnlyList<ReleasedSum> sums
    ) => [.. sums.Where(sum => small.Contains(sum.Whole)).SelectMany(sum => sum.Parts)];
}
