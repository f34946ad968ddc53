using System.Numerics;

namespace SocialMediaAware.Tests.Reports.Suppression;

/// <summary>A number written as one whole number over another.</summary>
internal readonly record struct Fraction(BigInteger Over, BigInteger Under)
{
    public static Fraction Of(BigInteger whole) => new(whole, 1);

    public bool IsPositive => Over > 0;

    public static Fraction operator -(Fraction one, Fraction other) =>
        Reduced((one.Over * other.Under) - (other.Over * one.Under), one.Under * other.Under);

    public static Fraction operator *(Fraction one, Fraction other) =>
        Reduced(one.Over * other.Over, one.Under * other.Under);

    public static Fraction operator /(Fraction one, Fraction other) =>
        Reduced(one.Over * other.Under, one.Under * other.Over);

    public static bool operator <(Fraction one, Fraction other) => (other - one).IsPositive;

    public static bool operator >(Fraction one, Fraction other) => other < one;

    private static Fraction Reduced(BigInteger over, BigInteger under)
    {
        var common = BigInteger.GreatestCommonDivisor(over, under) * under.Sign;
        return new(over / common, under / common);
    }
}

/// <summary>
/// The simplex method as textbooks have it, in fractions and with Bland's rule: the greatest value of one unknown, where equations in
/// unknowns that are not negative hold.
/// </summary>
internal sealed class Simplex
{
    private readonly int unknowns;
    private readonly List<Fraction[]> rows = [];
    private readonly List<int> basis = [];

    /// <summary>Equations: factors of each unknown, and what they add up to.</summary>
    public Simplex(
        int unknowns,
        IReadOnlyList<(IReadOnlyDictionary<int, int> Factors, int Sum)> equations
    )
    {
        this.unknowns = unknowns;
        var columns = unknowns + equations.Count;
        for (var at = 0; at < equations.Count; at++)
        {
            var sign = equations[at].Sum < 0 ? -1 : 1;
            var row = new Fraction[columns + 1];
            Array.Fill(row, Fraction.Of(0));
            foreach (var (unknown, factor) in equations[at].Factors)
            {
                row[unknown] = Fraction.Of(sign * factor);
            }

            row[unknowns + at] = Fraction.Of(1);
            row[columns] = Fraction.Of(sign * equations[at].Sum);
            rows.Add(row);
            basis.Add(unknowns + at);
        }

        // First: as little as possible of what was added to have a beginning.
        var costs = Enumerable.Range(0, columns).Select(at => Fraction.Of(at < unknowns ? 0 : -1));
        Maximise([.. costs], columns);
    }

    /// <summary>The greatest value of factor × unknown; null when it has no end.</summary>
    public Fraction? Greatest(int unknown, int factor)
    {
        var costs = Enumerable
            .Range(0, rows.Count == 0 ? unknowns : rows[0].Length - 1)
            .Select(at => Fraction.Of(at == unknown ? factor : 0));
        return Maximise([.. costs], unknowns);
    }

    private Fraction? Maximise(Fraction[] costs, int columns)
    {
        while (true)
        {
            var enter = Enumerable
                .Range(0, columns)
                .FirstOrDefault(at => Gain(costs, at).IsPositive, -1);
            if (enter < 0)
            {
                return Fraction.Of(0)
                    - rows.Select((row, at) => costs[basis[at]] * row[^1])
                        .Aggregate(Fraction.Of(0), (sum, next) => sum - next);
            }

            var leave = Leave(enter);
            if (leave < 0)
            {
                return null;
            }

            Pivot(leave, enter);
        }
    }

    private Fraction Gain(Fraction[] costs, int column)
    {
        var gain = costs[column];
        for (var at = 0; at < rows.Count; at++)
        {
            if (costs[basis[at]].Over != 0 && rows[at][column].Over != 0)
            {
                gain -= costs[basis[at]] * rows[at][column];
            }
        }

        return gain;
    }

    private int Leave(int enter)
    {
        var leave = -1;
        for (var at = 0; at < rows.Count; at++)
        {
            // What was added for the beginning stays 0: it leaves at once when it would move.
            var isAdded =
                basis[at] >= unknowns && rows[at][^1].Over == 0 && rows[at][enter].Over != 0;
            if (isAdded && enter < unknowns)
            {
                return at;
            }

            if (!rows[at][enter].IsPositive)
            {
                continue;
            }

            var ratio = rows[at][^1] / rows[at][enter];
            var best = leave < 0 ? ratio : rows[leave][^1] / rows[leave][enter];
            if (leave < 0 || ratio < best || (ratio == best && basis[at] < basis[leave]))
            {
                leave = at;
            }
        }

        return leave;
    }

    private void Pivot(int leave, int enter)
    {
        var by = rows[leave][enter];
        rows[leave] = [.. rows[leave].Select(value => value / by)];
        for (var at = 0; at < rows.Count; at++)
        {
            var factor = rows[at][enter];
            if (at != leave && factor.Over != 0)
            {
                rows[at] =
                [
                    .. rows[at]
                        .Select(
                            (value, column) =>
                                rows[leave][column].Over == 0
                                    ? value
                                    : value - (factor * rows[leave][column])
                        ),
                ];
            }
        }

        basis[leave] = enter;
    }
}
