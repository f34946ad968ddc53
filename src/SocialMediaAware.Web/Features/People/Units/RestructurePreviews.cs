using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>A unit that changes, by where it stood and will stand.</summary>
/// <param name="Before">Its way from the top before; null when it is new.</param>
/// <param name="After">Its way from the top afterwards; null when it ends.</param>
public sealed record ChangedUnit(string? Before, string? After);

/// <summary>People who go from one unit to another.</summary>
/// <param name="From">The unit they leave.</param>
/// <param name="To">The unit they go on in.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Some">The names of some of them.</param>
public sealed record MovedPeople(string From, string To, int Count, IReadOnlyList<string> Some);

/// <summary>What a restructure would change.</summary>
public sealed record RestructurePreview(
    RestructureRead Read,
    RestructureWords Words,
    UnitTree Before,
    UnitTree After,
    IReadOnlyList<ChangedUnit> Units,
    IReadOnlyList<MovedPeople> Moves,
    int People,
    int PlacementsToCome,
    int PlacementsOfFeeds,
    int OpenAssignments,
    int ExtensionsOfEndingUnits
);

/// <summary>Says what a restructure would change, before it is confirmed.</summary>
public sealed class RestructurePreviews(
    PortalDbContext database,
    RestructureReading reading,
    IStringLocalizer<UnitsTexts> texts,
    TimeProvider clock
)
{
    /// <summary>How many of those who move are named.</summary>
    public const int NamesShown = 5;

    /// <summary>Looks ahead.</summary>
    public async Task<RestructurePreview> LookAheadAsync(
        RestructurePlan plan,
        CancellationToken cancellationToken
    )
    {
        var read = await reading.ReadAsync(plan, cancellationToken);
        var words = new RestructureWords(plan, read.Outcome.Before, texts);
        var before = read.Outcome.Before.TreeOn(plan.On);
        var after = read.Outcome.After.TreeOn(plan.On);
        var changes = read.Outcome.Moves.Changes();
        Guid[] people = [.. changes.Select(change => change.Placement.PersonId).Distinct()];
        return new(
            read,
            words,
            before,
            after,
            ChangedUnits(before, after),
            await MovesAsync(changes, words, cancellationToken),
            people.Length,
            changes.Count(change => change.Placement.HoldsFrom >= plan.On),
            changes.Count(change => change.Placement.Feed is not null),
            await OpenAssignmentsAsync(plan, people, cancellationToken),
            await ExtensionsAsync(plan, cancellationToken)
        );
    }

    private static List<ChangedUnit> ChangedUnits(UnitTree before, UnitTree after) =>
        [
            .. before
                .InOrder.Concat(after.InOrder.Where(node => before.Find(node.Id) is null))
                .Select(node => (Was: before.Find(node.Id), Is: after.Find(node.Id)))
                .Where(unit =>
                    unit.Was?.Name != unit.Is?.Name || unit.Was?.ParentId != unit.Is?.ParentId
                )
                .Select(unit => new ChangedUnit(
                    unit.Was is { } was ? before.PathOf(was) : null,
                    unit.Is is { } now ? after.PathOf(now) : null
                )),
        ];

    private async Task<IReadOnlyList<MovedPeople>> MovesAsync(
        IReadOnlyList<(Placement Placement, IReadOnlyList<PlacedSpan> Becomes)> changes,
        RestructureWords words,
        CancellationToken cancellationToken
    )
    {
        var groups = changes
            .GroupBy(
                change => (From: change.Placement.UnitId, To: change.Becomes[^1].UnitId),
                change => change.Placement.PersonId
            )
            .Select(group => (group.Key, People: group.Distinct().Order().ToList()))
            .ToList();
        Guid[] shown = [.. groups.SelectMany(group => group.People.Take(NamesShown)).Distinct()];
        var names = await database.NamesAsync(shown, clock.Today(), cancellationToken);
        return
        [
            .. groups.Select(group => new MovedPeople(
                words.NameOf(group.Key.From),
                words.NameOf(group.Key.To),
                group.People.Count,
                [
                    .. group
                        .People.Take(NamesShown)
                        .Select(id => names.GetValueOrDefault(id))
                        .OfType<string>()
                        .Order(NewZealandEnglish.Alphabet),
                ]
            )),
        ];
    }

    private Task<int> OpenAssignmentsAsync(
        RestructurePlan plan,
        Guid[] people,
        CancellationToken cancellationToken
    ) =>
        database
            .Assignments.Where(assignment =>
                assignment.AgencyId == plan.AgencyId
                && people.Contains(assignment.PersonId)
                && assignment.SignedAt == null
                && assignment.DeclinedAt == null
                && assignment.SupersededAt == null
                && assignment.LeftAt == null
            )
            .CountAsync(cancellationToken);

    private Task<int> ExtensionsAsync(RestructurePlan plan, CancellationToken cancellationToken)
    {
        var ending = plan
            .Steps.SelectMany(step =>
                step.Kind == RestructureStepKind.Close ? [step.UnitId] : step.Ending
            )
            .ToArray();
        return database
            .Extensions.Where(extension =>
                extension.AgencyId == plan.AgencyId
                && extension.TakenBackAt == null
                && extension.DueOn >= plan.On
                && extension.UnitId != null
                && ending.Contains(extension.UnitId.Value)
            )
            .CountAsync(cancellationToken);
    }
}

/// <summary>Names of people.</summary>
public static class NameQueries
{
    /// <summary>What people are called on a day.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        this PortalDbContext database,
        IReadOnlyCollection<Guid> personIds,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .PersonNames.HoldingOn(day)
            .Where(name => personIds.Contains(name.PersonId))
            .Select(name => new { name.PersonId, name.Name })
            .ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.PersonId)
            .ToDictionary(person => person.Key, person => person.First().Name);
    }
}
