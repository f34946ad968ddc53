using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Reminders.Telling;

/// <summary>A kind of thing that waits for somebody, and how they are told.</summary>
/// <param name="Name">Its name, in the keys of mails and of words.</param>
/// <param name="Template">The template of the mail.</param>
/// <param name="Link">Where the mail's button leads.</param>
public sealed record WaitingKind(string Name, MailTemplateKind Template, string Link)
{
    /// <summary>A question, for the integrity adviser.</summary>
    public static readonly WaitingKind Question = new(
        "question",
        MailTemplateKind.WaitingForAdviser,
        "/questions"
    );

    /// <summary>A question that nobody has answered for five working days, for the deputy.</summary>
    public static readonly WaitingKind LateQuestion = Question with { Name = "late-question" };

    /// <summary>Somebody does not agree, for HR's contact.</summary>
    public static readonly WaitingKind Disagreement = new(
        "disagreement",
        MailTemplateKind.Waiting,
        "/questions/not-agreeing"
    );

    /// <summary>Somebody asks for more time, for who leads them.</summary>
    public static readonly WaitingKind MoreTimeInTeam = new(
        "more-time-in-team",
        MailTemplateKind.Waiting,
        "/team/more-time"
    );

    /// <summary>Somebody whom nobody leads asks for more time, for HR.</summary>
    public static readonly WaitingKind MoreTimeInAgency = new(
        "more-time-in-agency",
        MailTemplateKind.Waiting,
        "/people/more-time"
    );

    /// <summary>Somebody says that something held on them is wrong, for HR.</summary>
    public static readonly WaitingKind Correction = new(
        "correction",
        MailTemplateKind.Waiting,
        "/people/corrections"
    );
}

/// <summary>Something that waits for somebody. It does not say whose it is: no mail does.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="AgencyId">In which agency.</param>
/// <param name="ReaderId">The person for whom it waits.</param>
/// <param name="Since">Since when (UTC).</param>
public sealed record WaitingThing(
    WaitingKind Kind,
    Guid AgencyId,
    Guid ReaderId,
    DateTimeOffset Since
);

/// <summary>A room in which things wait for somebody.</summary>
public interface IWaitingThings
{
    /// <summary>All that waits now. The caller stands outside the walls.</summary>
    Task<IReadOnlyList<WaitingThing>> FindAsync(CancellationToken cancellationToken);
}
