using System.Runtime.InteropServices;

namespace SocialMediaAware.Web.Features.Reports.Counting;

/// <summary>A placement of a person, in numbers of days.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct KnownPlacement
{
    public required Guid Id { get; init; }

    public required int UnitNumber { get; init; }

    public required int HoldsFrom { get; init; }

    public required int HoldsUntil { get; init; }

    public required int LearntOn { get; init; }

    public required int UnlearntOn { get; init; }

    /// <summary>The person's placement before this one in the list; -1 for none.</summary>
    public int Before { get; init; }

    public bool IsKnownOn(int day) => LearntOn <= day && UnlearntOn > day;

    public bool HoldsOn(int day) => HoldsFrom <= day && HoldsUntil > day;

    /// <summary>
    /// Whether this is rather where the person was on a day: what holds then before what comes, before what was; of two that hold
    /// the one held longest, of what was the last.
    /// </summary>
    public bool IsRatherThan(in KnownPlacement other, int day)
    {
        var (mine, theirs) = (RankOn(day), other.RankOn(day));
        if (mine != theirs)
        {
            return mine < theirs;
        }

        if (mine == PastRank && HoldsUntil != other.HoldsUntil)
        {
            return HoldsUntil > other.HoldsUntil;
        }

        return HoldsFrom != other.HoldsFrom
            ? HoldsFrom < other.HoldsFrom
            : Id.CompareTo(other.Id) < 0;
    }

    private const int PastRank = 2;

    private int RankOn(int day) =>
        HoldsUntil <= day ? PastRank
        : HoldsFrom > day ? 1
        : 0;
}

/// <summary>In which unit everybody of an agency was and is known to have been. People and units have numbers, given as they come.</summary>
internal sealed class PlacementHistory
{
    private readonly Dictionary<Guid, int> peopleNumbers = [];
    private readonly Dictionary<Guid, int> unitNumbers = [];
    private readonly Dictionary<Guid, int> placementNumbers = [];
    private readonly List<int> lastOfPerson = [];
    private readonly List<KnownPlacement> placements = [];
    private readonly Dictionary<int, int[]> unitsOnDays = [];

    /// <summary>How many days of everybody's units are kept for the next who asks.</summary>
    private const int DaysKept = 8;

    /// <summary>The unit's number of somebody who was never placed.</summary>
    public const int Nowhere = -1;

    /// <summary>How many people have a number.</summary>
    public int People => lastOfPerson.Count;

    /// <summary>The units, by their numbers.</summary>
    public List<Guid> UnitIds { get; } = [];

    /// <summary>The people, by their numbers.</summary>
    public List<Guid> PersonIds { get; } = [];

    /// <summary>A person's number.</summary>
    public int NumberOf(Guid personId)
    {
        if (!peopleNumbers.TryGetValue(personId, out var number))
        {
            number = peopleNumbers[personId] = lastOfPerson.Count;
            lastOfPerson.Add(-1);
            PersonIds.Add(personId);
            unitsOnDays.Clear();
        }

        return number;
    }

    /// <summary>A unit's number.</summary>
    public int UnitNumberOf(Guid unitId)
    {
        if (!unitNumbers.TryGetValue(unitId, out var number))
        {
            number = unitNumbers[unitId] = UnitIds.Count;
            UnitIds.Add(unitId);
        }

        return number;
    }

    /// <summary>Learns a placement, or that one which was known has been unlearnt.</summary>
    public void Learn(Guid personId, KnownPlacement placement)
    {
        if (placementNumbers.TryGetValue(placement.Id, out var known))
        {
            if (placements[known].UnlearntOn != placement.UnlearntOn)
            {
                placements[known] = placements[known] with { UnlearntOn = placement.UnlearntOn };
                unitsOnDays.Clear();
            }

            return;
        }

        var person = NumberOf(personId);
        placementNumbers[placement.Id] = placements.Count;
        placements.Add(placement with { Before = lastOfPerson[person] });
        lastOfPerson[person] = placements.Count - 1;
        unitsOnDays.Clear();
    }

    /// <summary>The number of the unit of everybody on a day, as it was known at its end.</summary>
    public int[] UnitsOn(int day)
    {
        if (!unitsOnDays.TryGetValue(day, out var units))
        {
            if (unitsOnDays.Count >= DaysKept)
            {
                unitsOnDays.Clear();
            }

            units = unitsOnDays[day] = new int[People];
            for (var person = 0; person < units.Length; person++)
            {
                units[person] = UnitOn(person, day);
            }
        }

        return units;
    }

    /// <summary>Whether somebody was placed on a day, as it is believed now.</summary>
    public bool WasPlacedOn(int person, int day)
    {
        var all = CollectionsMarshal.AsSpan(placements);
        for (var at = lastOfPerson[person]; at >= 0; at = all[at].Before)
        {
            if (all[at].UnlearntOn == KnownState.Never && all[at].HoldsOn(day))
            {
                return true;
            }
        }

        return false;
    }

    private int UnitOn(int person, int day)
    {
        var all = CollectionsMarshal.AsSpan(placements);
        var best = -1;
        for (var at = lastOfPerson[person]; at >= 0; at = all[at].Before)
        {
            if (all[at].IsKnownOn(day) && (best < 0 || all[at].IsRatherThan(all[best], day)))
            {
                best = at;
            }
        }

        return best < 0 ? Nowhere : all[best].UnitNumber;
    }
}
