using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reports.Modules;

/// <summary>
/// What reports show of the first answers to a scenario in a round: a picture of the counters, kept until five more people have
/// answered (<see cref="StepsOfFive" />).
/// </summary>
public sealed class ShownAnswers : IBelongsToAgency
{
    private ShownAnswers() { }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The module whose pool the scenario is in.</summary>
    public string ModuleSlug { get; private init; } = "";

    /// <summary>The scenario.</summary>
    public string ScenarioSlug { get; private init; } = "";

    /// <summary>SHA-256 of the scenario's text (32 bytes).</summary>
    public byte[] Hash { get; private init; } = [];

    /// <summary>The round, as the counters have it.</summary>
    public string CycleKey { get; private init; } = "";

    /// <summary>How many people it is of. Of two readers who take a picture at once, this lets one.</summary>
    public int People { get; private set; }

    /// <summary>What was counted: an option's index, or a whole answer's number below zero.</summary>
    public int[] Choices { get; private set; } = [];

    /// <summary>How often each of <see cref="Choices" /> was counted.</summary>
    public int[] Counts { get; private set; } = [];

    /// <summary>When the picture was taken (UTC).</summary>
    public DateTimeOffset TakenAt { get; private set; }

    /// <summary>Begins with a picture of nobody.</summary>
    public static ShownAnswers Begin(
        Guid agencyId,
        string moduleSlug,
        string scenarioSlug,
        byte[] hash,
        string cycleKey
    ) =>
        new()
        {
            AgencyId = agencyId,
            ModuleSlug = moduleSlug,
            ScenarioSlug = scenarioSlug,
            Hash = hash,
            CycleKey = cycleKey,
        };

    /// <summary>Takes the picture anew, if five more people have answered.</summary>
    /// <param name="people">How many have answered.</param>
    /// <param name="counts">The counters.</param>
    /// <param name="at">Now (UTC).</param>
    /// <returns>Whether it did.</returns>
    public bool TakeAnew(int people, IReadOnlyDictionary<int, int> counts, DateTimeOffset at)
    {
        if (!StepsOfFive.AreFull(People, people))
        {
            return false;
        }

        var ordered = counts.OrderBy(count => count.Key).ToList();
        (People, TakenAt) = (people, at);
        Choices = [.. ordered.Select(count => count.Key)];
        Counts = [.. ordered.Select(count => count.Value)];
        return true;
    }

    /// <summary>The picture's counters.</summary>
    public IReadOnlyDictionary<int, int> AsCounts() =>
        Choices.Zip(Counts).ToDictionary(pair => pair.First, pair => pair.Second);
}
