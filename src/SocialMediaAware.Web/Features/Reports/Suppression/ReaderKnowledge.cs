namespace SocialMediaAware.Web.Features.Reports.Suppression;

/// <summary>
/// Everything that a careful reader knows: the numbers told now and before, that the sums add up, the percentages within their
/// rounding, that people are counted in whole numbers, which numbers were hidden for being small and which for another reason, and
/// that what hangs together over releases changed in one direction.
/// </summary>
internal sealed class ReaderKnowledge
{
    private readonly int threshold;
    private readonly Dictionary<string, Number> now = [];

    private ReaderKnowledge(int threshold) => this.threshold = threshold;

    /// <summary>All numbers.</summary>
    public List<Number> Numbers { get; } = [];

    /// <summary>What readers know when these keys are hidden; without keys, when only the small cells are.</summary>
    /// <exception cref="ArgumentException">A sum does not add up, or a count is missing that does not follow from a sum.</exception>
    public static ReaderKnowledge Of(
        Release release,
        IReadOnlySet<string>? hidden,
        IReadOnlyList<EarlierRelease> earlier,
        int threshold
    )
    {
        var knowledge = new ReaderKnowledge(threshold);
        knowledge.TakeNow(release, hidden);
        knowledge.Weigh(release);
        var then = new EarlierKnowledge(knowledge, knowledge.now, threshold);
        foreach (var one in earlier)
        {
            then.Take(one);
        }

        return knowledge;
    }

    /// <summary>
    /// Narrows a number to what readers take for possible when a release has it without telling it; where two releases have it, to
    /// what both allow.
    /// </summary>
    public void Bound(
        Number number,
        string key,
        IReadOnlySet<string> small,
        IReadOnlySet<string> perhapsZero,
        bool isPrinted
    )
    {
        number.Low = Math.Max(number.Low, 0);
        if (!isPrinted)
        {
            number.IsSensitive |= number.Truth > 0 && number.Truth < threshold;
        }
        else if (small.Contains(key))
        {
            number.IsSensitive = true;
            number.Low = Math.Max(number.Low, perhapsZero.Contains(key) ? 0 : 1);
            number.High = Math.Min(number.High, threshold - 1);
        }
        else
        {
            number.LeastAboveZero = threshold;
            // Readers would see "0, or 5 and more". To let them know that it is not 0 errs on the safe side and is simpler.
            number.Low = Math.Max(number.Low, number.Truth == 0 ? 0 : threshold);
        }
    }

    /// <summary>Adds a number.</summary>
    public Number Add(Number number)
    {
        number.Index = Numbers.Count;
        Numbers.Add(number);
        return number;
    }

    /// <summary>Adds an equation.</summary>
    public static void Add(IEnumerable<Term> terms, bool isEarlier)
    {
        var merged = terms
            .GroupBy(term => term.Number)
            .Select(group => new Term(group.Key, group.Sum(term => term.Factor)))
            .Where(term => term.Factor != 0)
            .ToList();
        var equation = new Equation(merged, isEarlier);
        foreach (var term in merged)
        {
            term.Number.In.Add((equation, term.Factor));
        }
    }

    /// <summary>Adds a sum.</summary>
    public static void AddSum(Number whole, IEnumerable<Number> parts, bool isEarlier) =>
        Add(parts.Select(part => new Term(part, -1)).Prepend(new Term(whole, 1)), isEarlier);

    /// <summary>Adds a percentage, which is rounded down: what it leaves open between a count and the other.</summary>
    public void AddRate(Number numerator, Number denominator, int decimals, bool isEarlier)
    {
        if (denominator.Truth == 0)
        {
            return;
        }

        var scale = 100L;
        for (var digit = 0; digit < decimals; digit++)
        {
            scale *= 10;
        }

        var shown = scale * numerator.Truth / denominator.Truth;
        var above = Add(
            new Number("above", (scale * numerator.Truth) - (shown * denominator.Truth))
        );
        var below = Add(
            new Number("below", ((shown + 1) * denominator.Truth) - (scale * numerator.Truth))
            {
                Low = 1,
            }
        );
        Add([new(numerator, scale), new(denominator, -shown), new(above, -1)], isEarlier);
        Add([new(denominator, shown + 1), new(numerator, -scale), new(below, -1)], isEarlier);
    }

    private void TakeNow(Release release, IReadOnlySet<string>? hidden)
    {
        var counts = KnownCounts.Of(release);
        if (release.Sums.FirstOrDefault(sum => !KnownCounts.AddsUp(counts, sum)) is { } wrong)
        {
            throw new ArgumentException(
                $"The parts of {wrong.Whole} do not add up to it.",
                nameof(release)
            );
        }

        var small = SmallCounts.Of(counts, release.Sums, threshold);
        var perhapsZero = SmallCounts.PerhapsZero(small, release.Sums);
        var printed = release.Cells.Select(cell => cell.Key).ToHashSet();
        foreach (var (key, count) in counts)
        {
            var number = Add(new Number(key, count));
            Bound(number, key, small, perhapsZero, printed.Contains(key));
            number.IsOfNow = true;
            number.CanBeHidden = printed.Contains(key);
            number.IsTold =
                number.CanBeHidden && !(hidden is null ? number.IsSensitive : hidden.Contains(key));
            now[key] = number;
        }

        foreach (var sum in release.Sums)
        {
            AddSum(now[sum.Whole], sum.Parts.Select(part => now[part]), isEarlier: false);
        }

        TakeRates(release.Rates, printed, hidden);
    }

    private void TakeRates(
        IReadOnlyList<ReleasedRate> rates,
        HashSet<string> printed,
        IReadOnlySet<string>? hidden
    )
    {
        foreach (var rate in rates)
        {
            if (
                !now.TryGetValue(rate.Numerator, out var numerator)
                || !now.TryGetValue(rate.Denominator, out var denominator)
            )
            {
                throw new ArgumentException($"A count of {rate.Key} is missing.", nameof(rates));
            }

            // A proposal hides the percentage with its counts: then it says nothing, unless a count of it is never printed.
            var isProposal =
                hidden is null
                && printed.Contains(rate.Numerator)
                && printed.Contains(rate.Denominator);
            if (!isProposal && (hidden is null || rate.IsShown(hidden)))
            {
                AddRate(numerator, denominator, rate.Decimals, isEarlier: false);
            }
        }
    }

    /// <summary>
    /// Hiding one more number weighs more than how big it is; a total weighs more than a part, and the whole of all is the last to go.
    /// </summary>
    private void Weigh(Release release)
    {
        var wholes = release.Sums.Select(sum => sum.Whole).ToHashSet();
        var parts = release.Sums.SelectMany(sum => sum.Parts).ToHashSet();
        foreach (var (key, number) in now)
        {
            number.Weight = 1000 + Math.Min(number.Truth, 500);
            if (wholes.Contains(key))
            {
                number.Weight += parts.Contains(key) ? 200 : 100_000;
            }
        }
    }
}
