using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reminders.Keeping;
using SocialMediaAware.Web.Features.Settings;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Web.Features.Reminders.Watching;

/// <summary>An alarm as pages show it.</summary>
/// <param name="Agency">The agency's short name.</param>
/// <param name="Day">The day.</param>
/// <param name="Expected">How many people should have got a mail.</param>
/// <param name="EndedAt">When the first one went out after all (UTC); null where none has.</param>
/// <param name="Mailed">How many people were told by mail.</param>
public sealed record MailAlarmLine(
    string Agency,
    DateOnly Day,
    int Expected,
    DateTimeOffset? EndedAt,
    int Mailed
);

/// <summary>How the sending of mail stands, for whoever looks after it.</summary>
public sealed record MailStanding
{
    /// <summary>Whose mail is kept back on purpose.</summary>
    public IReadOnlyList<MailHoldLine> Holds { get; init; } = [];

    /// <summary>The alarms of the last days, the newest first.</summary>
    public IReadOnlyList<MailAlarmLine> Alarms { get; init; } = [];

    /// <summary>Today, in New Zealand.</summary>
    public DateOnly Today { get; init; }

    /// <summary>For how long the portal has done nothing by itself; null while it works.</summary>
    public TimeSpan? StoodStillFor { get; init; }

    /// <summary>When a mail last went out (UTC); null when none ever did.</summary>
    public DateTimeOffset? LastSentAt { get; init; }

    /// <summary>When the delivery last had trouble (UTC), as far as this process knows; null when it had none since.</summary>
    public DateTimeOffset? TroubleAt { get; init; }

    /// <summary>What trouble, in words.</summary>
    public string Trouble { get; init; } = "";

    /// <summary>The alarms of today that stand.</summary>
    public IEnumerable<MailAlarmLine> Standing =>
        Alarms.Where(alarm => alarm.Day == Today && alarm.EndedAt is null);
}

/// <summary>Reads how the sending of mail stands.</summary>
public sealed class MailStandingReading(
    PortalDbContext database,
    MailHoldsReading holds,
    Clockwork clockwork,
    MailDeliveryState delivery,
    TimeProvider clock
)
{
    private const int DaysOfAlarms = 14;

    /// <summary>All of it, for some agencies.</summary>
    public async Task<MailStanding> ReadAsync(
        Guid[] agencyIds,
        CancellationToken cancellationToken
    ) =>
        (await ReadBrieflyAsync(agencyIds, cancellationToken)) with
        {
            Holds = await holds.ReadAsync(agencyIds, cancellationToken),
            LastSentAt = await database
                .OutboxMessages.ShownToHumanResources()
                .Where(message =>
                    message.State == OutboxState.Sent && agencyIds.Contains(message.AgencyId)
                )
                .OrderByDescending(message => message.StateAt)
                .Select(message => (DateTimeOffset?)message.StateAt)
                .FirstOrDefaultAsync(cancellationToken),
            TroubleAt = delivery.IsInTrouble ? delivery.LastProblemAt : null,
            Trouble = delivery.IsInTrouble ? delivery.LastProblem : "",
        };

    /// <summary>What somebody should see at once: the alarms, and whether the portal does anything by itself.</summary>
    public async Task<MailStanding> ReadBrieflyAsync(
        Guid[] agencyIds,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var since = today.AddDays(-DaysOfAlarms);
        return new()
        {
            Today = today,
            Alarms = await database
                .MailAlarms.Where(alarm => alarm.Day > since && agencyIds.Contains(alarm.AgencyId))
                .OrderByDescending(alarm => alarm.Day)
                .ThenBy(alarm => alarm.AgencyId)
                .Select(alarm => new MailAlarmLine(
                    database
                        .Agencies.Where(agency => agency.Id == alarm.AgencyId)
                        .Select(agency => agency.ShortName)
                        .Single(),
                    alarm.Day,
                    alarm.Expected,
                    alarm.EndedAt,
                    alarm.Mailed
                ))
                .ToListAsync(cancellationToken),
            StoodStillFor = clockwork.StandsStill ? clockwork.Silence : null,
        };
    }
}
