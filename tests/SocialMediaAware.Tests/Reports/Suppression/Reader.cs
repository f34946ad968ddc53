using SocialMediaAware.Web.Features.Reports.Suppression;

namespace SocialMediaAware.Tests.Reports.Suppression;

/// <summary>What was released at one time, and which keys were hidden in it.</summary>
internal sealed record Published(Release Release, IReadOnlySet<string> Hidden);

/// <summary>
/// A careful reader of released tables, who shares no code with what proposes suppressions: holds every unknown number with the values
/// that it may have, and every equation, and goes through all tables of whole numbers that fit.
/// </summary>
internal sealed class Reader
{
    private readonly int most;
    private readonly List<(int Low, int High, bool Gap)> ranges = [];
    private readonly List<(Dictionary<int, int> Factors, int Constant)> sums = [];
    private readonly List<ShownRate> rates = [];
    private readonly Dictionary<string, int> places = [];
    private readonly List<int> truths = [];
    private long steps;

    public Reader(int most, params Published[] releases)
    {
        this.most = most;
        for (var at = 0; at < releases.Length; at++)
        {
            Read(at, releases[at]);
        }
    }

    /// <summary>Whether the last question got no answer, because a search was given up: then "no" says nothing.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>What happened between two releases is seen by whoever subtracts: unknown, but of known direction.</summary>
    public void Link(string now, int nowCount, string then, int thenCount)
    {
        var change = nowCount - thenCount;
        var factors = new Dictionary<int, int>();
        var constant = Take(factors, now, nowCount, 1) + Take(factors, then, thenCount, -1);
        if (change != 0)
        {
            var name = $"{now} since {then}";
            var unknown = Unknown(
                name,
                change > 0 ? 0 : -most,
                change > 0 ? most : 0,
                false,
                change
            );
            factors[unknown] = -1;
        }

        Add(factors, constant);
    }

    /// <summary>Whether a number that is not told can be anything but this; null when it was told.</summary>
    public bool? CanBeOther(string name, int than)
    {
        if (!places.TryGetValue(name, out var place))
        {
            return null;
        }

        GaveUp = false;
        var isCutShort = false;
        var (low, high, gap) = ranges[place];
        // Each value near the count, and all that are further away at once.
        var near = Enumerable.Range(than - 6, 13).Where(value => value != than);
        foreach (
            var (from, to) in near.Where(value => !gap || value is <= 0 or >= 5)
                .Select(value => (value, value))
                .Append((than + 7, high))
                .Append((low, than - 7))
        )
        {
            GaveUp = false;
            if (IsPossible(place, Math.Max(low, from), Math.Min(high, to)))
            {
                return true;
            }

            isCutShort |= GaveUp;
        }

        GaveUp = isCutShort;
        return false;
    }

    private bool IsPossible(int place, int from, int to)
    {
        if (from > to)
        {
            return false;
        }

        var low = ranges.Select(range => range.Low).ToArray();
        var high = ranges.Select(range => range.High).ToArray();
        (low[place], high[place]) = (from, to);
        steps = 0;
        return Fill(low, high);
    }

