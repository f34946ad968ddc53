namespace SocialMediaAware.Web.Features.Reports.Suppression;

/// <summary>An equation as <see cref="WholeNumbers"/> reckons with it: the places and factors of what is open, and all else as one sum.</summary>
internal sealed class Row
{
    private readonly int[] places;
    private readonly long[] factors;
    private readonly Int128 told;

    private Row(int[] places, long[] factors, Int128 told)
    {
        this.places = places;
        this.factors = factors;
        this.told = told;
    }

    /// <summary>The equation, with the places of what is open.</summary>
    public static Row Of(Equation equation, Dictionary<Number, int> places)
    {
        var open = equation.Terms.Where(term => places.ContainsKey(term.Number)).ToList();
        var sum = equation
            .Terms.Where(term => !places.ContainsKey(term.Number))
            .Aggregate((Int128)0, (so, term) => so + ((Int128)term.Factor * term.Number.Truth));
        return new(
            [.. open.Select(term => places[term.Number])],
            [.. open.Select(term => term.Factor)],
            sum
        );
    }

    /// <summary>Narrows bounds by what the others leave; false when the equation cannot hold.</summary>
    public bool Narrow(long[] low, long[] high, ref bool changes)
    {
        var (least, most) = (told, told);
        for (var at = 0; at < places.Length; at++)
        {
            var (from, to) = Ends(at, low, high);
            least += from;
            most += to;
        }

        if (least > 0 || most < 0)
        {
            return false;
        }

        for (var at = 0; at < places.Length; at++)
        {
            var place = places[at];
            if (low[place] == high[place])
            {
                continue;
            }

            var (from, to) = Ends(at, low, high);
            if (!NarrowOne(at, least - from, most - to, low, high, ref changes))
            {
                return false;
            }

            var (nextFrom, nextTo) = Ends(at, low, high);
            least += nextFrom - from;
            most += nextTo - to;
        }

        return true;
    }

    /// <summary>factor · x = −rest.</summary>
    private bool NarrowOne(
        int at,
        Int128 least,
        Int128 most,
        long[] low,
        long[] high,
        ref bool changes
    )
    {
        var (place, factor) = (places[at], factors[at]);
        var (from, to) =
            factor > 0
                ? (CeilingOf(-most, factor), FloorOf(-least, factor))
                : (CeilingOf(least, -factor), FloorOf(most, -factor));
        if (from > low[place])
        {
            low[place] = from;
            changes = true;
        }

        if (to < high[place])
        {
            high[place] = to;
            changes = true;
        }

        return low[place] <= high[place];
    }

    private (Int128 From, Int128 To) Ends(int at, long[] low, long[] high)
    {
        var factor = (Int128)factors[at];
        var (one, other) = (factor * low[places[at]], factor * high[places[at]]);
        return factor > 0 ? (one, other) : (other, one);
    }

    private static long CeilingOf(Int128 of, long by) =>
        by == 1 ? Within(of) : Within((of / by) + (of % by > 0 ? 1 : 0));

    private static long FloorOf(Int128 of, long by) =>
        by == 1 ? Within(of) : Within((of / by) - (of % by < 0 ? 1 : 0));

    private static long Within(Int128 value) =>
        (long)Int128.Clamp(value, -Number.Boundless, Number.Boundless);
}
