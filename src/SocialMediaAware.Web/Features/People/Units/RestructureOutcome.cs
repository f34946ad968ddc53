namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>Why a step cannot be done.</summary>
public enum RestructureObstacle
{
    /// <summary>The unit is not there on the day.</summary>
    UnitNotThere,

    /// <summary>It is the agency itself.</summary>
    IsTheAgency,

    /// <summary>The unit above is not there on the day.</summary>
    AboveNotThere,

    /// <summary>It would be below itself.</summary>
    BelowItself,

    /// <summary>Units that end and the unit that goes on are the same.</summary>
    IntoItself,

    /// <summary>People are in it on that day, or will be.</summary>
    PeopleLeft,

    /// <summary>Units are below it on that day, or will be.</summary>
    UnitsBelow,

    /// <summary>Somebody chosen is not in the unit on that day or later.</summary>
    PersonNotThere,

    /// <summary>Another unit has the code.</summary>
    CodeTaken,

    /// <summary>On a later day a unit would hang from nothing.</summary>
    LosesUnits,
}

/// <summary>A step that cannot be done, and why.</summary>
public sealed record RestructureProblem(RestructureStep Step, RestructureObstacle Obstacle);

/// <summary>What a restructure would make of units and placements. Nothing is learnt by it.</summary>
public sealed class RestructureOutcome
{
    private readonly DateOnly day;
    private readonly List<RestructureProblem> problems = [];

    /// <summary>Tries the steps one after the other. A step that cannot be done is left out and named.</summary>
    /// <param name="rootId">The agency's id.</param>
    /// <param name="units">Its units, as believed now.</param>
    /// <param name="placements">The placements in units that people leave.</param>
    /// <param name="on">The first day.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="takenCodes">Codes that units of the agency have.</param>
    public RestructureOutcome(
        Guid rootId,
        IReadOnlyList<UnitSpan> units,
        IReadOnlyList<Placement> placements,
        DateOnly on,
        IReadOnlyList<RestructureStep> steps,
        IReadOnlyCollection<string> takenCodes
    )
    {
        day = on;
        Before = new UnitChronicle(rootId, units);
        After = new UnitChronicle(rootId, units);
        Moves = new PlacementMoves(placements);
        var codes = takenCodes.ToHashSet(StringComparer.Ordinal);
        var lost = Before.LostFrom(day);
        foreach (var step in steps)
        {
            if (ObstacleTo(step, codes) is { } obstacle)
            {
                problems.Add(new(step, obstacle));
                continue;
            }

            Do(step);
            if (!After.LostFrom(day).IsSubsetOf(lost))
            {
                problems.Add(new(step, RestructureObstacle.LosesUnits));
                lost = After.LostFrom(day);
            }
        }
    }

    /// <summary>The units as they are.</summary>
    public UnitChronicle Before { get; }

    /// <summary>The units as they would be.</summary>
    public UnitChronicle After { get; }

    /// <summary>Who goes where.</summary>
    public PlacementMoves Moves { get; }

    /// <summary>What cannot be done; nothing is confirmed while there is any.</summary>
    public IReadOnlyList<RestructureProblem> Problems => problems;

    private RestructureObstacle? ObstacleTo(RestructureStep step, HashSet<string> codes) =>
        ObstacleToUnits(step)
        ?? (
            step.Code is { } code && !codes.Add(code)
                ? RestructureObstacle.CodeTaken
                : (RestructureObstacle?)null
        )
        ?? step.Kind switch
        {
            RestructureStepKind.Move => Below(step.UnitId, step.AboveId!.Value),
            RestructureStepKind.Close => Emptied(step.UnitId),
            RestructureStepKind.Merge => Merged(step),
            RestructureStepKind.Split => step
                .PersonIds.Except(Moves.PeopleIn(step.UnitId, day))
                .Any()
                ? RestructureObstacle.PersonNotThere
                : null,
            _ => null,
        };

    private RestructureObstacle? ObstacleToUnits(RestructureStep step)
    {
        Guid[] named =
            step.Kind == RestructureStepKind.Merge && step.MakesUnit
                ? [.. step.Ending]
                : [step.UnitId, .. step.Ending];
        if (named.Any(id => After.On(id, day) is null))
        {
            return RestructureObstacle.UnitNotThere;
        }

        var ends = step.Kind == RestructureStepKind.Merge ? step.Ending : named;
        if (step.Kind != RestructureStepKind.Split && ends.Contains(After.RootId))
        {
            return RestructureObstacle.IsTheAgency;
        }

        return step.AboveId is { } above && After.On(above, day) is null
            ? RestructureObstacle.AboveNotThere
            : null;
    }

    private RestructureObstacle? Below(Guid unitId, Guid aboveId) =>
        aboveId == unitId || After.WayUp(aboveId, day).Contains(unitId)
            ? RestructureObstacle.BelowItself
            : null;

    private RestructureObstacle? Emptied(Guid unitId) =>
        Moves.AnyIn(unitId, day) ? RestructureObstacle.PeopleLeft
        : After.Spans.Any(span => span.AboveId == unitId && span.ReachesPast(day))
            ? RestructureObstacle.UnitsBelow
        : null;

    private RestructureObstacle? Merged(RestructureStep step) =>
        step.Ending.Count == 0 || step.Ending.Contains(step.IntoId) ? RestructureObstacle.IntoItself
        : step.AboveId is { } above
        && (step.Ending.Contains(above) || After.WayUp(above, day).Intersect(step.Ending).Any())
            ? RestructureObstacle.BelowItself
        : null;

    private void Do(RestructureStep step)
    {
        switch (step.Kind)
        {
            case RestructureStepKind.Rename:
                After.Rename(step.UnitId, step.Name, day);
                break;
            case RestructureStepKind.Move:
                After.Move(step.UnitId, step.AboveId!.Value, day);
                break;
            case RestructureStepKind.Close:
                After.Close(step.UnitId, day);
                break;
            case RestructureStepKind.Split:
                After.Open(step.IntoId, step.Name, step.AboveId!.Value, day);
                var chosen = step.PersonIds.ToHashSet();
                Moves.Move(step.UnitId, step.IntoId, day, chosen.Contains);
                break;
            default:
                Merge(step);
                break;
        }
    }

    private void Merge(RestructureStep step)
    {
        if (step.MakesUnit)
        {
            After.Open(step.IntoId, step.Name, step.AboveId!.Value, day);
        }
        else if (
            After.WayUp(step.IntoId, day).LastOrDefault(step.Ending.Contains) is var highest
            && highest != Guid.Empty
        )
        {
            // It stood below one of those that end: it takes that one's place.
            After.Move(step.IntoId, After.FirstAbove(highest, step.Ending, day)!.Value, day);
        }

        foreach (var ending in step.Ending)
        {
            After.HandOver(ending, step.IntoId, day);
            Moves.Move(ending, step.IntoId, day);
            After.Close(ending, day);
        }
    }
}
