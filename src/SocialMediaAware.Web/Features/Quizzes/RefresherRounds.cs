using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>
/// Where a person stands with the refresher of an assignment. One round is the rule; when a major version came out after it, another
/// round draws what concerns the modules that moved on, and what was practised for the others stays.
/// </summary>
public sealed record RefresherRounds
{
    private RefresherRounds() { }

    /// <summary>The round to go on with, or the last one when all is passed; null when one can begin.</summary>
    public required QuizAttempt? Current { get; init; }

    /// <summary>A round for versions that moved on before anything was answered: the next one takes its place.</summary>
    public required QuizAttempt? Outdated { get; init; }

    /// <summary>The modules that no passed round is for in their version, with their situations.</summary>
    public required QuizSubject Open { get; init; }

    /// <summary>How many situations the next round draws.</summary>
    public required int Count { get; init; }

    /// <summary>The number of the next round.</summary>
    public required int NextRound { get; init; }

    /// <summary>Whether a round can begin.</summary>
    public bool CanBegin => Current is null;

    /// <summary>Looks at the rounds, with what they drew and are for.</summary>
    public static RefresherRounds Of(QuizSubject subject, IReadOnlyList<QuizAttempt> rounds)
    {
        bool IsPassed(Module module) =>
            rounds.Any(round =>
                round.PassedAt is not null && round.Refreshed.Any(each => each.Is(module))
            );

        var open = subject.Only(module => !IsPassed(module));
        var last = rounds.MaxBy(round => round.Major);
        var running = last is { PassedAt: null } ? last : null;
        var isOutdated =
            running is not null
            && running.Drawn.All(each => !each.IsAnswered)
            && !open.Modules.All(module => running.Refreshed.Any(each => each.Is(module)));
        var isFirst = rounds.All(round => round.PassedAt is null);
        return new RefresherRounds
        {
            Current =
                isOutdated ? null
                : running is not null ? running
                : open.Modules.Count == 0 ? last
                : null,
            Outdated = isOutdated ? running : null,
            Open = open,
            Count = isFirst
                ? RefresherDraw.Count
                : Math.Min(RefresherDraw.Count, open.Modules.Count),
            NextRound = (last?.Major ?? 0) + 1,
        };
    }
}
