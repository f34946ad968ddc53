namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Finds the unit that a file means: by its code, by its name where only one is called so, or by the way to it.</summary>
public sealed class UnitFinder
{
    /// <summary>What stands between the units of a way: <c>Customer &gt; Northern region</c>.</summary>
    public const string Between = " > ";

    private readonly Dictionary<string, Guid> byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Guid>> byWay = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, string> wholeWays = [];
    private readonly Dictionary<Guid, string> names = [];
    private readonly Dictionary<Guid, Unit> units;

    /// <summary>Takes in the units of an agency.</summary>
    /// <param name="tree">The units as they are on the day of the import.</param>
    /// <param name="all">All units of the agency, with their codes.</param>
    public UnitFinder(UnitTree tree, IEnumerable<Unit> all)
    {
        units = all.ToDictionary(unit => unit.Id);
        foreach (var unit in tree.InOrder)
        {
            AddWays([.. tree.WithThoseAbove(unit)]);
        }

        foreach (var unit in units.Values)
        {
            if (unit.Code is { } code && names.ContainsKey(unit.Id))
            {
                byCode[code] = unit.Id;
            }
        }
    }

    /// <summary>The unit itself.</summary>
    public Unit UnitOf(Guid unitId) => units[unitId];

    /// <summary>What a unit is called; empty for one that is no more.</summary>
    public string NameOf(Guid unitId) => names.GetValueOrDefault(unitId, "");

    /// <summary>The way to a unit.</summary>
    public string WayTo(Guid unitId) => wholeWays.GetValueOrDefault(unitId, "");

    /// <summary>The units that a text can mean: one, if it is right.</summary>
    public IReadOnlyList<Guid> Find(string text)
    {
        if (byCode.TryGetValue(text, out var coded))
        {
            return [coded];
        }

        var found = byWay.GetValueOrDefault(Plain(text), []);
        var whole = found.Where(unit => Plain(WayTo(unit)) == Plain(text)).ToList();
        return whole.Count == 1 ? whole : found;
    }

    // The way may begin anywhere above: "Northern region", "Customer > Northern region", and with the agency itself.
    private void AddWays(IReadOnlyList<UnitNode> upwards)
    {
        var unitId = upwards[0].Id;
        names[unitId] = upwards[0].Name;
        wholeWays[unitId] = Written(upwards.Select(node => node.Name));
        for (var length = 1; length <= upwards.Count; length++)
        {
            var way = Plain(Written(upwards.Take(length).Select(node => node.Name)));
            if (!byWay.TryGetValue(way, out var found))
            {
                byWay[way] = found = [];
            }

            found.Add(unitId);
        }
    }

    private static string Written(IEnumerable<string> upwards) =>
        string.Join(Between, upwards.Reverse());

    private static string Plain(string way) =>
        string.Join(
            '>',
            way.Split(
                    ['>', '›', '→'],
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
                .Select(SearchWords.Of)
        );
}
