namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>What a unit is called and where it hangs, from a day until a day.</summary>
public sealed record UnitSpan(
    Guid UnitId,
    string Name,
    Guid? AboveId,
    DateOnly From,
    DateOnly? Until
)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || Until > day);

    /// <summary>Whether any of it is left on or after a day.</summary>
    public bool ReachesPast(DateOnly day) => Until is null || Until > day;
}

/// <summary>
/// The units of an agency through all of time, as they would be: steps are tried on it before anything is learnt. What a step
/// changes holds from its day on, for as long as what it replaces was the same: a change that is known to come later still comes.
/// </summary>
public sealed class UnitChronicle(Guid rootId, IEnumerable<UnitSpan> facts)
{
    private List<UnitSpan> spans = [.. facts];

    /// <summary>The agency's own id.</summary>
    public Guid RootId { get; } = rootId;

    /// <summary>All spans.</summary>
    public IReadOnlyList<UnitSpan> Spans => spans;

    /// <summary>A unit on a day; null when it is not there then.</summary>
    public UnitSpan? On(Guid unitId, DateOnly day) =>
        spans.Find(span => span.UnitId == unitId && span.HoldsOn(day));

    /// <summary>The tree on a day.</summary>
    public UnitTree TreeOn(DateOnly day) =>
        new(
            RootId,
            spans
                .Where(span => span.HoldsOn(day))
                .Select(span => (span.UnitId, span.Name, span.AboveId))
        );

    /// <summary>A new unit begins.</summary>
    public void Open(Guid unitId, string name, Guid aboveId, DateOnly day) =>
        spans.Add(new(unitId, name, aboveId, day, Until: null));

    /// <summary>A unit gets another name.</summary>
    public void Rename(Guid unitId, string name, DateOnly day)
    {
        var before = On(unitId, day)!.Name;
        Change(unitId, day, span => span.Name == before, span => span with { Name = name });
    }

    /// <summary>A unit moves below another.</summary>
    public void Move(Guid unitId, Guid aboveId, DateOnly day)
    {
        var before = On(unitId, day)!.AboveId;
        Change(
            unitId,
            day,
            span => span.AboveId == before,
            span => span with { AboveId = aboveId }
        );
    }

    /// <summary>A unit ends.</summary>
    public void Close(Guid unitId, DateOnly day) =>
        spans = [
            .. spans
                .Where(span => span.UnitId != unitId || span.From < day)
                .Select(span =>
                    span.UnitId == unitId && span.ReachesPast(day)
                        ? span with
                        {
                            Until = day,
                        }
                        : span
                ),
        ];

    /// <summary>All that hangs below a unit, or will, hangs below another from a day on.</summary>
    public void HandOver(Guid unitId, Guid toId, DateOnly day) =>
        spans = [
            .. spans.SelectMany(span =>
                span.AboveId == unitId && span.UnitId != toId && span.ReachesPast(day)
                    ? Cut(span, day, part => part with { AboveId = toId })
                    : [span]
            ),
        ];

    /// <summary>The nearest unit above on a day that is not among some; null when the way up is broken.</summary>
    public Guid? FirstAbove(Guid unitId, IReadOnlyCollection<Guid> but, DateOnly day)
    {
        var seen = new HashSet<Guid>();
        var above = On(unitId, day)?.AboveId;
        while (above is { } id && but.Contains(id) && seen.Add(id))
        {
            above = On(id, day)?.AboveId;
        }

        return above is { } found && !but.Contains(found) ? found : null;
    }

    /// <summary>The units above one on a day, the nearest first; it ends where the way up goes round.</summary>
    public IReadOnlyList<Guid> WayUp(Guid unitId, DateOnly day)
    {
        List<Guid> way = [];
        for (
            var above = On(unitId, day)?.AboveId;
            above is { } id && !way.Contains(id);
            above = On(id, day)?.AboveId
        )
        {
            way.Add(id);
        }

        return way;
    }

    /// <summary>The units that are there on some day from one on, but whose way up does not reach the agency then.</summary>
    public IReadOnlySet<Guid> LostFrom(DateOnly day)
    {
        HashSet<Guid> lost = [];
        var days = spans
            .SelectMany(span => new[] { span.From, span.Until ?? day })
            .Where(change => change > day)
            .Append(day)
            .Distinct();
        foreach (var change in days)
        {
            var tree = TreeOn(change);
            lost.UnionWith(
                spans
                    .Where(span => span.HoldsOn(change) && tree.Find(span.UnitId) is null)
                    .Select(span => span.UnitId)
            );
        }

        return lost;
    }

    private void Change(
        Guid unitId,
        DateOnly day,
        Func<UnitSpan, bool> isSame,
        Func<UnitSpan, UnitSpan> change
    )
    {
        // From the span of the day on, without a break, for as long as it is the same.
        var same = spans
            .Where(span => span.UnitId == unitId && span.ReachesPast(day))
            .OrderBy(span => span.From)
            .TakeWhile(isSame)
            .ToHashSet();
        spans =
        [
            .. spans.SelectMany(span => same.Contains(span) ? Cut(span, day, change) : [span]),
        ];
    }

    private static UnitSpan[] Cut(UnitSpan span, DateOnly day, Func<UnitSpan, UnitSpan> change) =>
        span.From < day
            ? [span with { Until = day }, change(span with { From = day })]
            : [change(span)];
}
