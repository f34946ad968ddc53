using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Figures of units, with those below them and of their own, of everybody and by kind of person.</summary>
public sealed class UnitKindFigures
{
    private readonly Dictionary<(Guid UnitId, PersonKind? Kind), CompletionFigures> own = [];
    private readonly Dictionary<(Guid UnitId, PersonKind? Kind), CompletionFigures> with = [];
    private readonly Dictionary<Guid, List<UnitNode>> below = [];

    private UnitKindFigures() { }

    /// <summary>Adds up who stands where. Whoever's unit is closed, or has no placement any more, counts for the agency alone.</summary>
    public static UnitKindFigures Of(UnitTree tree, IEnumerable<StandingCount> counts)
    {
        var figures = new UnitKindFigures();
        foreach (var count in counts)
        {
            var unit = (count.UnitId is { } id ? tree.Find(id) : null) ?? tree.Root;
            foreach (var kind in new PersonKind?[] { null, count.Kind })
            {
                Add(figures.own, unit, kind, count);
                foreach (var one in tree.WithThoseAbove(unit))
                {
                    Add(figures.with, one, kind, count);
                }
            }
        }

        foreach (var unit in tree.InOrder.Where(unit => unit.ParentId is not null))
        {
            figures.below.TryAdd(unit.ParentId!.Value, []);
            figures.below[unit.ParentId.Value].Add(unit);
        }

        return figures;
    }

    /// <summary>The figures of a unit and all below it; null where there is nobody of that kind.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="kind">The kind; null for everybody.</param>
    public CompletionFigures? With(UnitNode unit, PersonKind? kind) =>
        with.GetValueOrDefault((unit.Id, kind));

    /// <summary>The figures of a unit without those below it; null where there is nobody of that kind.</summary>
    /// <inheritdoc cref="With" />
    public CompletionFigures? Own(UnitNode unit, PersonKind? kind) =>
        own.GetValueOrDefault((unit.Id, kind));

    /// <summary>Whether anybody stands in a unit or below it.</summary>
    public bool HasAnybody(UnitNode unit) => with.ContainsKey((unit.Id, null));

    /// <summary>The units right below one.</summary>
    public IReadOnlyList<UnitNode> Below(UnitNode unit) => below.GetValueOrDefault(unit.Id) ?? [];

    private static void Add(
        Dictionary<(Guid, PersonKind?), CompletionFigures> to,
        UnitNode unit,
        PersonKind? kind,
        StandingCount count
    ) =>
        to[(unit.Id, kind)] =
            (to.GetValueOrDefault((unit.Id, kind)) ?? CompletionFigures.None) + FiguresOf(count);

    private static CompletionFigures FiguresOf(StandingCount count)
    {
        int In(AssignmentStatus status) => count.Status == status ? count.Count : 0;

        return new(
            In(AssignmentStatus.Signed),
            In(AssignmentStatus.Open),
            In(AssignmentStatus.Overdue),
            In(AssignmentStatus.Declined),
            In(AssignmentStatus.NotDue),
            In(AssignmentStatus.OnHold),
            In(AssignmentStatus.Left)
        );
    }
}
