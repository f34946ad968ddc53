namespace SocialMediaAware.Web.Features.Reports.Suppression;

/// <summary>
/// Goes through every table of whole numbers that readers could take for the true one, where the numbers that hang together are few:
/// narrows bounds by each equation, splits the number with the fewest values, and turns back where an equation cannot hold.
/// </summary>
internal sealed class WholeNumbers
{
    /// <summary>Numbers that hang together, about at most, for all tables to be gone through.</summary>
    public const int Few = 200;

    // Where nothing bounds a number from above, how far from the truth it is looked for.
    private const long Far = 12;

    private readonly List<Number> numbers;
    private readonly List<Row> rows;
    private readonly Dictionary<Number, int> places = [];
    private (long[] Low, long[] High)? narrowed;
    private int steps;

    private WholeNumbers(List<Number> numbers)
    {
        this.numbers = numbers;
        foreach (var number in numbers)
        {
            places[number] = places.Count;
        }

        rows =
        [
            .. numbers
                .SelectMany(number => number.In.Select(one => one.Equation))
                .Distinct()
                .Select(equation => Row.Of(equation, places)),
        ];
    }

    /// <summary>All numbers that are not told.</summary>
    public static WholeNumbers Of(ReaderKnowledge knowledge) =>
        new([.. knowledge.Numbers.Where(number => !number.IsTold)]);

    /// <summary>Whether these are all numbers that hang together; otherwise those further away are left as they are.</summary>
    public bool IsAll { get; private init; } = true;

    /// <summary>Whether a search ended before all tables were gone through, so that finding none says nothing.</summary>
    public bool WasCutShort { get; private set; }

    /// <summary>How many numbers there are.</summary>
    public int Count => numbers.Count;

    /// <summary>What hangs together with a number, the nearest of it where it is very much.</summary>
    public static WholeNumbers Around(Number number, bool mayHide, int few = Few)
    {
        var found = new HashSet<Number> { number };
        var open = new Queue<Number>([number]);
        while (found.Count <= few && open.TryDequeue(out var next))
        {
            foreach (var term in next.In.SelectMany(one => one.Equation.Terms))
            {
                var isFree = !term.Number.IsTold || (mayHide && term.Number.CanBeHidden);
                if (isFree && found.Add(term.Number))
                {
                    open.Enqueue(term.Number);
                }
            }
        }

        return new WholeNumbers([.. found]) { IsAll = found.Count <= few };
    }

    /// <summary>The bounds of the number, as far as sums and bounds of single numbers narrow them.</summary>
    public (long Low, long High) Bounds(Number number)
    {
        if (narrowed is null)
        {
            narrowed = Widest();
            Narrow(narrowed.Value.Low, narrowed.Value.High);
        }

        return (narrowed.Value.Low[places[number]], narrowed.Value.High[places[number]]);
    }

    /// <summary>A table in which the number is between these; null when there is none, or none was found within the steps.</summary>
    public OtherTable? With(Number number, long least, long most, int mostSteps)
    {
        steps = mostSteps;
        var (low, high) = Widest();
        for (var place = 0; place < numbers.Count; place++)
        {
            low[place] = Math.Max(low[place], numbers[place].Truth - (2000 * Far));
            high[place] = Math.Min(high[place], numbers[place].Truth + (2000 * Far));
        }

        low[places[number]] = Math.Max(least, low[places[number]]);
        high[places[number]] = Math.Min(most, high[places[number]]);
        return low[places[number]] <= high[places[number]] && Search(low, high) is { } found
            ? new OtherTable(
                numbers
                    .Where(one => found[places[one]] != one.Truth)
                    .ToDictionary(one => one, one => found[places[one]])
            )
            : null;
    }

    private (long[] Low, long[] High) Widest() =>
        ([.. numbers.Select(number => number.Low)], [.. numbers.Select(number => number.High)]);

    private long[]? Search(long[] low, long[] high)
    {
        if (steps-- <= 0)
        {
            WasCutShort = true;
            return null;
        }

        if (!Narrow(low, high))
        {
            return null;
        }

        var place = Narrowest(low, high);
        if (place < 0)
        {
            return numbers.TrueForAll(number => number.Allows(low[places[number]])) ? low : null;
        }

        foreach (var value in Values(place, low[place], high[place]))
        {
            var nextLow = (long[])low.Clone();
            var nextHigh = (long[])high.Clone();
            nextLow[place] = nextHigh[place] = value;
            if (Search(nextLow, nextHigh) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The values between the bounds, those next to the truth first.</summary>
    private IEnumerable<long> Values(int place, long low, long high)
    {
        var truth = Math.Clamp(numbers[place].Truth, low, high);
        for (var away = 0; truth - away >= low || truth + away <= high; away++)
        {
            if (truth - away >= low && numbers[place].Allows(truth - away))
            {
                yield return truth - away;
            }

            if (away > 0 && truth + away <= high && numbers[place].Allows(truth + away))
            {
                yield return truth + away;
            }
        }
    }

    private static int Narrowest(long[] low, long[] high)
    {
        var best = -1;
        for (var place = 0; place < low.Length; place++)
        {
            var width = high[place] - low[place];
            if (width > 0 && (best < 0 || width < high[best] - low[best]))
            {
                best = place;
            }
        }

        return best;
    }

    /// <summary>Narrows bounds until nothing changes; false when an equation cannot hold.</summary>
    private bool Narrow(long[] low, long[] high)
    {
        for (var (changes, rounds) = (true, 0); changes && rounds < 200; rounds++)
        {
            changes = false;
            foreach (var row in rows)
            {
                if (!row.Narrow(low, high, ref changes))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
