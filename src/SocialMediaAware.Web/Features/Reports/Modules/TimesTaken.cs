namespace SocialMediaAware.Web.Features.Reports.Modules;

/// <summary>
/// The times of everybody who finished a module in a round, in whole seconds, without anything that says whose they are.
/// </summary>
public sealed class TimesTaken
{
    /// <summary>The longest gap between two traces that still counts as time with the module: after that somebody did something else.</summary>
    public static readonly TimeSpan LongestGap = TimeSpan.FromMinutes(15);

    private readonly HashSet<Guid> people = [];
    private readonly List<int> reading = [];
    private readonly List<int> practising = [];
    private readonly List<int> together = [];

    /// <summary>How many different people there are.</summary>
    public int People => people.Count;

    /// <summary>Reading, of those in whose traces there is any.</summary>
    public IReadOnlyList<int> Reading => reading;

    /// <summary>Practising, of those who did it without a longer break.</summary>
    public IReadOnlyList<int> Practising => practising;

    /// <summary>Both, of those of whom both are known.</summary>
    public IReadOnlyList<int> Together => together;

    /// <summary>Adds what one person left; the same person's second time is left out.</summary>
    /// <param name="personId">Who; kept only to count nobody twice.</param>
    /// <param name="readingTraces">When they pressed Continue, in any order.</param>
    /// <param name="begunAt">When they began to practise.</param>
    /// <param name="passedAt">When they gave the last answer.</param>
    public void Add(
        Guid personId,
        IReadOnlyCollection<DateTimeOffset> readingTraces,
        DateTimeOffset begunAt,
        DateTimeOffset passedAt
    )
    {
        if (!people.Add(personId))
        {
            return;
        }

        var read = SecondsWithoutGaps(readingTraces.Where(at => at <= begunAt).Append(begunAt));
        var practised = SecondsWithoutGaps([begunAt, passedAt]);
        AddIfKnown(reading, read);
        AddIfKnown(practising, practised);
        AddIfKnown(together, read + practised);
    }

    /// <summary>The time between traces, leaving out gaps longer than <see cref="LongestGap" />.</summary>
    /// <returns>Whole seconds; null where nothing but such gaps is left, so that nothing is known.</returns>
    public static int? SecondsWithoutGaps(IEnumerable<DateTimeOffset> traces)
    {
        var ordered = traces.Order().ToList();
        var gaps = ordered
            .Zip(ordered.Skip(1), (before, after) => after - before)
            .Where(gap => gap <= LongestGap)
            .ToList();
        return gaps.Count == 0
            ? null
            : (int)gaps.Aggregate(TimeSpan.Zero, (sum, gap) => sum + gap).TotalSeconds;
    }

    private static void AddIfKnown(List<int> seconds, int? value)
    {
        if (value is { } known)
        {
            seconds.Add(known);
        }
    }
}

/// <summary>The median and the middle half of times.</summary>
public static class Quartiles
{
    /// <summary>
    /// Lower quartile, median and upper quartile in whole seconds, between two neighbours in proportion (as spreadsheets'
    /// QUARTILE.INC works them out).
    /// </summary>
    /// <returns>Nothing for fewer than five people.</returns>
    public static int[] Of(IReadOnlyCollection<int> seconds)
    {
        if (seconds.Count < StepsOfFive.People)
        {
            return [];
        }

        var ordered = seconds.Order().ToList();
        return [At(ordered, 1), At(ordered, 2), At(ordered, 3)];
    }

    private static int At(List<int> ordered, int quarter)
    {
        var place = (ordered.Count - 1) * quarter / 4m;
        var before = (int)place;
        var after = Math.Min(before + 1, ordered.Count - 1);
        return (int)
            Math.Round(
                ordered[before] + (place - before) * (ordered[after] - ordered[before]),
                MidpointRounding.AwayFromZero
            );
    }
}
