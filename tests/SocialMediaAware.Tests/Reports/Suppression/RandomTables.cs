using SocialMediaAware.Web.Features.Reports.Suppression;

namespace SocialMediaAware.Tests.Reports.Suppression;

/// <summary>Small random tables of every shape that is released, always the same ones.</summary>
internal static class RandomTables
{
    public static readonly IReadOnlyList<string> Shapes =
    [
        "totals",
        "complements",
        "two-way",
        "three-way",
        "tree",
        "rates",
        "headline",
    ];

    /// <summary>A table of this shape.</summary>
    public static Release Make(string shape, Random chance) =>
        shape switch
        {
            "totals" => Sums([chance.Next(2, 6)], chance, () => Count(chance)),
            "complements" => Complements(chance, decimals: null),
            "two-way" => Sums([chance.Next(2, 4), chance.Next(2, 4)], chance, () => Count(chance)),
            "three-way" => Sums([2, 2, 2], chance, () => Count(chance)),
            "tree" => Tree(chance),
            "rates" => Complements(chance, chance.Next(0, 3)),
            _ => Headline(Complements(chance, chance.Next(0, 3), mostUnits: 2, most: 9)),
        };

    /// <summary>The keys of counts that a person left out of the first release by choice: of a headline all, so that its percentages stand alone.</summary>
    public static IEnumerable<string> LeftOut(string shape, Release release) =>
        shape == "headline" ? release.Cells.Select(cell => cell.Key) : [];

    /// <summary>The same table later: some counts changed, the sums with them.</summary>
    public static Release Later(Release before, Random chance)
    {
        var wholes = before.Sums.Select(sum => sum.Whole).ToHashSet();
        var counts = before
            .Cells.Where(cell => !wholes.Contains(cell.Key))
            .ToDictionary(
                cell => cell.Key,
                cell =>
                    chance.Next(3) == 0 ? Math.Max(0, cell.Count + chance.Next(-2, 5)) : cell.Count
            );
        while (counts.Count < before.Cells.Count)
        {
            foreach (var sum in before.Sums.Where(sum => sum.Parts.All(counts.ContainsKey)))
            {
                counts[sum.Whole] = sum.Parts.Sum(part => counts[part]);
            }
        }

        return before with
        {
            Cells = [.. before.Cells.Select(cell => cell with { Count = counts[cell.Key] })],
        };
    }

    private static Release Headline(Release release) =>
        release with
        {
            Rates = [.. release.Rates.Select(rate => rate with { StandsAlone = true })],
        };

    private static int Count(Random chance) =>
        chance.Next(10) switch
        {
            < 2 => 0,
            < 6 => chance.Next(1, 5),
            < 9 => chance.Next(5, 9),
            _ => chance.Next(9, 30),
        };

    /// <summary>A table of so many ways, with all margins.</summary>
    private static Release Sums(int[] sizes, Random chance, Func<int> count)
    {
        var cells = new Dictionary<string, int>();
        var sums = new List<ReleasedSum>();
        IEnumerable<string> keys = [""];
        foreach (var size in sizes)
        {
            keys = keys.SelectMany(key => Enumerable.Range(0, size).Select(at => key + at));
        }

        foreach (var key in keys)
        {
            cells[key] = count();
        }

        for (var way = 0; way < sizes.Length; way++)
        {
            var position = way;
            foreach (var group in cells.Keys.ToList().GroupBy(key => Without(key, position)))
            {
                cells[group.Key] = group.Sum(key => cells[key]);
                sums.Add(new ReleasedSum(group.Key, [.. group]));
            }
        }

        return new Release(
            [.. cells.Select(one => new ReleasedCell(one.Key, one.Value))],
            sums,
            []
        );
    }

    private static string Without(string key, int way) => key[..way] + "+" + key[(way + 1)..];

    /// <summary>Units with who is due, who signed and who did not, and the whole; with percentages where decimals are given.</summary>
    private static Release Complements(
        Random chance,
        int? decimals,
        int mostUnits = 3,
        int most = 30
    )
    {
        var units = chance.Next(1, mostUnits + 1);
        var table = Sums([units, 2], chance, () => Math.Min(Count(chance), most));
        return decimals is not { } digits
            ? table
            : table with
            {
                Rates =
                [
                    .. Enumerable
                        .Range(0, units)
                        .Select(unit => $"{unit}")
                        .Append("+")
                        .Select(unit => new ReleasedRate($"{unit}0", $"{unit}+", digits)
                        {
                            StandsAlone = chance.Next(2) == 0,
                        }),
                ],
            };
    }

    /// <summary>Units below units, some with one child only, some with people of their own; each with signed and not signed.</summary>
    private static Release Tree(Random chance)
    {
        var units = chance.Next(3, 6);
        var parents = Enumerable.Range(0, units).Select(unit => chance.Next(0, unit)).ToList();
        var cells = new Dictionary<string, int>();
        var sums = new List<ReleasedSum>();
        for (var unit = units - 1; unit >= 0; unit--)
        {
            var below = Enumerable.Range(1, units - 1).Where(one => parents[one] == unit).ToList();
            var hasOwn = below.Count == 0 || chance.Next(2) == 0;
            foreach (var what in new[] { "s", "n" })
            {
                var own = hasOwn ? Count(chance) : 0;
                cells[$"{unit}{what}"] = own + below.Sum(one => cells[$"{one}{what}"]);
                if (below.Count > 0)
                {
                    var parts = below.Select(one => $"{one}{what}").ToList();
                    if (hasOwn)
                    {
                        cells[$"own{unit}{what}"] = own;
                        parts.Add($"own{unit}{what}");
                    }

                    sums.Add(new ReleasedSum($"{unit}{what}", parts));
                }
            }

            cells[$"{unit}d"] = cells[$"{unit}s"] + cells[$"{unit}n"];
            sums.Add(new ReleasedSum($"{unit}d", [$"{unit}s", $"{unit}n"]));
        }

        return new Release(
            [.. cells.Select(one => new ReleasedCell(one.Key, one.Value))],
            sums,
            []
        );
    }
}
