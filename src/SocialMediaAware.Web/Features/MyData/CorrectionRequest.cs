using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.MyData;

/// <summary>How HR answered somebody who said that something held on them is wrong.</summary>
public enum CorrectionOutcome
{
    /// <summary>It was corrected.</summary>
    Corrected,

    /// <summary>It was not corrected; the answer says why, and the person may attach a statement.</summary>
    NotCorrected,
}

/// <summary>
/// Somebody says that something held on them is wrong, and HR of their agency answers (Privacy Act 2020, principle 7). Where it is
/// not corrected, a statement of the correction sought stays with the record.
/// </summary>
public sealed class CorrectionRequest : IBelongsToAgency
{
    /// <summary>Longest text of a request, answer or statement.</summary>
    public const int TextLength = 4000;

    /// <summary>Longest name of a part of the record.</summary>
    public const int PartLength = 60;

    private CorrectionRequest() { }

    /// <summary>Its id: that of the form it came with, so that a form sent twice is one request.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>Who asks.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>The part of the record it is about: a key of <see cref="OwnTables" />; empty for another.</summary>
    public string Part { get; private init; } = "";

    /// <summary>What is wrong, in their words.</summary>
    public string Text { get; private init; } = "";

    /// <summary>When it was asked (UTC).</summary>
    public DateTimeOffset AskedAt { get; private init; }

    /// <summary>How it was answered; null before.</summary>
    public CorrectionOutcome? Outcome { get; private set; }

    /// <summary>The answer; empty before.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>When it was answered (UTC).</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The account that answered.</summary>
    public Guid? AnsweredByAccountId { get; private set; }

    /// <summary>When the person first saw the answer (UTC).</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>The person's statement of the correction sought, which stays with the record; empty without one.</summary>
    public string Statement { get; private set; } = "";

    /// <summary>When the statement was attached (UTC).</summary>
    public DateTimeOffset? StatedAt { get; private set; }

    /// <summary>Grows with each change, so that of two answers given at once one counts.</summary>
    public int Version { get; private set; }

    /// <summary>Whether a statement can be attached: it was not corrected, and there is none.</summary>
    public bool TakesStatement =>
        Outcome == CorrectionOutcome.NotCorrected && Statement.Length == 0;

    /// <summary>Asks.</summary>
    public static CorrectionRequest Ask(
        Guid form,
        Guid agencyId,
        Guid personId,
        string part,
        string text,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = form,
            AgencyId = agencyId,
            PersonId = personId,
            Part = part,
            Text = text,
            AskedAt = at,
        };

    /// <summary>Answers.</summary>
    /// <exception cref="InvalidOperationException">It was answered before.</exception>
    public void AnswerWith(
        CorrectionOutcome outcome,
        string answer,
        Guid byAccountId,
        DateTimeOffset at
    )
    {
        if (AnsweredAt is not null)
        {
            throw new InvalidOperationException("It was answered before.");
        }

        (Outcome, Answer, AnsweredByAccountId, AnsweredAt) = (outcome, answer, byAccountId, at);
        Version++;
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

    /// <summary>Attaches a statement.</summary>
    /// <exception cref="InvalidOperationException">It takes none.</exception>
    public void Attach(string statement, DateTimeOffset at)
    {
        if (!TakesStatement)
        {
            throw new InvalidOperationException("A statement is for what was not corrected.");
        }

        (Statement, StatedAt) = (statement, at);
        Version++;
    }
}
