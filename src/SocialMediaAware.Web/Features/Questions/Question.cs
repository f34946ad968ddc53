using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>Where a question stands.</summary>
public enum QuestionState
{
    /// <summary>It waits for an adviser.</summary>
    Waiting,

    /// <summary>An adviser had the last word.</summary>
    Answered,

    /// <summary>The person needed no answer any more.</summary>
    Closed,
}

/// <summary>
/// Something that keeps a person from signing, asked of the integrity adviser and nobody else. While it waits, the due date waits.
/// </summary>
public sealed class Question : IBelongsToAgency
{
    private Question() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>Who asks.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>The assignment that waits for the answer; null for a question outside of one.</summary>
    public Guid? AssignmentId { get; private init; }

    /// <summary>The module it is about, where it was asked there.</summary>
    public string? ModuleSlug { get; private init; }

    /// <summary>The section it is about, where it was asked there.</summary>
    public string? SectionId { get; private init; }

    /// <summary>When it was asked (UTC).</summary>
    public DateTimeOffset AskedAt { get; private init; }

    /// <summary>Since when it waits for an adviser (UTC); null while it does not.</summary>
    public DateTimeOffset? WaitingSince { get; private set; }

    /// <summary>What was written, the oldest first.</summary>
    public ICollection<QuestionMessage> Messages { get; private init; } = [];

    /// <summary>Where it stands; its messages must be there. <see cref="QuestionQueries.AsLines" /> says the same to the database.</summary>
    public QuestionState State =>
        WaitingSince is not null ? QuestionState.Waiting
        : Messages.Any(answer =>
            !answer.IsFromAsker && !Messages.Any(later => later.IsFromAsker && later.At > answer.At)
        )
            ? QuestionState.Answered
        : QuestionState.Closed;

    /// <summary>Whether one side, the person or the advisers, has written exactly this.</summary>
    public bool Says(string text, bool isFromAsker) =>
        Messages.Any(message => message.IsFromAsker == isFromAsker && message.Text == text);

    /// <summary>Asks.</summary>
    /// <param name="form">The form it came with: sent twice, it is one question.</param>
    /// <param name="agencyId">The agency whose adviser answers.</param>
    /// <param name="personId">Who asks.</param>
    /// <param name="assignmentId">The assignment that waits.</param>
    /// <param name="moduleSlug">The module it is about.</param>
    /// <param name="sectionId">The section it is about.</param>
    /// <param name="text">The question.</param>
    /// <param name="at">When (UTC).</param>
    public static Question Ask(
        Guid form,
        Guid agencyId,
        Guid personId,
        Guid? assignmentId,
        string? moduleSlug,
        string? sectionId,
        string text,
        DateTimeOffset at
    )
    {
        var question = new Question
        {
            Id = form,
            AgencyId = agencyId,
            PersonId = personId,
            AssignmentId = assignmentId,
            ModuleSlug = moduleSlug,
            SectionId = sectionId,
            AskedAt = at,
            WaitingSince = at,
        };
        question.Messages.Add(QuestionMessage.Write(form, form, isFromAsker: true, text, at));
        return question;
    }

    /// <summary>The person asks further: it waits again.</summary>
    public void AskFurther(Guid form, string text, DateTimeOffset at)
    {
        Messages.Add(QuestionMessage.Write(form, Id, isFromAsker: true, text, at));
        WaitingSince ??= at;
    }

    /// <summary>An adviser answers: it waits no more.</summary>
    public void Answer(Guid form, string text, DateTimeOffset at)
    {
        Messages.Add(QuestionMessage.Write(form, Id, isFromAsker: false, text, at));
        WaitingSince = null;
    }

    /// <summary>The person needs no answer any more.</summary>
    public void Withdraw() => WaitingSince = null;
}

/// <summary>One message of a question. It is read by the person and the agency's integrity advisers, and quoted nowhere.</summary>
public sealed class QuestionMessage
{
    /// <summary>Longest message.</summary>
    public const int TextLength = 4000;

    private QuestionMessage() { }

    /// <summary>Its id: that of the form it came with, so that a form sent twice is one message.</summary>
    public Guid Id { get; private init; }

    /// <summary>The question it belongs to.</summary>
    public Guid QuestionId { get; private init; }

    /// <summary>Whether the person who asks wrote it; otherwise an adviser did.</summary>
    public bool IsFromAsker { get; private init; }

    /// <summary>What was written.</summary>
    public string Text { get; private init; } = "";

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private init; }

    internal static QuestionMessage Write(
        Guid form,
        Guid questionId,
        bool isFromAsker,
        string text,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = form,
            QuestionId = questionId,
            IsFromAsker = isFromAsker,
            Text = text,
            At = at,
        };
}
