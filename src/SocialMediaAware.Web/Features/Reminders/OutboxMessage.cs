using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>How far a mail is.</summary>
public enum OutboxState
{
    /// <summary>It waits.</summary>
    Pending,

    /// <summary>A worker has taken it, for a time.</summary>
    Leased,

    /// <summary>It is being handed over: said before it begins, so that nobody can be wrong about it afterwards.</summary>
    HandingOff,

    /// <summary>It was handed over.</summary>
    Sent,

    /// <summary>It was refused for good.</summary>
    Failed,

    /// <summary>
    /// Nobody knows whether it was handed over. It is not sent again by itself: the next step heals it. Links to get in were tried
    /// again before, a few times.
    /// </summary>
    Uncertain,

    /// <summary>It was taken back before it was handed over: what it says is no longer so, or it came too late in the day.</summary>
    Withdrawn,
}

/// <summary>What a mail is for, and so when it may go and what an uncertain hand-over means. Kept in the database by name.</summary>
public enum MailKind
{
    /// <summary>The one reminder of a day. Uncertain, it is not sent again: the next step heals it.</summary>
    Reminder,

    /// <summary>Something happened that its reader waits for or should know. Uncertain, it is not sent again.</summary>
    Notice,

    /// <summary>A link to get in. Uncertain, it is sent again: getting it twice is better than not at all.</summary>
    Security,
}

/// <summary>
/// A mail on its way. It is written in the transaction that decides it, and from then on its state changes by conditional updates
/// only: <see cref="Outbox" />.
/// </summary>
public sealed class OutboxMessage : IBelongsToAgency
{
    /// <summary>Longest key.</summary>
    public const int KeyLength = 120;

    /// <summary>Longest explanation of what went wrong.</summary>
    public const int ProblemLength = 400;

    /// <summary>Longest name of a template.</summary>
    public const int TemplateLength = 40;

    /// <summary>What stands in the text in place of a link's secret: nobody but the reader ever sees the secret itself.</summary>
    public const string SecretPlace = "{{secret}}";

    /// <summary>Longest sealed secret.</summary>
    public const int SealedSecretLength = 400;

    private OutboxMessage() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The agency of what is most urgent in it.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>
    /// Whether it speaks of more than one agency. Nobody but its reader may see its text then: one agency is not told what
    /// somebody owes another.
    /// </summary>
    public bool IsAcrossAgencies { get; private init; }

    /// <summary>Who gets it.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>What it is, so that it is there once. It also makes the Message-ID.</summary>
    public string Key { get; private init; } = "";

    /// <summary>The Message-ID, without its angle brackets; the same at every attempt.</summary>
    public string MailId { get; private init; } = "";

    /// <summary>Who gets it, by name.</summary>
    public string ToName { get; private init; } = "";

    /// <summary>Where it goes.</summary>
    public string ToAddress { get; private init; } = "";

    /// <summary>Name and address as <see cref="SearchWords.Of" /> writes them, to be found by.</summary>
    public string FoundBy { get; private init; } = "";

    /// <summary>What it is for.</summary>
    public MailKind Kind { get; private init; }

    /// <summary>The template that it was written from.</summary>
    public string Template { get; private init; } = "";

    /// <summary>The secret of its link as <see cref="MailSeal" /> closes it; null without one, and as soon as it is no longer needed.</summary>
    public string? SealedSecret { get; private init; }

    /// <summary>Its subject.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>What it says, as plain text.</summary>
    public string Text { get; private init; } = "";

    /// <summary>What it says, as safe HTML without a frame.</summary>
    public string Html { get; private init; } = "";

    /// <summary>Its language, as <see cref="MailContent.Language" /> has it.</summary>
    public string Language { get; private init; } = MailContent.UsualLanguage;

    /// <summary>When it was written (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>The instant after which it is too late in the reader's day (UTC).</summary>
    public DateTimeOffset SendBefore { get; private init; }

    /// <summary>How far it is.</summary>
    public OutboxState State { get; private init; }

    /// <summary>When it may be tried (UTC): later than <see cref="CreatedAt" /> after an attempt that failed for now.</summary>
    public DateTimeOffset NotBefore { get; private init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; private init; }

    /// <summary>The worker's run that has taken it.</summary>
    public Guid? LeaseId { get; private init; }

    /// <summary>Until when it is taken (UTC).</summary>
    public DateTimeOffset? LeasedUntil { get; private init; }

    /// <summary>When its state last changed (UTC).</summary>
    public DateTimeOffset StateAt { get; private init; }

    /// <summary>What went wrong the last time; empty while nothing did. Never a part of the mail.</summary>
    public string Problem { get; private init; } = "";

