namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>What came of an answer.</summary>
public enum AnswerOutcome
{
    /// <summary>Exactly the right options.</summary>
    Right,

    /// <summary>Not right; the obligation comes back as another situation.</summary>
    NotYet,

    /// <summary>Not right a second time; the reasoning was shown in full, and that is enough.</summary>
    Explained,

    /// <summary>Sources disagree: there is no right or wrong.</summary>
    Informed,
}

/// <summary>A situation as it is put to one person in one attempt.</summary>
public sealed class DrawnScenario
{
    internal DrawnScenario(
        Guid attemptId,
        int position,
        string scenarioSlug,
        byte[] hash,
        string obligationId,
        bool isFirstMeeting,
        string? refreshedSlug
    )
    {
        (AttemptId, Position, ScenarioSlug) = (attemptId, position, scenarioSlug);
        RefreshedSlug = refreshedSlug;
        (Hash, ObligationId, IsFirstMeeting) = (hash, obligationId, isFirstMeeting);
    }

    /// <summary>The attempt.</summary>
    public Guid AttemptId { get; private init; }

    /// <summary>Its place, from 1.</summary>
    public int Position { get; private init; }

    /// <summary>The scenario.</summary>
    public string ScenarioSlug { get; private init; }

    /// <summary>In a refresher: the module whose pool it is from; null in one module's own quiz.</summary>
    public string? RefreshedSlug { get; private init; }

    /// <summary>SHA-256 of the scenario's text that was shown (32 bytes).</summary>
    public byte[] Hash { get; private set; }

    /// <summary>The obligation it was drawn for: it comes back as another situation after a wrong answer.</summary>
    public string ObligationId { get; private init; }

    /// <summary>Whether the person had never met the scenario before.</summary>
    public bool IsFirstMeeting { get; private init; }

    /// <summary>The options' indexes in the order this person sees them; null once the attempt is passed.</summary>
    public int[]? OptionOrder { get; private set; }

    /// <summary>The indexes of the options chosen; null before the answer and once the attempt is passed.</summary>
    public int[]? SelectedOptions { get; private set; }

    /// <summary>When it was answered (UTC); null before the answer and once the attempt is passed.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>What came of it; null before the answer and once the attempt is passed.</summary>
    public AnswerOutcome? Outcome { get; private set; }

    /// <summary>Whether it was answered, while the attempt runs.</summary>
    public bool IsAnswered => Outcome is not null;

    internal void Shuffle(int options, long seed) =>
        OptionOrder = [
            .. Enumerable
                .Range(0, options)
                .OrderBy(index => SeededOrder.Of(seed, $"{ScenarioSlug}/{Position}/{index}")),
        ];

    internal void Record(
        byte[]? hashShown,
        IReadOnlyList<int> chosen,
        AnswerOutcome outcome,
        DateTimeOffset at
    )
    {
        Hash = hashShown ?? Hash;
        SelectedOptions = [.. chosen.Distinct().Order()];
        Outcome = outcome;
        AnsweredAt = at;
    }

    internal void CutOff() =>
        (OptionOrder, SelectedOptions, AnsweredAt, Outcome) = (null, null, null, null);
}

/// <summary>Where one obligation stands within an attempt that is not passed yet.</summary>
public sealed class ObligationStanding
{
    /// <summary>After how many misses the reasoning is shown in full.</summary>
    public const int MissesUntilExplained = 2;

    internal ObligationStanding(Guid attemptId, string obligationId) =>
        (AttemptId, ObligationId) = (attemptId, obligationId);

    /// <summary>The attempt.</summary>
    public Guid AttemptId { get; private init; }

    /// <summary>The obligation.</summary>
    public string ObligationId { get; private init; }

    /// <summary>How often a situation drawn for it was answered wrongly.</summary>
    public int Misses { get; private set; }

    /// <summary>Whether a situation that exercises it was answered right.</summary>
    public bool IsAnsweredRight { get; private set; }

    /// <summary>Whether the reasoning was shown in full.</summary>
    public bool IsExplained { get; private set; }

    /// <summary>Whether nothing more is asked about it.</summary>
    public bool IsSettled => IsAnsweredRight || IsExplained;

    internal void AnswerRight() => IsAnsweredRight = true;

    internal void Explain() => IsExplained = true;

    internal void Miss()
    {
        Misses++;
        IsExplained |= Misses >= MissesUntilExplained;
    }
}
