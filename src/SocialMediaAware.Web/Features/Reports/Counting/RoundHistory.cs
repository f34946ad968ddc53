using System.Numerics;
using System.Runtime.InteropServices;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports.Counting;

/// <summary>
/// All that was ever known of the assignments of a programme, in one round or in all: what each was, from which day on. It is read
/// from <c>assignment_records</c>, which are never changed, and counts any day in one walk, today like a day three years ago.
/// </summary>
internal sealed class RoundHistory
{
    private const long BytesOfState = 28;
    private const long BytesOfAssignment = 104;

    private readonly Dictionary<Guid, int> numbers = [];
    private readonly Dictionary<string, int> cycleNumbers = [];
    private readonly List<string> cycleKeys = [];
    private readonly List<AssignmentTrace> assignments = [];
    private readonly List<KnownState> states = [];
    private readonly Dictionary<string, int> moduleNumbers = [];

    /// <summary>About how many bytes it takes, for the bound on all histories together.</summary>
    public long Size => (states.Count * BytesOfState) + (assignments.Count * BytesOfAssignment);

    /// <summary>Learns a state. One that is known already changes nothing, in whatever order they come.</summary>
    public void Learn(Guid assignmentId, string cycleKey, int person, KnownState state)
    {
        var number = NumberOf(assignmentId, cycleKey, person);
        var all = CollectionsMarshal.AsSpan(states);
        var after = -1;
        var at = assignments[number].Last;
        while (at >= 0 && all[at].Revision > state.Revision)
        {
            (after, at) = (at, all[at].Before);
        }

        if (at >= 0 && all[at].Revision == state.Revision)
        {
            return;
        }

        var added = states.Count;
        states.Add(state with { Before = at });
        if (after >= 0)
        {
            states[after] = states[after] with { Before = added };
        }
        else
        {
            CollectionsMarshal.AsSpan(assignments)[number].Last = added;
        }
    }

    /// <summary>Learns how many modules an assignment covers.</summary>
    public void LearnModules(Guid assignmentId, int count)
    {
        if (numbers.TryGetValue(assignmentId, out var number))
        {
            CollectionsMarshal.AsSpan(assignments)[number].Modules = (byte)
                Math.Min(count, byte.MaxValue);
        }
    }

    /// <summary>Learns that somebody began to read for an assignment.</summary>
    public void LearnBegun(Guid assignmentId, int day)
    {
        if (numbers.TryGetValue(assignmentId, out var number))
        {
            ref var trace = ref CollectionsMarshal.AsSpan(assignments)[number];
            trace.BegunOn = Math.Min(trace.BegunOn, day);
        }
    }

    /// <summary>Learns of practice for an assignment. What was passed is learnt in the order in which it was passed.</summary>
    /// <param name="assignmentId">The assignment.</param>
    /// <param name="moduleSlug">Which module; empty for the refresher of the whole assignment.</param>
    /// <param name="begunOn">The day on which it was begun.</param>
    /// <param name="passedOn">The day on which it was passed; <see cref="KnownState.Never" /> while it is not.</param>
    public void LearnPractice(Guid assignmentId, string moduleSlug, int begunOn, int passedOn)
    {
        if (!numbers.TryGetValue(assignmentId, out var number))
        {
            return;
        }

        ref var trace = ref CollectionsMarshal.AsSpan(assignments)[number];
        trace.BegunOn = Math.Min(trace.BegunOn, begunOn);
        trace.PractisedOn = Math.Min(trace.PractisedOn, begunOn);
        if (passedOn == KnownState.Never || trace.ReadyOn != KnownState.Never)
        {
            return;
        }

        trace.PassedModules |= 1UL << ModuleNumberOf(moduleSlug);
        if (moduleSlug.Length == 0 || BitOperations.PopCount(trace.PassedModules) >= trace.Modules)
        {
            trace.ReadyOn = passedOn;
        }
    }

    /// <summary>Calls for each assignment that was known at the end of a day, with what it was then.</summary>
    public void EachOn(int day, EachStanding each)
    {
        var all = CollectionsMarshal.AsSpan(states);
        var traces = CollectionsMarshal.AsSpan(assignments);
        for (var number = 0; number < traces.Length; number++)
        {
            var at = traces[number].Last;
            while (at >= 0 && all[at].KnownOn > day)
            {
                at = all[at].Before;
            }

            if (at >= 0 && all[at].StatusOn(day) is not AssignmentStatus.Superseded and var status)
            {
                each(traces[number], all[at], status);
            }
        }
    }

