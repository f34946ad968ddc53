namespace SocialMediaAware.Web.Features.Reports.Suppression;

/// <summary>
/// Keeps for each sensitive number the values that readers cannot rule out, each proven by a whole table that says the same to them.
/// </summary>
internal sealed class Protection(ReaderKnowledge knowledge)
{
    /// <summary>
    /// How many values must stay possible for a small number, itself included. Two: readers then know at most that it is one of two
    /// neighbours, and nothing is hidden beyond what that takes. Most keep all values from 1 to 4, because what is hidden for them is
    /// bigger than they are.
    /// </summary>
    public const int Enough = 2;

    // Further away nothing is looked for: a neighbour is as good as a far value.
    private const int Away = 4;
    private const int StepsNear = 100;
    private const int StepsToOneNear = 66;
    private static readonly int[] Near = [40, 90, WholeNumbers.Few];

    private readonly OtherTables search = new();
    private readonly Dictionary<Number, List<OtherTable>> tables = [];
    private readonly Dictionary<Number, List<Number>> protectedBy = [];

    /// <summary>How many steps the search took so far.</summary>
    public long Steps => search.Steps;

    /// <summary>The numbers that readers must not work out, but those that they were told before.</summary>
    public IEnumerable<Number> Sensitive =>
        knowledge.Numbers.Where(number => number.IsSensitive && !number.IsTold);

    /// <summary>Whether enough values stay possible.</summary>
    public bool IsSafe(Number number) => Values(number).Count >= Enough;

    /// <summary>The values that are proven to be possible.</summary>
    public HashSet<long> Values(Number number)
    {
        var values = new HashSet<long> { number.Truth };
        if (tables.TryGetValue(number, out var known))
        {
            values.UnionWith(
                known.Where(table => table.Holds).Select(table => table.Values[number])
            );
        }

        return values;
    }

    /// <summary>Keeps a table for all numbers that it protects.</summary>
    public void Keep(OtherTable table)
    {
        var sensitive = table.Values.Keys.Where(number => number.IsSensitive).ToList();
        foreach (var number in sensitive)
        {
            Under(tables, number).Add(table);
        }

        foreach (var number in table.Values.Keys.Where(number => number.CanBeHidden))
        {
            Under(protectedBy, number).AddRange(sensitive);
        }
    }

    /// <summary>The sensitive numbers for which a table is kept that moves this number.</summary>
    public IEnumerable<Number> ProtectedBy(Number number) => Under(protectedBy, number).Distinct();

    private static List<T> Under<T>(Dictionary<Number, List<T>> lists, Number number)
    {
        if (!lists.TryGetValue(number, out var list))
        {
            lists[number] = list = [];
        }

        return list;
    }

    /// <summary>Looks for tables until enough values are proven, or none is found.</summary>
    public bool Protect(Number number, int steps)
    {
        while (!IsSafe(number))
        {
            if (search.Find(number, Untried(number), mayHide: false, steps) is not { } table)
            {
                return false;
            }

            Keep(table);
        }

        return true;
    }

    /// <summary>The cheapest table found that gives the number one more value, with numbers to hide; null when there is none.</summary>
    public OtherTable? Cheapest(Number number, int steps) =>
        search.Find(number, Untried(number), mayHide: true, steps)
        ?? Through(number, mayHide: true, steps).Table;

    /// <summary>
    /// A table with one more value, from all tables that there are, or from those that differ near the number. Without a table it is
    /// said whether it is sure that there is none.
    /// </summary>
    public (OtherTable? Table, bool IsSure) Through(Number number, bool mayHide, int steps)
    {
        // What is far away rarely matters, and to leave it as it is makes the search short.
        foreach (var few in Near)
        {
            var around = WholeNumbers.Around(number, mayHide, few);
            var (table, isSure) = Through(number, around, steps);
            if (table is not null || isSure)
            {
                return (table, isSure);
            }
        }

        return (null, false);
    }

    private (OtherTable? Table, bool IsSure) Through(Number number, WholeNumbers around, int steps)
    {
        var most = around.IsAll
            ? Math.Max(StepsNear, steps * 20 / around.Count)
            : Math.Max(StepsNear, steps / StepsToOneNear);
        var table = Untried(number)
            .Select(value => (Least: value, Most: value))
            .Append((Least: number.Truth + Away + 1, Most: number.High))
            .Append((Least: number.Low, Most: number.Truth - Away - 1))
            .Where(one => one.Least <= one.Most)
            .Select(one => around.With(number, one.Least, one.Most, most))
            .FirstOrDefault(table => table is not null);
        return (table, table is not null || (around.IsAll && !around.WasCutShort));
    }

    private List<long> Untried(Number number)
    {
        var tried = Values(number);
        return
        [
            .. Enumerable
                .Range(1, Away)
                .SelectMany(away => new[] { number.Truth + away, number.Truth - away })
                .Where(value => number.Allows(value) && !tried.Contains(value)),
        ];
    }
}
