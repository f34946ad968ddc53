using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>On a day mail was expected in an agency, and by ten o'clock none had gone out. There is one a day at most.</summary>
public sealed class MailAlarm : IBelongsToAgency
{
    private MailAlarm() { }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The day in New Zealand.</summary>
    public DateOnly Day { get; private init; }

    /// <summary>How many people should have got a mail.</summary>
    public int Expected { get; private init; }

    /// <summary>When it was raised (UTC).</summary>
    public DateTimeOffset RaisedAt { get; private init; }

    /// <summary>When telling of it by mail was begun (UTC); null before. Begun once, so that nobody is told twice.</summary>
    public DateTimeOffset? MailedAt { get; private init; }

    /// <summary>How many people were told by mail.</summary>
    public int Mailed { get; private init; }

    /// <summary>When the first mail of the day went out after all (UTC); null while none has.</summary>
    public DateTimeOffset? EndedAt { get; private init; }

    /// <summary>Raises it.</summary>
    public static MailAlarm Raise(Guid agencyId, DateOnly day, int expected, DateTimeOffset at) =>
        new()
        {
            AgencyId = agencyId,
            Day = day,
            Expected = expected,
            RaisedAt = at,
        };
}
