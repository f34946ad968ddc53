namespace SocialMediaAware.Web.Features.Reports.Suppression;

/// <summary>Adds to what readers know what they were told before, and how that hangs together with what they are told now.</summary>
internal sealed class EarlierKnowledge(
    ReaderKnowledge knowledge,
    IReadOnlyDictionary<string, Number> now,
    int threshold
)
{
    // The same thing counted in two earlier releases is one number, as long as the count is the same.
    private readonly Dictionary<(string Key, long Truth), Number> before = [];

    /// <summary>Takes in one earlier release.</summary>
    public void Take(EarlierRelease earlier)
    {
        var links = Links(earlier);
        var counts = Counts(earlier, links);
        var small = SmallCounts.Of(counts, earlier.Released.Sums, threshold);
        var perhapsZero = SmallCounts.PerhapsZero(small, earlier.Released.Sums);
        var printed = earlier.Released.Cells.Select(cell => cell.Key).Concat(earlier.Hidden);
        var isPrinted = printed.ToHashSet();
        var then = new Dictionary<string, Number>();
        foreach (var (key, count) in counts)
        {
            var same = links[key].FirstOrDefault(number => number.Truth == count);
            if (same is null && !before.TryGetValue((key, count), out same))
            {
                same = knowledge.Add(new Number(key, count));
                before[(key, count)] = same;
            }

            then[key] = same;
            knowledge.Bound(same, key, small, perhapsZero, isPrinted.Contains(key));
            if (isPrinted.Contains(key) && !earlier.Hidden.Contains(key))
            {
                same.IsTold = true;
                same.CanBeHidden = false;
            }
        }

        AddSums(earlier, then, counts);
        AddChanges(links, then);
    }

    private ILookup<string, Number> Links(EarlierRelease earlier) =>
        earlier
            .Links.Where(link => now.ContainsKey(link.Now))
            .Select(link => (link.Then, Now: now[link.Now]))
            .Concat(
                earlier
                    .Released.Cells.Select(cell => cell.Key)
                    .Concat(earlier.Hidden)
                    .Where(now.ContainsKey)
                    .Select(key => (Then: key, Now: now[key]))
            )
            .Distinct()
            .ToLookup(link => link.Then, link => link.Now);

    /// <summary>What was counted then. Where that is not kept, it is taken to be what it is now.</summary>
    private static Dictionary<string, long> Counts(
        EarlierRelease earlier,
        ILookup<string, Number> links
    )
    {
        var counts = KnownCounts.Of(earlier.Released);
        foreach (var key in earlier.Hidden.Where(key => !counts.ContainsKey(key)))
        {
            if (links[key].FirstOrDefault() is { } number)
            {
                counts[key] = number.Truth;
            }
        }

        KnownCounts.Complete(counts, earlier.Released.Sums);
        return counts;
    }

    private void AddSums(
        EarlierRelease earlier,
        Dictionary<string, Number> then,
        Dictionary<string, long> counts
    )
    {
        // Where a hidden count was not kept, a sum with it cannot be held against anything.
        foreach (var sum in earlier.Released.Sums.Where(sum => KnownCounts.AddsUp(counts, sum)))
        {
            ReaderKnowledge.AddSum(
                then[sum.Whole],
                sum.Parts.Select(part => then[part]),
                isEarlier: true
            );
        }

        foreach (var rate in earlier.Released.Rates.Where(rate => rate.IsShown(earlier.Hidden)))
        {
            if (
                then.TryGetValue(rate.Numerator, out var numerator)
                && then.TryGetValue(rate.Denominator, out var denominator)
            )
            {
                knowledge.AddRate(numerator, denominator, rate.Decimals, isEarlier: true);
            }
        }
    }

    /// <summary>
    /// What changed since is a number as well. Readers are not told it, but which way it goes: counts of what people did grow, and who
    /// left is seen elsewhere. A small change is as sensitive as a small count. No change at all is the same number twice.
    /// </summary>
    private void AddChanges(ILookup<string, Number> links, Dictionary<string, Number> then)
    {
        foreach (var (key, earlier) in then)
        {
            foreach (var later in links[key].Where(later => later != earlier))
            {
                var truth = later.Truth - earlier.Truth;
                if (truth == 0)
                {
                    ReaderKnowledge.Add([new(later, 1), new(earlier, -1)], isEarlier: true);
                    continue;
                }

                var change = knowledge.Add(
                    new Number(later.Key, truth)
                    {
                        Since = key,
                        Low = truth > 0 ? 0 : -Number.Boundless,
                        High = truth > 0 ? Number.Boundless : 0,
                        IsSensitive = Math.Abs(truth) < threshold,
                    }
                );
                ReaderKnowledge.Add(
                    [new(later, 1), new(earlier, -1), new(change, -1)],
                    isEarlier: true
                );
            }
        }
    }
}
