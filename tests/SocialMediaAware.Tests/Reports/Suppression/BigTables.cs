using SocialMediaAware.Web.Features.Reports.Suppression;

namespace SocialMediaAware.Tests.Reports.Suppression;

/// <summary>An agency's tree of units by kind and by status, with every total that a report has.</summary>
internal static class BigTables
{
    private const int Kinds = 4;
    private const int Statuses = 8;
    private const int Due = Statuses;
    private const int All = Statuses + 1;

    /// <summary>Units of at most so many children each; people are spread unevenly, most are of the first kind and most signed.</summary>
    public static Release Make(int units, int people, Random chance, int children = 6)
    {
        var own = new int[units, Kinds, Statuses];
        for (var person = 0; person < people; person++)
        {
            var kind = chance.Next(10) switch
            {
                < 7 => 0,
                < 9 => 1,
                _ => chance.Next(2, Kinds),
            };
            var status = chance.Next(20) switch
            {
                < 14 => 0,
                < 18 => 1,
                _ => chance.Next(2, Statuses),
            };
            own[(int)(units * Math.Pow(chance.NextDouble(), 1.5)), kind, status]++;
        }

        var cells = new Dictionary<string, int>();
        var sums = new List<ReleasedSum>();
        for (var unit = units - 1; unit >= 0; unit--)
        {
            var below = Enumerable
                .Range((unit * children) + 1, children)
                .Where(child => child < units)
                .Select(child => $"{child}")
                .ToList();
            var name = below.Count == 0 ? $"{unit}" : $"own{unit}";
            for (var kind = 0; kind < Kinds; kind++)
            {
                for (var status = 0; status < Statuses; status++)
                {
                    cells[$"{name}|{kind}|{status}"] = own[unit, kind, status];
                }
            }

            AddTotals(name, cells, sums);
            if (below.Count > 0)
            {
                AddBelow($"{unit}", [name, .. below], cells, sums);
            }
        }

        return new Release(
            [.. cells.Select(one => new ReleasedCell(one.Key, one.Value))],
            sums,
            []
        );
    }

    /// <summary>The same table later: this share of who has not signed has signed since.</summary>
    public static Release Later(Release before, Random chance, double share)
    {
        var wholes = before.Sums.Select(sum => sum.Whole).ToHashSet();
        var counts = before
            .Cells.Where(cell => !wholes.Contains(cell.Key))
            .ToDictionary(cell => cell.Key, cell => cell.Count);
        foreach (
            var open in counts
                .Keys.Where(key => key.EndsWith("|1", StringComparison.Ordinal))
                .ToList()
        )
        {
            var signed = Enumerable.Range(0, counts[open]).Count(_ => chance.NextDouble() < share);
            counts[open] -= signed;
            counts[$"{open[..^1]}0"] += signed;
        }

        // Each sum stands after those of its parts.
        foreach (var sum in before.Sums)
        {
            counts[sum.Whole] = sum.Parts.Sum(part => counts[part]);
        }

        return before with
        {
            Cells = [.. before.Cells.Select(cell => cell with { Count = counts[cell.Key] })],
        };
    }

    private static void AddTotals(
        string unit,
        Dictionary<string, int> cells,
        List<ReleasedSum> sums
    )
    {
        for (var status = 0; status < Statuses; status++)
        {
            var column = status;
            Add(
                $"{unit}|all|{status}",
                Enumerable.Range(0, Kinds).Select(kind => $"{unit}|{kind}|{column}"),
                cells,
                sums
            );
        }

        foreach (var kind in Enumerable.Range(0, Kinds).Select(kind => $"{kind}").Append("all"))
        {
            AddDue(unit, kind, cells, sums);
        }

        AddKinds(unit, sums);
    }

    private static void AddBelow(
        string unit,
        List<string> parts,
        Dictionary<string, int> cells,
        List<ReleasedSum> sums
    )
    {
        foreach (var kind in Enumerable.Range(0, Kinds).Select(kind => $"{kind}").Append("all"))
        {
            for (var status = 0; status <= All; status++)
            {
                var column = status;
                Add(
                    $"{unit}|{kind}|{status}",
                    parts.Select(part => $"{part}|{kind}|{column}"),
                    cells,
                    sums
                );
            }
        }

        // These follow from the parts, and readers use them all the same.
        foreach (var kind in Enumerable.Range(0, Kinds).Select(kind => $"{kind}").Append("all"))
        {
            AddDue(unit, kind, cells, sums);
        }

        AddKinds(unit, sums);
    }

    private static void AddDue(
        string unit,
        string kind,
        Dictionary<string, int> cells,
        List<ReleasedSum> sums
    )
    {
        Add(
            $"{unit}|{kind}|{Due}",
            Enumerable.Range(0, 4).Select(status => $"{unit}|{kind}|{status}"),
            cells,
            sums
        );
        Add(
            $"{unit}|{kind}|{All}",
            Enumerable.Range(4, 5).Select(status => $"{unit}|{kind}|{status}"),
            cells,
            sums
        );
    }

    private static void AddKinds(string unit, List<ReleasedSum> sums) =>
        sums.AddRange(
            Enumerable
                .Range(Due, 2)
                .Select(status => new ReleasedSum(
                    $"{unit}|all|{status}",
                    [.. Enumerable.Range(0, Kinds).Select(kind => $"{unit}|{kind}|{status}")]
                ))
        );

    private static void Add(
        string whole,
        IEnumerable<string> parts,
        Dictionary<string, int> cells,
        List<ReleasedSum> sums
    )
    {
        var keys = parts.ToList();
        cells[whole] = keys.Sum(key => cells[key]);
        sums.Add(new ReleasedSum(whole, keys));
    }
}
