namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>
/// The one reminder mail that a person gets on a day of theirs. It stands above agencies, as the person does: somebody who works in
/// two gets one mail.
/// </summary>
public sealed class ReminderDigest
{
    private ReminderDigest() { }

    /// <summary>Whose it is.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>The date where they are.</summary>
    public DateOnly LocalDate { get; private init; }

    /// <summary>The mail.</summary>
    public Guid MessageId { get; private init; }

    /// <summary>Whether it has a leader's part, which comes once a week.</summary>
    public bool HasLeaderPart { get; private init; }

    /// <summary>Whether it has HR's part, which comes once a week.</summary>
    public bool HasHumanResourcesPart { get; private init; }

    /// <summary>When it was decided (UTC).</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Records a digest.</summary>
    public static ReminderDigest Record(
        Guid personId,
        DateOnly localDate,
        Guid messageId,
        bool hasLeaderPart,
        bool hasHumanResourcesPart,
        DateTimeOffset at
    ) =>
        new()
        {
            PersonId = personId,
            LocalDate = localDate,
            MessageId = messageId,
            HasLeaderPart = hasLeaderPart,
            HasHumanResourcesPart = hasHumanResourcesPart,
            At = at,
        };
}