    /// <summary>Calls for each assignment with where it stood on a day, as it is known now.</summary>
    /// <param name="day">The day.</param>
    /// <param name="placements">Where people were.</param>
    /// <param name="onHold">The numbers of people whose leave or exemption holds on the day, as it is believed now.</param>
    /// <param name="each">What to do with each.</param>
    public void EachCorrectedOn(
        int day,
        PlacementHistory placements,
        IReadOnlySet<int> onHold,
        EachStanding each
    )
    {
        var all = CollectionsMarshal.AsSpan(states);
        foreach (ref readonly var trace in CollectionsMarshal.AsSpan(assignments))
        {
            ref readonly var now = ref all[trace.Last];
            var at = trace.Last;
            while (at >= 0 && all[at].KnownOn > day)
            {
                at = all[at].Before;
            }

            // What nobody knew on that day counts if it had opened by then.
            if (at < 0 && now.OpensOn > day)
            {
                continue;
            }

            var status = now.CorrectedStatusOn(
                day,
                placements.WasPlacedOn(trace.Person, day),
                (at >= 0 && all[at].IsHeld) || onHold.Contains(trace.Person)
            );
            if (status is not AssignmentStatus.Superseded)
            {
                each(trace, now, status);
            }
        }
    }

    /// <summary>The first day on which somebody could begin, and the day on which most were due, as it was known on a day.</summary>
    public (int OpensOn, DateOnly? DueOn) SpanOn(int day)
    {
        var opensOn = KnownState.Never;
        var dueOn = new Dictionary<int, int>();
        EachOn(
            day,
            (in AssignmentTrace _, in KnownState state, AssignmentStatus _) =>
            {
                opensOn = Math.Min(opensOn, state.OpensOn);
                dueOn[state.DueOn] = dueOn.GetValueOrDefault(state.DueOn) + 1;
            }
        );
        return (opensOn, MostOf(dueOn));
    }

    /// <summary>The day that most have; null when there is none.</summary>
    public static DateOnly? MostOf(Dictionary<int, int> days) =>
        days.Count == 0
            ? null
            : DateOnly.FromDayNumber(
                days.OrderByDescending(one => one.Value)
                    .ThenByDescending(one => one.Key)
                    .First()
                    .Key
            );

    /// <summary>How many were due and how many of them had signed, at the end of each day from one to another.</summary>
    public (int[] Due, int[] Signed) Course(int from, int until)
    {
        var (due, signed) = (new int[until - from + 2], new int[until - from + 2]);
        var all = CollectionsMarshal.AsSpan(states);
        foreach (ref readonly var trace in CollectionsMarshal.AsSpan(assignments))
        {
            // A state counts from the day on which it was known until the day before a later one was.
            var end = until + 1;
            for (var at = trace.Last; at >= 0; at = all[at].Before)
            {
                ref readonly var state = ref all[at];
                var status = state.StatusOn(Math.Max(state.KnownOn, state.OpensOn));
                if (status is AssignmentStatus.Signed)
                {
                    Add(signed, Math.Max(state.KnownOn, state.SignedOn), end, from);
                }

                if (status.IsDue())
                {
                    var begins = status is AssignmentStatus.Signed or AssignmentStatus.Declined
                        ? state.KnownOn
                        : Math.Max(state.KnownOn, state.OpensOn);
                    Add(due, begins, end, from);
                }

                end = Math.Min(end, state.KnownOn);
            }
        }

        return (Summed(due), Summed(signed));
    }

    /// <summary>The key of an assignment's round.</summary>
    public string CycleKeyOf(in AssignmentTrace trace) => cycleKeys[trace.Cycle];

    private int NumberOf(Guid assignmentId, string cycleKey, int person)
    {
        if (!numbers.TryGetValue(assignmentId, out var number))
        {
            if (!cycleNumbers.TryGetValue(cycleKey, out var cycle))
            {
                cycle = cycleNumbers[cycleKey] = cycleKeys.Count;
                cycleKeys.Add(cycleKey);
            }

            number = numbers[assignmentId] = assignments.Count;
            assignments.Add(new AssignmentTrace(assignmentId, person, cycle));
        }

        return number;
    }

    private int ModuleNumberOf(string slug)
    {
        if (!moduleNumbers.TryGetValue(slug, out var number))
        {
            number = moduleNumbers[slug] = moduleNumbers.Count;
        }

        return number;
    }

    private static void Add(int[] changes, int begins, int end, int from)
    {
        var start = Math.Max(begins, from);
        if (start < end)
        {
            changes[start - from]++;
            changes[end - from]--;
        }
    }

    private static int[] Summed(int[] changes)
    {
        var sums = new int[changes.Length - 1];
        var sum = 0;
        for (var day = 0; day < sums.Length; day++)
        {
            sums[day] = sum += changes[day];
        }

        return sums;
    }
}