    private bool Fill(int[] low, int[] high)
    {
        if (steps++ > 20_000)
        {
            GaveUp = true;
            return false;
        }

        if (!Narrow(low, high))
        {
            return false;
        }

        var next = Enumerable
            .Range(0, low.Length)
            .Where(place => low[place] < high[place])
            .OrderBy(place => high[place] - low[place])
            .FirstOrDefault(-1);
        if (next < 0)
        {
            return ranges
                .Select((range, at) => !range.Gap || low[at] is 0 or >= 5)
                .All(fits => fits);
        }

        // Near the true count something is found soonest; in the end every value is tried.
        foreach (
            var value in Enumerable
                .Range(low[next], high[next] - low[next] + 1)
                .OrderBy(value => Math.Abs(value - truths[next]))
        )
        {
            var (nextLow, nextHigh) = ((int[])low.Clone(), (int[])high.Clone());
            nextLow[next] = nextHigh[next] = value;
            if (Fill(nextLow, nextHigh))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes away ends of ranges that no sum and no percentage allows; false when one has nothing left.</summary>
    private bool Narrow(int[] low, int[] high)
    {
        int before;
        do
        {
            before = low.Sum() - high.Sum();
            foreach (var (factors, constant) in sums)
            {
                var least =
                    constant
                    + factors.Sum(one =>
                        Math.Min(one.Value * low[one.Key], one.Value * high[one.Key])
                    );
                var greatest =
                    constant
                    + factors.Sum(one =>
                        Math.Max(one.Value * low[one.Key], one.Value * high[one.Key])
                    );
                if (least > 0 || greatest < 0)
                {
                    return false;
                }

                // Each factor is 1 or -1: the unknown can move from the end that makes the sum least by at most what is missing to 0.
                foreach (var (place, factor) in factors)
                {
                    var (l, h) = (low[place], high[place]);
                    low[place] = Math.Max(l, factor > 0 ? h - greatest : h + least);
                    high[place] = Math.Min(h, factor > 0 ? l - least : l + greatest);
                    if (low[place] > high[place])
                    {
                        return false;
                    }

                    if (low[place] != l || high[place] != h)
                    {
                        break;
                    }
                }
            }

            if (rates.Exists(rate => !rate.Narrow(low, high)))
            {
                return false;
            }
        } while (before != low.Sum() - high.Sum());

        return true;
    }

    private void Read(int at, Published published)
    {
        var counts = published.Release.Cells.ToDictionary(cell => cell.Key, cell => cell.Count);
        var small = Small(counts, published.Release.Sums);
        foreach (var (key, count) in counts.Where(one => published.Hidden.Contains(one.Key)))
        {
            var inSmall = published.Release.Sums.Any(sum =>
                small.Contains(sum.Whole) && sum.Parts.Contains(key)
            );
            _ =
                small.Contains(key) ? Unknown($"{at}/{key}", inSmall ? 0 : 1, 4, false, count)
                : count == 0 ? Unknown($"{at}/{key}", 0, most, true, 0)
                : Unknown($"{at}/{key}", 5, most, false, count);
        }

        foreach (var sum in published.Release.Sums)
        {
            var factors = new Dictionary<int, int>();
            var constant = Take(factors, $"{at}/{sum.Whole}", counts[sum.Whole], 1);
            constant += sum.Parts.Sum(part => Take(factors, $"{at}/{part}", counts[part], -1));
            Add(factors, constant);
        }

        foreach (var rate in published.Release.Rates.Where(one => one.IsShown(published.Hidden)))
        {
            if (counts[rate.Denominator] == 0)
            {
                continue;
            }

            var scale = 100 * (int)Math.Pow(10, rate.Decimals);
            rates.Add(
                new ShownRate(
                    places.GetValueOrDefault($"{at}/{rate.Numerator}", ~counts[rate.Numerator]),
                    places.GetValueOrDefault($"{at}/{rate.Denominator}", ~counts[rate.Denominator]),
                    scale * counts[rate.Numerator] / counts[rate.Denominator],
                    scale
                )
            );
        }
    }

    /// <summary>The counts that tell of somebody: 1 to 4, and a 0 in a group of 1 to 4 unless a bigger group is openly said to be 0.</summary>
    public static HashSet<string> Small(
        Dictionary<string, int> counts,
        IReadOnlyList<ReleasedSum> sums
    )
    {
        var small = counts
            .Where(one => one.Value is > 0 and < 5)
            .Select(one => one.Key)
            .ToHashSet();
        while (
            sums.Where(sum => small.Contains(sum.Whole))
                .SelectMany(sum => sum.Parts)
                .FirstOrDefault(part => counts[part] == 0 && !small.Contains(part))
                is { } zero
        )
        {
            small.Add(zero);
        }

        var open = counts.Keys.Where(key => counts[key] == 0 && !small.Contains(key)).ToHashSet();
        while (
            sums.Where(sum => open.Contains(sum.Whole))
                .SelectMany(sum => sum.Parts)
                .Concat(sums.Where(sum => sum.Parts.All(open.Contains)).Select(sum => sum.Whole))
                .FirstOrDefault(part => !open.Contains(part))
                is { } zero
        )
        {
            open.Add(zero);
        }

        small.ExceptWith(open);
        return small;
    }

    private int Take(Dictionary<int, int> factors, string name, int count, int factor)
    {
        if (!places.TryGetValue(name, out var place))
        {
            return factor * count;
        }

        factors[place] = factors.GetValueOrDefault(place) + factor;
        return 0;
    }

    private void Add(Dictionary<int, int> factors, int constant)
    {
        sums.Add((factors, constant));
    }

    private int Unknown(string name, int low, int high, bool gap, int truth)
    {
        places[name] = ranges.Count;
        ranges.Add((low, high, gap));
        truths.Add(truth);
        return ranges.Count - 1;
    }
}
