using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reminders.Watching;

/// <summary>
/// Raises an alarm in an agency on a working day when reminders were expected and by ten o'clock none had gone out; once a day,
/// however many machines look. It ends the alarm when one goes out after all. Mail that is kept back on purpose raises none.
/// </summary>
public sealed partial class WatchMail(
    PortalDbContext database,
    ExpectedMail expected,
    TellingAlarm telling,
    WatchedDays watched,
    ContentStore content,
    TimeProvider clock,
    ILogger<WatchMail> logger
)
{
    private static readonly TimeSpan AfterMidnight = TimeSpan.FromHours(10);
    private static readonly TimeSpan TimeAfterRelease = TimeSpan.FromHours(1);

    /// <summary>Looks. The caller stands outside the walls.</summary>
    /// <returns>How many alarms were raised.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var tenOClock = TenOn(today);
        if (
            now < tenOClock
            || !new WorkingDayCalendar(content.Library.Holidays).IsWorkingDay(today, null)
        )
        {
            return 0;
        }

        var raised = await EndAsync(today, cancellationToken);
        var before = raised.Count;
        foreach (var agencyId in await SilentAsync(today, [.. raised], now, cancellationToken))
        {
            var people = await expected.CountAsync(agencyId, today, tenOClock, cancellationToken);
            if (people == 0)
            {
                watched.Settle(agencyId, today);
            }
            else if (await RaiseAsync(agencyId, today, people, cancellationToken))
            {
                raised.Add(agencyId);
            }
        }

        await telling.RunAsync(today, cancellationToken);
        return raised.Count - before;
    }

    // New Zealand's clocks are put forward and back before three in the morning of a Sunday.
    private static DateTimeOffset TenOn(DateOnly day) =>
        day.MorningInNewZealand() + (AfterMidnight - TimeSpan.FromHours(9));

    /// <summary>Ends the alarms of a day where mail has gone meanwhile.</summary>
    /// <returns>The agencies that have had their alarm on this day.</returns>
    private async Task<List<Guid>> EndAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var alarms = await database
            .MailAlarms.Where(alarm => alarm.Day == today)
            .Select(alarm => new { alarm.AgencyId, alarm.EndedAt })
            .ToListAsync(cancellationToken);
        foreach (var alarm in alarms.Where(alarm => alarm.EndedAt is null))
        {
            if (await FirstGoneAsync(alarm.AgencyId, today, cancellationToken) is { } at)
            {
                await using var transaction = await database.Database.BeginTransactionAsync(
                    cancellationToken
                );
                await database
                    .MailAlarms.Where(one =>
                        one.AgencyId == alarm.AgencyId && one.Day == today && one.EndedAt == null
                    )
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(one => one.EndedAt, at),
                        cancellationToken
                    );
                await transaction.CommitAsync(cancellationToken);
            }
        }

        return [.. alarms.Select(alarm => alarm.AgencyId)];
    }

    // Agencies in which nothing has gone, of which nothing is known yet, and whose mail nobody keeps back, or did so until a while ago.
    private async Task<List<Guid>> SilentAsync(
        DateOnly today,
        Guid[] withAlarm,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var since = now - TimeAfterRelease;
        var silent = new List<Guid>();
        foreach (
            var agencyId in await database
                .Agencies.Where(agency =>
                    !withAlarm.Contains(agency.Id)
                    && !database.MailHolds.Any(hold =>
                        hold.AgencyId == agency.Id
                        && (hold.ReleasedAt == null || hold.ReleasedAt > since)
                    )
                )
                .Select(agency => agency.Id)
                .ToListAsync(cancellationToken)
        )
        {
            if (watched.IsSettled(agencyId, today))
            {
                continue;
            }

            if (await FirstGoneAsync(agencyId, today, cancellationToken) is null)
            {
                silent.Add(agencyId);
            }
            else
            {
                watched.Settle(agencyId, today);
            }
        }

        return silent;
    }

    // A reminder of another agency may have spoken of this one too.
    private async Task<DateTimeOffset?> FirstGoneAsync(
        Guid agencyId,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var from = today.StartInNewZealand();
        return await database
            .OutboxMessages.Where(message =>
                message.State == OutboxState.Sent
                && message.StateAt >= from
                && message.Kind == MailKind.Reminder
                && (
                    message.AgencyId == agencyId
                    || (
                        message.IsAcrossAgencies
                        && message.Subjects.Any(subject =>
                            database.Assignments.Any(assignment =>
                                assignment.Id == subject.AssignmentId
                                && assignment.AgencyId == agencyId
                            )
                        )
                    )
                )
            )
            .OrderBy(message => message.StateAt)
            .Select(message => (DateTimeOffset?)message.StateAt)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<bool> RaiseAsync(
        Guid agencyId,
        DateOnly today,
        int people,
        CancellationToken cancellationToken
    )
    {
        try
        {
            database.Add(MailAlarm.Raise(agencyId, today, people, clock.GetUtcNow()));
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation())
        {
            // Another machine was first, and has said so.
            return false;
        }
        finally
        {
            database.ChangeTracker.Clear();
        }

        LogNoMail(logger, today, people, agencyId);
        return true;
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "No mail has gone out on {Day} by ten o'clock, and {People} people of agency {AgencyId} should have got one"
    )]
    private static partial void LogNoMail(ILogger logger, DateOnly day, int people, Guid agencyId);
}
