using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>A person met a scenario. It says when, never what they answered; draws prefer others.</summary>
public sealed class ScenarioMet
{
    private ScenarioMet() { }

    /// <summary>Who met it.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>The module whose pool it is in.</summary>
    public string ModuleSlug { get; private init; } = "";

    /// <summary>The scenario.</summary>
    public string ScenarioSlug { get; private init; } = "";

    /// <summary>When they last met it (UTC). Once an attempt is passed: when that was, not when the answer was given.</summary>
    public DateTimeOffset LastMetAt { get; private set; }

    /// <summary>Remembers a first meeting.</summary>
    public static ScenarioMet Meet(
        Guid personId,
        string moduleSlug,
        string scenarioSlug,
        DateTimeOffset at
    ) =>
        new()
        {
            PersonId = personId,
            ModuleSlug = moduleSlug,
            ScenarioSlug = scenarioSlug,
            LastMetAt = at,
        };

    /// <summary>They met it again.</summary>
    public void MeetAgain(DateTimeOffset at) => LastMetAt = at;
}

/// <summary>A person missed an obligation in an attempt that they passed since: a refresher draws it early.</summary>
public sealed class ObligationMissed
{
    private ObligationMissed() { }

    /// <summary>Who missed it.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>The module in whose quiz it was.</summary>
    public string ModuleSlug { get; private init; } = "";

    /// <summary>The obligation.</summary>
    public string ObligationId { get; private init; } = "";

    /// <summary>When the last attempt in which it was missed was passed (UTC).</summary>
    public DateTimeOffset LastMissedAt { get; private set; }

    /// <summary>Remembers a first miss.</summary>
    public static ObligationMissed Miss(
        Guid personId,
        string moduleSlug,
        string obligationId,
        DateTimeOffset at
    ) =>
        new()
        {
            PersonId = personId,
            ModuleSlug = moduleSlug,
            ObligationId = obligationId,
            LastMissedAt = at,
        };

    /// <summary>They missed it again.</summary>
    public void MissAgain(DateTimeOffset at) => LastMissedAt = at;
}

/// <summary>
/// How often an option was chosen, by nobody in particular: counted when an attempt is passed, just before its answers are cut
/// off from the person. It shows content owners what is misunderstood.
/// </summary>
public sealed class ScenarioTally : IBelongsToAgency
{
    private const int MostOptions = 30;

    private ScenarioTally() { }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The module whose pool it is in.</summary>
    public string ModuleSlug { get; private init; } = "";

    /// <summary>The scenario.</summary>
    public string ScenarioSlug { get; private init; } = "";

    /// <summary>SHA-256 of the scenario's text (32 bytes): counts of different texts never mix.</summary>
    public byte[] Hash { get; private init; } = [];

    /// <summary>The round it was answered in, such as <c>yearly/2027</c>. Only its first two parts are kept.</summary>
    /// <remarks>The third part of an onboarding's key is a first day, which may be one person's alone.</remarks>
    public string CycleKey { get; private init; } = "";

    /// <summary>The option's index in the scenario; below zero for a whole answer (<see cref="WholeAnswerOf" />).</summary>
    public int OptionIndex { get; private init; }

    /// <summary>Whether people chose it when they met the scenario for the first time.</summary>
    public bool IsFirstAnswer { get; private init; }

    /// <summary>How often it was chosen.</summary>
    public int Count { get; private init; }

    /// <summary>
    /// Where a whole answer is counted: with the options of all who answered alone, nobody could say how many people there were, nor
    /// how many chose exactly the right ones, where several may be chosen.
    /// </summary>
    /// <param name="options">The indexes of all options that somebody chose together.</param>
    /// <returns>A number below zero that stands for exactly these options; zero for none, or for more than can be told apart.</returns>
    public static int WholeAnswerOf(IReadOnlyCollection<int> options) =>
        options.Any(index => index is < 0 or >= MostOptions)
            ? 0
            : -options.Distinct().Sum(index => 1 << index);

    /// <summary>Whether an option is part of a whole answer.</summary>
    public static bool IsChosenIn(int wholeAnswer, int option) =>
        wholeAnswer < 0 && option is >= 0 and < MostOptions && (-wholeAnswer & (1 << option)) != 0;

    /// <summary>A cycle's key without the part that may belong to one person.</summary>
    public static string CycleOf(string cycleKey) => string.Join('/', cycleKey.Split('/').Take(2));
}
