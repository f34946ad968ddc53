using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>The quiz of whoever asks: what is done in it is done only while its entrance is open.</summary>
public sealed class OwnQuiz(
    QuizEntrance entrances,
    Starting starting,
    Answering answering,
    SignedIn signedIn
)
{
    /// <summary>Looks at the entrance; it is missing for an account that is no person.</summary>
    /// <param name="assignmentId">The assignment.</param>
    /// <param name="moduleSlug">The module; null for the refresher of the assignment.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Entrance> EnterAsync(
        Guid assignmentId,
        string? moduleSlug,
        CancellationToken cancellationToken
    ) =>
        signedIn.PersonId is { } personId
            ? await entrances.ReadAsync(personId, assignmentId, moduleSlug, cancellationToken)
            : new Entrance(EntranceState.Missing);

    /// <summary>Starts it.</summary>
    public Task StartAsync(Entrance entrance, CancellationToken cancellationToken) =>
        entrance.State == EntranceState.Open
            ? starting.StartAsync(entrance.Assignment!, entrance.Subject!, cancellationToken)
            : Task.CompletedTask;

    /// <summary>Takes an answer; one that comes after the entrance was closed is out of date.</summary>
    public async Task<AnsweringResult> AnswerAsync(
        Entrance entrance,
        GivenAnswer given,
        CancellationToken cancellationToken
    ) =>
        entrance.State == EntranceState.Open
            ? await answering.AnswerAsync(
                entrance.Assignment!,
                entrance.Subject!,
                given,
                cancellationToken
            )
            : new AnsweringResult(AnswerReceipt.OutOfDate);
}
