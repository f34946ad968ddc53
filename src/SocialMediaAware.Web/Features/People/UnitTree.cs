namespace SocialMediaAware.Web.Features.People;

/// <summary>A unit in the tree of an agency.</summary>
/// <param name="Id">Its id; the agency's own for the root.</param>
/// <param name="Name">What it is called.</param>
/// <param name="ParentId">The unit above; null for the root.</param>
/// <param name="Depth">How far below the root: 0 for the root itself.</param>
public sealed record UnitNode(Guid Id, string Name, Guid? ParentId, int Depth);

/// <summary>
/// The units of an agency on one day, in the order of the tree: each unit before those below it, side by side by name. A unit
/// whose way up does not reach the root is not in it.
/// </summary>
public sealed class UnitTree
{
    private readonly Dictionary<Guid, UnitNode> nodes = [];

    /// <summary>Plants the tree.</summary>
    /// <param name="rootId">The agency's id.</param>
    /// <param name="units">The facts about units that hold on the day.</param>
    public UnitTree(Guid rootId, IEnumerable<(Guid UnitId, string Name, Guid? ParentId)> units)
    {
        var facts = units.ToList();
        var below = facts.Where(unit => unit.ParentId is not null).ToLookup(unit => unit.ParentId);
        var rootName = facts.Find(unit => unit.UnitId == rootId).Name ?? "";
        Add(new UnitNode(rootId, rootName, ParentId: null, Depth: 0), below);
        Root = nodes[rootId];
        InOrder = [.. nodes.Values];
    }

    /// <summary>The agency itself.</summary>
    public UnitNode Root { get; }

    /// <summary>All units, in the order of the tree.</summary>
    public IReadOnlyList<UnitNode> InOrder { get; }

    /// <summary>A unit of the tree; null when it is not in it.</summary>
    public UnitNode? Find(Guid unitId) => nodes.GetValueOrDefault(unitId);

    /// <summary>A unit and all that are below it, in the order of the tree.</summary>
    public IReadOnlyList<UnitNode> WithThoseBelow(UnitNode unit) =>
        [
            .. InOrder
                .SkipWhile(node => node != unit)
                .TakeWhile(node => node == unit || node.Depth > unit.Depth),
        ];

    /// <summary>A unit and all that are above it, up to the root.</summary>
    public IEnumerable<UnitNode> WithThoseAbove(UnitNode unit)
    {
        for (var node = unit; node is not null; node = Above(node))
        {
            yield return node;
        }
    }

    /// <summary>Each unit's way up, itself first.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> WaysUp() =>
        InOrder.ToDictionary(
            unit => unit.Id,
            unit => (IReadOnlyList<Guid>)[.. WithThoseAbove(unit).Select(node => node.Id)]
        );

    /// <summary>The unit above; null for the root.</summary>
    public UnitNode? Above(UnitNode unit) => unit.ParentId is { } parentId ? nodes[parentId] : null;

    private void Add(
        UnitNode node,
        ILookup<Guid?, (Guid UnitId, string Name, Guid? ParentId)> below
    )
    {
        // A dictionary that is only added to keeps its order; a unit that names itself above is met once.
        if (!nodes.TryAdd(node.Id, node))
        {
            return;
        }

        foreach (
            var child in below[node.Id]
                .OrderBy(unit => unit.Name, NewZealandEnglish.Alphabet)
                .ThenBy(unit => unit.UnitId)
        )
        {
            Add(new UnitNode(child.UnitId, child.Name, node.Id, node.Depth + 1), below);
        }
    }
}