    /// <summary>The assignments that it speaks of.</summary>
    public ICollection<OutboxSubject> Subjects { get; private init; } = [];

    /// <summary>Whether its link needs a secret, which nobody but its reader may see.</summary>
    public bool NeedsSecret =>
        SealedSecret is not null || Text.Contains(SecretPlace, StringComparison.Ordinal);

    /// <summary>The mail as it is handed over.</summary>
    /// <param name="settings">Who it comes from.</param>
    /// <param name="secret">The secret of its link; null leaves its place as it stands, for a page that shows the mail.</param>
    public MailMessage Mailed(MailSettings settings, string? secret = null) =>
        new(
            MailId,
            new MailParty(settings.FromName, settings.From),
            new MailParty(ToName, ToAddress),
            CreatedAt,
            new MailContent(Subject, With(secret, Text), With(secret, Html)) { Language = Language }
        );

    private static string With(string? secret, string text) =>
        secret is null ? text : text.Replace(SecretPlace, secret, StringComparison.Ordinal);

    /// <summary>Writes a mail that is no reminder.</summary>
    /// <param name="notice">What it is.</param>
    /// <param name="domain">The domain of the Message-ID.</param>
    /// <param name="to">Who gets it, by name and address.</param>
    /// <param name="content">What it says.</param>
    /// <param name="sealedSecret">The secret of its link, closed; null without one.</param>
    /// <param name="notBefore">When it may go.</param>
    /// <param name="sendBefore">The instant after which it is too late.</param>
    /// <param name="at">Now.</param>
    public static OutboxMessage Tell(
        Notice notice,
        string domain,
        MailParty to,
        MailContent content,
        string? sealedSecret,
        DateTimeOffset notBefore,
        DateTimeOffset sendBefore,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = notice.AgencyId,
            PersonId = notice.PersonId,
            Kind = notice.Kind,
            Template = notice.Template.Name,
            Key = notice.Key,
            MailId = MailIds.Of(notice.Key, domain),
            ToName = to.Name,
            ToAddress = to.Address,
            FoundBy = SearchWords.Of($"{to.Name} {to.Address}"),
            SealedSecret = sealedSecret,
            Subject = content.Subject,
            Text = content.Text,
            Html = content.Html,
            Language = content.Language,
            CreatedAt = at,
            NotBefore = notBefore,
            StateAt = at,
            SendBefore = sendBefore,
        };

    /// <summary>Writes a mail.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="agencyIds">The agencies that it speaks of, the most urgent first; one at least.</param>
    /// <param name="personId">Who gets it.</param>
    /// <param name="key">What it is.</param>
    /// <param name="domain">The domain of the Message-ID.</param>
    /// <param name="to">Who gets it, by name and address.</param>
    /// <param name="content">What it says.</param>
    /// <param name="assignmentIds">The assignments that it speaks of.</param>
    /// <param name="sendBefore">The instant after which it is too late.</param>
    /// <param name="at">Now.</param>
    public static OutboxMessage Write(
        Guid id,
        IReadOnlyList<Guid> agencyIds,
        Guid personId,
        string key,
        string domain,
        MailParty to,
        MailContent content,
        IEnumerable<Guid> assignmentIds,
        DateTimeOffset sendBefore,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = id,
            AgencyId = agencyIds[0],
            IsAcrossAgencies = agencyIds.Distinct().Skip(1).Any(),
            PersonId = personId,
            Kind = MailKind.Reminder,
            Template = MailTemplateKind.Digest.Name,
            Key = key,
            MailId = MailIds.Of(key, domain),
            ToName = to.Name,
            ToAddress = to.Address,
            FoundBy = SearchWords.Of($"{to.Name} {to.Address}"),
            Subject = content.Subject,
            Text = content.Text,
            Html = content.Html,
            Language = content.Language,
            CreatedAt = at,
            NotBefore = at,
            StateAt = at,
            SendBefore = sendBefore,
            Subjects =
            [
                .. assignmentIds
                    .Distinct()
                    .Select(assignmentId => new OutboxSubject(id, assignmentId)),
            ],
        };
}

/// <summary>An assignment that a mail speaks of: once it is signed, the mail is no longer true.</summary>
public sealed class OutboxSubject
{
    internal OutboxSubject(Guid messageId, Guid assignmentId) =>
        (MessageId, AssignmentId) = (messageId, assignmentId);

    /// <summary>The mail.</summary>
    public Guid MessageId { get; private init; }

    /// <summary>The assignment.</summary>
    public Guid AssignmentId { get; private init; }
}
