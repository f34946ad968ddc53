using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>An answer as the page sends it. It says what it answers, so that a late form is noticed.</summary>
/// <param name="AttemptId">The attempt that the page showed.</param>
/// <param name="Position">The situation's place in it.</param>
/// <param name="HashShown">The hash of the text that the page showed, in hexadecimal.</param>
/// <param name="Options">The indexes of the options chosen.</param>
public sealed record GivenAnswer(
    Guid AttemptId,
    int Position,
    string HashShown,
    IReadOnlyList<int> Options
)
{
    /// <summary>An answer as the form of a situation sends it. What is no option is none of the situation's.</summary>
    public static GivenAnswer Read(
        Guid attemptId,
        int position,
        string? shown,
        IEnumerable<string> options
    ) => new(attemptId, position, shown ?? "", [.. options.Select(IndexOf)]);

    private static int IndexOf(string option) =>
        int.TryParse(option, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : -1;
}

/// <summary>What became of an answer.</summary>
public enum AnswerReceipt
{
    /// <summary>It was recorded.</summary>
    Recorded,

    /// <summary>This situation was answered before; that answer stands.</summary>
    AnsweredBefore,

    /// <summary>The form was from an earlier attempt or another place in it.</summary>
    OutOfDate,

    /// <summary>The situation's text changed after the page was shown.</summary>
    TextChanged,

    /// <summary>Nothing that can be chosen was chosen.</summary>
    NothingChosen,

    /// <summary>Several were chosen where one is asked for.</summary>
    TooManyChosen,
}

/// <summary>An answer with what is needed to show its feedback, also after it was cut off from the person.</summary>
public sealed record AnsweredSituation(
    int Position,
    string ScenarioSlug,
    string HashHex,
    string ObligationId,
    IReadOnlyList<int> OptionOrder,
    IReadOnlyList<int> Chosen,
    AnswerOutcome Outcome
)
{
    /// <summary>What was recorded; null for a situation that has no answer, or no longer.</summary>
    public static AnsweredSituation? Of(DrawnScenario drawn) =>
        drawn.Outcome is { } outcome
            ? new(
                drawn.Position,
                drawn.ScenarioSlug,
                Convert.ToHexStringLower(drawn.Hash),
                drawn.ObligationId,
                drawn.OptionOrder ?? [],
                drawn.SelectedOptions ?? [],
                outcome
            )
            : null;
}

/// <summary>What became of an answer, and what to show.</summary>
/// <param name="Receipt">What became of it.</param>
/// <param name="Answered">The recorded answer; null unless it was recorded now.</param>
/// <param name="IsPassed">Whether the attempt was passed with it.</param>
public sealed record AnsweringResult(
    AnswerReceipt Receipt,
    AnsweredSituation? Answered = null,
    bool IsPassed = false
)
{
    /// <summary>The key of a sentence about a form that came late; null for an answer that was recorded.</summary>
    public string? NoticeKey => Receipt == AnswerReceipt.Recorded ? null : Receipt.ToString();
}

/// <summary>A person answers a situation.</summary>
public sealed class Answering(PortalDbContext database, TimeProvider clock, Concluding concluding)
{
    private const int Tries = 3;

    /// <summary>Records one answer in one transaction, with what follows from it. Never records a situation twice.</summary>
    public async Task<AnsweringResult> AnswerAsync(
        Assignment assignment,
        QuizSubject subject,
        GivenAnswer given,
        CancellationToken cancellationToken
    )
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await AnswerOnceAsync(assignment, subject, given, cancellationToken);
            }
            catch (DbUpdateException) when (tried < Tries)
            {
                // Another tab was quicker, by a moment that only PostgreSQL allows: look again at what it left.
                database.ChangeTracker.Clear();
            }
        }
    }

    private async Task<AnsweringResult> AnswerOnceAsync(
        Assignment assignment,
        QuizSubject subject,
        GivenAnswer given,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        var attempt = await database
            .QuizAttempts.Of(assignment.PersonId, assignment.Id)
            .At(subject)
            .Include(each => each.Drawn)
            .Include(each => each.Refreshed)
            .Include(each => each.Standings)
            .AsSplitQuery()
            .SingleOrDefaultAsync(each => each.Id == given.AttemptId, cancellationToken);
        if (attempt?.Current is not { } current || current.Position != given.Position)
        {
            var before = attempt?.Drawn.FirstOrDefault(each => each.Position == given.Position);
            return new(
                before is { IsAnswered: true }
                    ? AnswerReceipt.AnsweredBefore
                    : AnswerReceipt.OutOfDate
            );
        }

        var at = clock.GetUtcNow();
        var scenario = subject.FindScenario(current.ScenarioSlug);
        if (scenario is null)
        {
            attempt.GoPast(at);
        }
        else if (Refusal(scenario, given) is { } refusal)
        {
            return new(refusal);
        }
        else
        {
            attempt.Answer(scenario, given.Options, at);
        }

        var answered = AnsweredSituation.Of(current);
        var isPassed = await concluding.GoOnAsync(
            attempt,
            current,
            assignment,
            subject,
            at,
            cancellationToken
        );
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return scenario is null
            ? new(AnswerReceipt.OutOfDate)
            : new(AnswerReceipt.Recorded, answered, isPassed);
    }

    private static AnswerReceipt? Refusal(Scenario scenario, GivenAnswer given) =>
        given.HashShown != scenario.HashHex ? AnswerReceipt.TextChanged
        : given.Options.Count == 0 || given.Options.Any(index => !Exists(scenario, index))
            ? AnswerReceipt.NothingChosen
        : scenario.Kind == ScenarioKind.One && given.Options.Distinct().Count() > 1
            ? AnswerReceipt.TooManyChosen
        : null;

    private static bool Exists(Scenario scenario, int index) =>
        scenario.Options.Any(option => option.Index == index);
}
