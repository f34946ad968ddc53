using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Learning;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>What the page of a quiz shows.</summary>
public abstract record QuizScreen;

/// <summary>Some sections are still to be opened.</summary>
public sealed record ReadFirstScreen(SectionLink Section) : QuizScreen;

/// <summary>Before the start.</summary>
public sealed record StartScreen(int Count, bool IsRefresher = false, bool IsAnotherRound = false)
    : QuizScreen;

/// <summary>A situation to answer.</summary>
public sealed record QuestionScreen(
    Guid AttemptId,
    int Position,
    int Count,
    Scenario Scenario,
    IReadOnlyList<ScenarioOption> Options
) : QuizScreen
{
    /// <summary>What was chosen in a form that could not be taken.</summary>
    public IReadOnlyList<int> Chosen { get; init; } = [];

    /// <summary>The key of what to mend in the form; null when nothing is.</summary>
    public string? ErrorKey { get; init; }
}

/// <summary>A situation that was drawn, but whose text is no longer there.</summary>
public sealed record GoneScreen(Guid AttemptId, int Position, int Count) : QuizScreen;

/// <summary>A situation with the answer and its feedback.</summary>
/// <param name="Answer">What was answered.</param>
/// <param name="Count">How many situations there are now.</param>
/// <param name="Scenario">The situation; null when its text is no longer the one that was answered.</param>
/// <param name="Obligation">What the situation was drawn for, in plain words.</param>
/// <param name="Section">Where that is taught.</param>
/// <param name="IsLast">Whether nothing is left to answer.</param>
/// <param name="SignAddress">Where to sign at once: nothing was missed, and only the signature is left; null otherwise.</param>
public sealed record AnsweredScreen(
    AnsweredSituation Answer,
    int Count,
    Scenario? Scenario,
    string? Obligation,
    SectionLink? Section,
    bool IsLast,
    string? SignAddress = null
) : QuizScreen;

/// <summary>The end of the quiz.</summary>
/// <param name="Count">How many situations there were.</param>
/// <param name="ReadAgain">What was missed on the way, in plain words, and where it is taught.</param>
/// <param name="NextModule">The module of the assignment to go on with; null when all are practised.</param>
/// <param name="SignAddress">Where to sign; null while something else is to be done.</param>
public sealed record ResultScreen(
    int Count,
    IReadOnlyList<(string Obligation, SectionLink? Section)> ReadAgain,
    Module? NextModule,
    string? SignAddress
) : QuizScreen;

/// <summary>A section to read.</summary>
public sealed record SectionLink(string Href, string Heading)
{
    /// <summary>The address of a section as it is read for an assignment.</summary>
    public static SectionLink To(Section section, string moduleSlug, Guid assignmentId) =>
        new($"/learning/{moduleSlug}/{section.Id}?assignment={assignmentId}", section.Heading);
}

