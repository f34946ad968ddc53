namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>A task that somebody has from a day until a day.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Flag">The task, in the words of <see cref="Content.AudienceFlags" />.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day after; null while no end is known.</param>
public sealed record PlannedFlag(Guid PersonId, string Flag, DateOnly From, DateOnly? Until);

/// <summary>One person of an agency, as all of its programmes see them.</summary>
internal sealed class PlannedPerson
{
    public required Guid Id { get; init; }

    /// <summary>The time in the agency that holds today or comes next; null when all have ended.</summary>
    public Engagement? Engagement { get; init; }

    public IReadOnlyList<PlannedLeave> Leave { get; init; } = [];

    public IReadOnlyList<PlannedFlag> Flags { get; init; } = [];

    /// <summary>What holds their assignments where nobody is exempt and nothing is paused: worked out once for all programmes.</summary>
    public required PlannedHolds HoldsByLeave { get; init; }
}

/// <summary>The people of an agency, worked out once for all of its programmes.</summary>
public sealed class PlannedPeople
{
    private readonly Dictionary<Guid, PlannedPerson> people = [];
    private Guid[]? inOrder;

    /// <summary>Works them out.</summary>
    /// <param name="placements">All placements in the agency that are believed.</param>
    /// <param name="leave">All leave.</param>
    /// <param name="flags">All tasks.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="today">The New Zealand date.</param>
    public static PlannedPeople Of(
        IEnumerable<PlannedPlacement> placements,
        IEnumerable<PlannedLeave> leave,
        IEnumerable<PlannedFlag> flags,
        WorkingDayCalendar calendar,
        DateOnly today
    )
    {
        var leaveOf = leave.ToLookup(one => one.PersonId);
        var flagsOf = flags.ToLookup(one => one.PersonId);
        var all = new PlannedPeople();
        foreach (var person in placements.GroupBy(placement => placement.PersonId))
        {
            PlannedLeave[] away = [.. leaveOf[person.Key]];
            all.people.Add(
                person.Key,
                new()
                {
                    Id = person.Key,
                    Engagement = Engagement.CurrentOf(person, calendar, today),
                    Leave = away,
                    Flags = [.. flagsOf[person.Key]],
                    HoldsByLeave = PlannedHolds.Of(away, [], []),
                }
            );
        }

        return all;
    }

    /// <summary>Everybody of whom something is known.</summary>
    public IReadOnlyCollection<Guid> PersonIds => people.Keys;

    /// <summary>One of them alone.</summary>
    public PlannedPeople Only(Guid personId)
    {
        var one = new PlannedPeople();
        if (Find(personId) is { } person)
        {
            one.people.Add(personId, person);
        }

        return one;
    }

    internal PlannedPerson? Find(Guid personId) => people.GetValueOrDefault(personId);

    /// <summary>Everybody, and others of whom only assignments are left, by id. Sorted once for all programmes of an agency.</summary>
    internal IEnumerable<Guid> InOrderWith(IEnumerable<Guid> others)
    {
        inOrder ??= [.. people.Keys.Order()];
        var unknown = others.Where(id => !people.ContainsKey(id)).ToList();
        return unknown.Count == 0 ? inOrder : inOrder.Concat(unknown).Order();
    }
}
