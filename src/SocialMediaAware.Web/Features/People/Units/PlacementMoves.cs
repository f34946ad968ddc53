namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>A part of a placement, in the unit where it would be.</summary>
/// <param name="Of">The placement as it is believed.</param>
/// <param name="UnitId">The unit it would be in.</param>
/// <param name="From">From when on.</param>
/// <param name="Until">Until when.</param>
public sealed record PlacedSpan(Placement Of, Guid UnitId, DateOnly From, DateOnly? Until);

/// <summary>People go from unit to unit on a day: tried here before anything is learnt. Nobody is lost, and nobody doubled.</summary>
public sealed class PlacementMoves(IEnumerable<Placement> placements)
{
    private List<PlacedSpan> spans =
    [
        .. placements.Select(placement => new PlacedSpan(
            placement,
            placement.UnitId,
            placement.HoldsFrom,
            placement.HoldsUntil
        )),
    ];

    /// <summary>Whether anybody is in a unit on a day, or later.</summary>
    public bool AnyIn(Guid unitId, DateOnly day) => InFrom(unitId, day).Any();

    /// <summary>Who is in a unit on a day, or later.</summary>
    public IEnumerable<Guid> PeopleIn(Guid unitId, DateOnly day) =>
        InFrom(unitId, day).Select(span => span.Of.PersonId).Distinct();

    /// <summary>People of a unit go on in another one, from a day on; whoever is to begin later begins there.</summary>
    /// <param name="unitId">Where they are.</param>
    /// <param name="toId">Where they go on.</param>
    /// <param name="day">The first day there.</param>
    /// <param name="isMoving">Who; null for everybody.</param>
    public void Move(Guid unitId, Guid toId, DateOnly day, Func<Guid, bool>? isMoving = null)
    {
        var moving = InFrom(unitId, day)
            .Where(span => isMoving?.Invoke(span.Of.PersonId) != false)
            .ToHashSet();
        spans =
        [
            .. spans.SelectMany(span =>
                !moving.Contains(span) ? [span]
                : span.From < day
                    ? (PlacedSpan[])
                        [span with { Until = day }, span with { UnitId = toId, From = day }]
                : [span with { UnitId = toId }]
            ),
        ];
    }

    /// <summary>The placements that change, each with what becomes of it.</summary>
    public IReadOnlyList<(Placement Placement, IReadOnlyList<PlacedSpan> Becomes)> Changes() =>
        [
            .. spans
                .GroupBy(span => span.Of)
                .Select(group =>
                    (group.Key, Becomes: (IReadOnlyList<PlacedSpan>)[.. Joined(group)])
                )
                .Where(change =>
                    change.Becomes is not [var only] || only.UnitId != change.Key.UnitId
                ),
        ];

    // Two steps may send people away and back: what is in one unit without a break is one part.
    private static IEnumerable<PlacedSpan> Joined(IEnumerable<PlacedSpan> parts)
    {
        PlacedSpan? last = null;
        foreach (var part in parts.OrderBy(part => part.From))
        {
            if (last is not null && last.UnitId == part.UnitId && last.Until == part.From)
            {
                last = last with { Until = part.Until };
                continue;
            }

            if (last is not null)
            {
                yield return last;
            }

            last = part;
        }

        if (last is not null)
        {
            yield return last;
        }
    }

    private IEnumerable<PlacedSpan> InFrom(Guid unitId, DateOnly day) =>
        spans.Where(span => span.UnitId == unitId && (span.Until is null || span.Until > day));
}
