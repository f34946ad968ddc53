using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>A unit on a day.</summary>
/// <param name="Node">The unit in the tree.</param>
/// <param name="Code">Its code; null without one.</param>
/// <param name="People">How many people are placed in it.</param>
/// <param name="PeopleWithBelow">How many are placed in it or below, each counted once.</param>
/// <param name="Path">What it is called and what is above it, from the top.</param>
/// <param name="Until">The first day on which it is there no more; null while no end is known.</param>
/// <param name="ChangesOn">When its name or its place changes next, as is known by now.</param>
public sealed record UnitLine(
    UnitNode Node,
    string? Code,
    int People,
    int PeopleWithBelow,
    string Path,
    DateOnly? Until,
    DateOnly? ChangesOn
);

/// <summary>A unit that is not there on the day: it has ended, or will begin.</summary>
public sealed record AbsentUnit(Guid Id, string Name, string? Code, DateOnly From, DateOnly? Until);

/// <summary>The units of an agency on a day.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="Lines">A line for each unit, in the order of the tree.</param>
/// <param name="Closed">Units that have ended by then, the last first.</param>
/// <param name="Coming">Units that begin later, the next first.</param>
/// <param name="PeopleElsewhere">How many placements are in units that are not in the tree.</param>
public sealed record UnitList(
    UnitTree Tree,
    IReadOnlyList<UnitLine> Lines,
    IReadOnlyList<AbsentUnit> Closed,
    IReadOnlyList<AbsentUnit> Coming,
    int PeopleElsewhere
);

/// <summary>Reads the units of an agency on a day: one query for the units, and two for the people, however many there are.</summary>
public sealed class UnitLists(PortalDbContext database)
{
    /// <summary>Reads them, as believed now.</summary>
    public async Task<UnitList> ReadAsync(
        Guid agencyId,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var spans = await database.BelievedSpansAsync(agencyId, cancellationToken);
        var codes = await database
            .Units.Where(unit => unit.AgencyId == agencyId && unit.Code != null)
            .ToDictionaryAsync(unit => unit.Id, unit => unit.Code, cancellationToken);
        var chronicle = new UnitChronicle(agencyId, spans);
        var tree = chronicle.TreeOn(day);
        var here = await PeopleHereAsync(agencyId, day, cancellationToken);
        var twice = await PlacedTwiceAsync(agencyId, day, cancellationToken);
        var below = WithBelow(tree, here, twice);
        var byUnit = spans.ToLookup(span => span.UnitId);
        return new(
            tree,
            [
                .. tree.InOrder.Select(node => new UnitLine(
                    node,
                    codes.GetValueOrDefault(node.Id),
                    here.GetValueOrDefault(node.Id),
                    below[node.Id],
                    tree.PathOf(node),
                    EndOf(byUnit[node.Id]),
                    NextChange(byUnit[node.Id], day)
                )),
            ],
            [
                .. Absent(byUnit, codes, span => span.Until <= day)
                    .OrderByDescending(unit => unit.Until)
                    .ThenBy(unit => unit.Name, NewZealandEnglish.Alphabet),
            ],
            [
                .. Absent(byUnit, codes, span => span.From > day)
                    .OrderBy(unit => unit.From)
                    .ThenBy(unit => unit.Name, NewZealandEnglish.Alphabet),
            ],
            here.Where(unit => tree.Find(unit.Key) is null).Sum(unit => unit.Value)
        );
    }

    private Task<Dictionary<Guid, int>> PeopleHereAsync(
        Guid agencyId,
        DateOnly day,
        CancellationToken cancellationToken
    ) =>
        database
            .Placements.HoldingOn(day)
            .Where(placement => placement.AgencyId == agencyId)
            .GroupBy(placement => placement.UnitId)
            .Select(unit => new
            {
                unit.Key,
                Count = unit.Select(placement => placement.PersonId).Distinct().Count(),
            })
            .ToDictionaryAsync(unit => unit.Key, unit => unit.Count, cancellationToken);

    // Whoever is placed in two units counts once where both are below.
    private async Task<ILookup<Guid, Guid>> PlacedTwiceAsync(
        Guid agencyId,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .Placements.HoldingOn(day)
            .Where(placement =>
                placement.AgencyId == agencyId
                && database
                    .Placements.HoldingOn(day)
                    .Any(other =>
                        other.PersonId == placement.PersonId
                        && other.AgencyId == agencyId
                        && other.UnitId != placement.UnitId
                    )
            )
            .Select(placement => new { placement.PersonId, placement.UnitId })
            .Distinct()
            .ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.PersonId, row => row.UnitId);
    }

    private static Dictionary<Guid, int> WithBelow(
        UnitTree tree,
        Dictionary<Guid, int> here,
        ILookup<Guid, Guid> twice
    )
    {
        var sums = tree.InOrder.ToDictionary(
            node => node.Id,
            node => here.GetValueOrDefault(node.Id)
        );
        foreach (var node in tree.InOrder.Reverse())
        {
            if (node.ParentId is { } above)
            {
                sums[above] += sums[node.Id];
            }
        }

        foreach (var person in twice)
        {
            // Above the place where the ways up of their units meet, they were counted several times.
            var ways = person
                .Select(tree.Find)
                .OfType<UnitNode>()
                .SelectMany(tree.WithThoseAbove)
                .GroupBy(node => node.Id);
            foreach (var met in ways)
            {
                sums[met.Key] -= met.Count() - 1;
            }
        }

        return sums;
    }

    private static IEnumerable<AbsentUnit> Absent(
        ILookup<Guid, UnitSpan> byUnit,
        Dictionary<Guid, string?> codes,
        Func<UnitSpan, bool> isAbsent
    ) =>
        byUnit
            .Where(unit => unit.All(isAbsent))
            .Select(unit => new AbsentUnit(
                unit.Key,
                unit.MaxBy(span => span.From)!.Name,
                codes.GetValueOrDefault(unit.Key),
                unit.Min(span => span.From),
                EndOf(unit)
            ));

    private static DateOnly? EndOf(IEnumerable<UnitSpan> unit) =>
        unit.MaxBy(span => span.From)?.Until;

    private static DateOnly? NextChange(IEnumerable<UnitSpan> unit, DateOnly day) =>
        unit.Where(span => span.From > day).Min(span => (DateOnly?)span.From);
}

/// <summary>Questions about units through time.</summary>
public static class UnitQueries
{
    /// <summary>All that is believed about the units of an agency.</summary>
    public static async Task<IReadOnlyList<UnitSpan>> BelievedSpansAsync(
        this PortalDbContext database,
        Guid agencyId,
        CancellationToken cancellationToken
    ) =>
        await database
            .UnitFacts.Believed()
            .Where(fact => fact.AgencyId == agencyId)
            .Select(fact => new UnitSpan(
                fact.UnitId,
                fact.Name,
                fact.ParentUnitId,
                fact.HoldsFrom,
                fact.HoldsUntil
            ))
            .ToListAsync(cancellationToken);

    /// <summary>What a unit is called and what is above it but the agency, from the top, such as Customer › North.</summary>
    public static string PathOf(this UnitTree tree, UnitNode node) =>
        node == tree.Root
            ? node.Name
            : string.Join(
                " › ",
                tree.WithThoseAbove(node)
                    .Where(above => above != tree.Root)
                    .Reverse()
                    .Select(above => above.Name)
            );
}