/// <summary>Finds what the page of a quiz shows. It writes nothing.</summary>
public sealed class QuizScreens(
    PortalDbContext database,
    ContentStore content,
    AssignmentPaths paths
)
{
    /// <summary>What to show now.</summary>
    /// <param name="entrance">The entrance, open or with sections still to read.</param>
    /// <param name="position">An answered situation to look at again; null for where the person is.</param>
    /// <param name="justAnswered">The last answer of an attempt that was passed with it; null otherwise.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<QuizScreen> FindAsync(
        Entrance entrance,
        int? position,
        AnsweredSituation? justAnswered,
        CancellationToken cancellationToken
    )
    {
        if (entrance.ReadNext is { } section)
        {
            return new ReadFirstScreen(section);
        }

        var (attempt, start) = await FindAttemptAsync(entrance, cancellationToken);
        if (attempt is null)
        {
            return start;
        }

        var shown = attempt.Drawn.FirstOrDefault(each => each.Position == position);
        var answered = shown is null ? null : AnsweredSituation.Of(shown);
        if (attempt.PassedAt is not null && justAnswered?.Position == position)
        {
            answered = justAnswered;
        }

        return answered is not null
                ? await AnsweredAsync(answered, attempt, entrance, cancellationToken)
            : attempt.Current is { } current ? Question(attempt, current, entrance.Subject!)
            : await ResultAsync(attempt, entrance, cancellationToken);
    }

    private async Task<(QuizAttempt? Attempt, StartScreen Start)> FindAttemptAsync(
        Entrance entrance,
        CancellationToken cancellationToken
    )
    {
        var subject = entrance.Subject!;
        var attempts = await database
            .QuizAttempts.Of(entrance.Assignment!.PersonId, entrance.Assignment.Id)
            .At(subject)
            .AsNoTracking()
            .Include(each => each.Drawn)
            .Include(each => each.Refreshed)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        if (!subject.IsRefresher)
        {
            return (attempts.SingleOrDefault(), new StartScreen(subject.Modules[0].Quiz.Draw));
        }

        var rounds = RefresherRounds.Of(subject, attempts);
        return (
            rounds.Current,
            new StartScreen(
                rounds.Count,
                IsRefresher: true,
                IsAnotherRound: rounds.NextRound > 1 && rounds.Outdated is null
            )
        );
    }

    private async Task<AnsweredScreen> AnsweredAsync(
        AnsweredSituation answer,
        QuizAttempt attempt,
        Entrance entrance,
        CancellationToken cancellationToken
    )
    {
        var end = attempt is { IsRefresher: true, PassedAt: not null }
            ? await ResultAsync(attempt, entrance, cancellationToken)
            : null;
        var scenario = entrance.Subject!.FindScenario(answer.ScenarioSlug);
        return new AnsweredScreen(
            answer,
            attempt.Drawn.Count,
            scenario?.HashHex == answer.HashHex ? scenario : null,
            content.Library.Obligations.GetValueOrDefault(answer.ObligationId)?.Statement,
            FindSection(answer.ObligationId, entrance, scenario?.ModuleSlug),
            attempt.Current is null,
            end is { ReadAgain.Count: 0 } ? end.SignAddress : null
        );
    }

    private static QuizScreen Question(
        QuizAttempt attempt,
        DrawnScenario current,
        QuizSubject subject
    )
    {
        if (subject.FindScenario(current.ScenarioSlug) is not { } scenario)
        {
            return new GoneScreen(attempt.Id, current.Position, attempt.Drawn.Count);
        }

        // A text that was rewritten since the draw may have more options or fewer: then they stand as they are written.
        var places = (current.OptionOrder ?? []).ToList();
        return new QuestionScreen(
            attempt.Id,
            current.Position,
            attempt.Drawn.Count,
            scenario,
            [.. scenario.Options.OrderBy(option => places.IndexOf(option.Index))]
        );
    }

    private async Task<ResultScreen> ResultAsync(
        QuizAttempt attempt,
        Entrance entrance,
        CancellationToken cancellationToken
    )
    {
        var moduleSlugs = entrance.Subject!.ModuleSlugs;
        var missed = await database
            .ObligationsMissed.Where(each =>
                each.PersonId == attempt.PersonId
                && moduleSlugs.Contains(each.ModuleSlug)
                && each.LastMissedAt == attempt.PassedAt
            )
            .Select(each => new { each.ObligationId, each.ModuleSlug })
            .ToListAsync(cancellationToken);
        var obligations = content.Library.Obligations;
        var path = await paths.ReadAsync(attempt.PersonId, attempt.AssignmentId, cancellationToken);
        return new ResultScreen(
            attempt.Drawn.Count,
            [
                .. missed
                    .Where(each => obligations.ContainsKey(each.ObligationId))
                    .OrderBy(each => each.ObligationId, StringComparer.Ordinal)
                    .Select(each =>
                        (
                            obligations[each.ObligationId].Statement,
                            FindSection(each.ObligationId, entrance, each.ModuleSlug)
                        )
                    ),
            ],
            path?.Modules.FirstOrDefault(part =>
                part.Refreshed is null && !part.Quiz.IsPassed
            )?.Module,
            path is { IsReadyToSign: true } ? path.NextStep!.Address : null
        );
    }

    private static SectionLink? FindSection(
        string obligationId,
        Entrance entrance,
        string? moduleSlug
    ) =>
        entrance
            .Subject!.Modules.OrderBy(module => module.Slug == moduleSlug ? 0 : 1)
            .SelectMany(module =>
                module
                    .Sections.Where(section => section.TeachesObligationIds.Contains(obligationId))
                    .Select(section =>
                        SectionLink.To(section, module.Slug, entrance.Assignment!.Id)
                    )
            )
            .FirstOrDefault();
}
