using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.Reports;

/// <summary>Counts a report again, slowly and plainly: one assignment after the other, one unit after the other.</summary>
internal sealed class SlowCount(
    Guid agencyId,
    IReadOnlyList<NotedState> notes,
    IReadOnlyList<UnitFact> unitFacts,
    IReadOnlyList<Placement> placements,
    DateOnly day
)
{
    private static readonly TimeZoneInfo NewZealand = TimeZoneInfo.FindSystemTimeZoneById(
        "Pacific/Auckland"
    );

    /// <summary>Person, unit and status of everybody counted.</summary>
    public IReadOnlyList<(string Person, string Unit, string Status)> People()
    {
        var people = new List<(string, string, string)>();
        foreach (var states in notes.GroupBy(note => note.AssignmentId))
        {
            var last = states.LastOrDefault(state => WasBefore(state.At));
            if (last is null)
            {
                continue;
            }

            var status = StatusOf(last);
            if (status != "Superseded")
            {
                people.Add((last.PersonName, NameOf(UnitOf(last.PersonId)), status));
            }
        }

        return people;
    }

    /// <summary>How many of a status are in a unit or below it, by the unit's name; of the agency for its own name.</summary>
    public int Count(string unitName, string status)
    {
        var count = 0;
        foreach (var states in notes.GroupBy(note => note.AssignmentId))
        {
            var last = states.LastOrDefault(state => WasBefore(state.At));
            if (
                last is not null
                && StatusOf(last) == status
                && WayUp(UnitOf(last.PersonId)).Select(NameOf).Contains(unitName)
            )
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>The names of the units whose way up reaches the agency, itself among them.</summary>
    public IEnumerable<string> UnitNames() =>
        unitFacts
            .Where(fact => Holds(fact))
            .Where(fact => WayUp(fact.UnitId)[0] == fact.UnitId)
            .Select(fact => fact.Name);

    private string StatusOf(NotedState state)
    {
        if (state.IsSigned)
        {
            return "Signed";
        }

        if (state.HasLeft)
        {
            return "Left";
        }

        if (state.IsSuperseded)
        {
            return "Superseded";
        }

        if (state.IsDeclined)
        {
            return "Do not agree";
        }

        if (day < state.OpensOn)
        {
            return "Not due yet";
        }

        if (state.IsHeld)
        {
            return "On hold";
        }

        return day > state.DueOn ? "Overdue" : "Open";
    }

    private Guid UnitOf(Guid personId)
    {
        var known = placements
            .Where(one => one.PersonId == personId)
            .Where(one => WasBefore(one.LearntAt))
            .Where(one => one.UnlearntAt is null || !WasBefore(one.UnlearntAt.Value))
            .OrderBy(one => one.HoldsFrom)
            .ThenBy(one => one.Id)
            .ToList();
        var now = known.Find(one =>
            one.HoldsFrom <= day && (one.HoldsUntil is null || one.HoldsUntil > day)
        );
        var next = known.Find(one =>
            one.HoldsFrom > day && (one.HoldsUntil is null || one.HoldsUntil > day)
        );
        var last = known
            .Where(one => one.HoldsUntil is not null)
            .OrderByDescending(one => one.HoldsUntil)
            .FirstOrDefault();
        return (now ?? next ?? last)?.UnitId ?? agencyId;
    }

    // The unit and all above it; the agency alone when the way up does not reach it.
    private List<Guid> WayUp(Guid unitId)
    {
        var way = new List<Guid>();
        Guid? at = unitId;
        while (at is { } here && here != agencyId)
        {
            if (way.Contains(here))
            {
                return [agencyId];
            }

            way.Add(here);
            at = unitFacts.FirstOrDefault(fact => fact.UnitId == here && Holds(fact))?.ParentUnitId;
        }

        return at is null ? [agencyId] : [.. way, agencyId];
    }

    private string NameOf(Guid unitId) =>
        unitFacts.First(fact => fact.UnitId == WayUp(unitId)[0] && Holds(fact)).Name;

    private bool Holds(UnitFact fact) =>
        WasBefore(fact.LearntAt)
        && (fact.UnlearntAt is null || !WasBefore(fact.UnlearntAt.Value))
        && fact.HoldsFrom <= day
        && (fact.HoldsUntil is null || fact.HoldsUntil > day);

    private bool WasBefore(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, NewZealand).Date <= day.ToDateTime(TimeOnly.MinValue);
}
