namespace SocialMediaAware.Web.Features.Reports.Counting;

/// <summary>Which history: of a programme, in one round or (without a key) in all.</summary>
internal readonly record struct RoundName(Guid ProgrammeId, string? CycleKey);

/// <summary>A round that a programme had or has.</summary>
internal sealed record KnownRound(Guid ProgrammeId, string CycleKey, DateOnly OpensOn);

/// <summary>
/// What is held in memory of one agency, so that figures of any day are counted without reading everything again. It holds nothing that
/// is not in the database, and is read anew whenever it is not there.
/// </summary>
internal sealed class AgencyHistory : IDisposable
{
    private readonly Dictionary<RoundName, RoundHistory> rounds = [];
    private readonly LinkedList<RoundName> lastUsed = [];

    /// <summary>Lets one at a time read from the database or count. Counting takes milliseconds.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>Where people were.</summary>
    public PlacementHistory Placements { get; private set; } = new();

    /// <summary>The rounds that each programme had, by programme and key.</summary>
    public Dictionary<(Guid, string), KnownRound> KnownRounds { get; } = [];

    /// <summary>The courses of rounds that are over. They never change again, so the rounds themselves need not be held for them.</summary>
    public Dictionary<RoundName, RateCourse?> EndedCourses { get; } = [];

    /// <summary>Until when (UTC) it was read; null before the first reading.</summary>
    public DateTimeOffset? ReadUntil { get; set; }

    /// <summary>About how many bytes are held.</summary>
    public long Size => rounds.Values.Sum(round => round.Size);

    /// <summary>The histories that hold a round's assignments: its own, and the one of all rounds.</summary>
    public IEnumerable<RoundHistory> HoldersOf(Guid programmeId, string cycleKey)
    {
        foreach (var name in new RoundName[] { new(programmeId, cycleKey), new(programmeId, null) })
        {
            if (rounds.TryGetValue(name, out var history))
            {
                yield return history;
            }
        }
    }

    /// <summary>A history that is held; null for one that has to be read.</summary>
    public RoundHistory? Find(RoundName name)
    {
        if (!rounds.TryGetValue(name, out var history))
        {
            return null;
        }

        lastUsed.Remove(name);
        lastUsed.AddLast(name);
        return history;
    }

    /// <summary>Holds a history that was read, and lets those go that were used longest ago when it gets too much.</summary>
    public void Hold(RoundName name, RoundHistory history, long mostHeld)
    {
        rounds[name] = history;
        lastUsed.AddLast(name);
        while (Size > mostHeld && lastUsed.Count > 1)
        {
            rounds.Remove(lastUsed.First!.Value);
            lastUsed.RemoveFirst();
        }
    }

    /// <summary>Forgets everything, to read it anew.</summary>
    public void Forget()
    {
        rounds.Clear();
        lastUsed.Clear();
        KnownRounds.Clear();
        EndedCourses.Clear();
        Placements = new();
        ReadUntil = null;
    }

    /// <inheritdoc />
    public void Dispose() => Turn.Dispose();
}

/// <summary>The histories of all agencies, as long as the portal runs.</summary>
public sealed class AgencyHistories : IDisposable
{
    private readonly Dictionary<Guid, AgencyHistory> agencies = [];
    private readonly Lock door = new();

    /// <summary>How many bytes are held for an agency at most: enough for half a million people in a dozen programmes.</summary>
    internal const long MostHeld = 400_000_000;

    internal AgencyHistory Of(Guid agencyId)
    {
        lock (door)
        {
            if (!agencies.TryGetValue(agencyId, out var history))
            {
                history = agencies[agencyId] = new();
            }

            return history;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var history in agencies.Values)
        {
            history.Dispose();
        }
    }
}
