using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.MoreTime;

/// <summary>In which part somebody answered a request for more time.</summary>
public enum AnswererPart
{
    /// <summary>They lead the person, or whoever does in a leader's place.</summary>
    Leader,

    /// <summary>They are HR of the agency.</summary>
    HumanResources,
}

/// <summary>
/// Somebody asks for more time for one assignment, and their leader or HR answers. One waits for an answer at a time; none is ever
/// deleted.
/// </summary>
public sealed class TimeRequest : IBelongsToAgency
{
    /// <summary>Longest reason, and longest words of an answer.</summary>
    public const int WordsLength = 500;

    private TimeRequest() { }

    /// <summary>Its id: that of the form it came with, so that a form sent twice is one request.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>What it is for.</summary>
    public Guid AssignmentId { get; private init; }

    /// <summary>Who asks.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>Until when they ask for time.</summary>
    public DateOnly Until { get; private init; }

    /// <summary>Why, in their words. Whoever may answer reads it, and nobody else.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>When it was asked (UTC).</summary>
    public DateTimeOffset AskedAt { get; private init; }

    /// <summary>When it was answered (UTC); null before.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The account that answered.</summary>
    public Guid? AnsweredByAccountId { get; private set; }

    /// <summary>In which part they answered; null before.</summary>
    public AnswererPart? AnsweredAs { get; private set; }

    /// <summary>Until when time was given, which may be another day than was asked; null when none was.</summary>
    public DateOnly? GrantedUntil { get; private set; }

    /// <summary>The words of the answer; may be empty where time was given.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>When the person took it back (UTC).</summary>
    public DateTimeOffset? TakenBackAt { get; private set; }

    /// <summary>When the person first saw the answer (UTC).</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>Grows with each change, so that of two answers given at once one counts.</summary>
    public int Version { get; private set; }

    /// <summary>Whether it waits for an answer.</summary>
    public bool Waits => AnsweredAt is null && TakenBackAt is null;

    /// <summary>Asks.</summary>
    public static TimeRequest Ask(
        Guid form,
        Guid agencyId,
        Guid assignmentId,
        Guid personId,
        DateOnly until,
        string reason,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = form,
            AgencyId = agencyId,
            AssignmentId = assignmentId,
            PersonId = personId,
            Until = until,
            Reason = reason,
            AskedAt = at,
        };

    /// <summary>Answers.</summary>
    /// <param name="grantedUntil">Until when time is given; null when none is.</param>
    /// <param name="words">What the person is told.</param>
    /// <param name="byAccountId">Who answers.</param>
    /// <param name="part">In which part.</param>
    /// <param name="at">When (UTC).</param>
    /// <exception cref="InvalidOperationException">It does not wait for an answer.</exception>
    /// <exception cref="ArgumentException">Nothing is given, and nothing is said.</exception>
    public void AnswerWith(
        DateOnly? grantedUntil,
        string words,
        Guid byAccountId,
        AnswererPart part,
        DateTimeOffset at
    )
    {
        if (!Waits)
        {
            throw new InvalidOperationException("It was answered or taken back before.");
        }

        if (grantedUntil is null && words.Length == 0)
        {
            throw new ArgumentException("Who is given no time is told why.", nameof(words));
        }

        (GrantedUntil, Answer, AnsweredAs) = (grantedUntil, words, part);
        (AnsweredByAccountId, AnsweredAt) = (byAccountId, at);
        Version++;
    }

    /// <summary>The person takes it back. After an answer this changes nothing.</summary>
    public void TakeBack(DateTimeOffset at)
    {
        if (Waits)
        {
            TakenBackAt = at;
            Version++;
        }
    }

    /// <summary>The person sees the answer.</summary>
    public void See(DateTimeOffset at)
    {
        if (AnsweredAt is not null && SeenAt is null)
        {
            SeenAt = at;
            Version++;
        }
    }
}
