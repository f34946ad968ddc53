using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reminders.Watching;

/// <summary>
/// Counts the people of an agency who should have been reminded by ten o'clock on a day: whom the forecast names and nobody has
/// written to, and those whose reminder is written and has not gone. What was made or written in the last moments before ten does
/// not count yet, nor who begins their day later, further west.
/// </summary>
public sealed class ExpectedMail(
    PortalDbContext database,
    OwedDuties duties,
    ForecastReading forecasts,
    ContentStore content
)
{
    private static readonly TimeSpan TimeToWrite = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan TimeToGo = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan HoursBeforeTen = TimeSpan.FromHours(2);

    /// <summary>How many people.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="day">The day in New Zealand.</param>
    /// <param name="tenOClock">When it is ten o'clock there on that day.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<int> CountAsync(
        Guid agencyId,
        DateOnly day,
        DateTimeOffset tenOClock,
        CancellationToken cancellationToken
    ) =>
        await CountUnwrittenAsync(agencyId, day, tenOClock, cancellationToken)
        + await CountUnsentAsync(agencyId, day, tenOClock, cancellationToken);

    private async Task<int> CountUnwrittenAsync(
        Guid agencyId,
        DateOnly day,
        DateTimeOffset tenOClock,
        CancellationToken cancellationToken
    )
    {
        var owed = await duties.ReadAsync(
            agencyId,
            day,
            tenOClock - TimeToWrite,
            cancellationToken
        );
        if (owed.Count == 0)
        {
            return 0;
        }

        var input = await forecasts.ReadAsync(agencyId, owed, day, cancellationToken);
        return MailForecast
            .Of(
                input with
                {
                    Readers = input
                        .Readers.Where(reader =>
                            LocalDay.On(day, reader.Value.TimeZone).BeginsAt + HoursBeforeTen
                            <= tenOClock
                        )
                        .ToDictionary(),
                },
                new WorkingDayCalendar(content.Library.Holidays),
                day
            )
            .Days[0]
            .People;
    }

    // Refused for good counts too, unless it was for its reader's address, which HR sees by itself: then nothing is held to be said.
    private Task<int> CountUnsentAsync(
        Guid agencyId,
        DateOnly day,
        DateTimeOffset tenOClock,
        CancellationToken cancellationToken
    )
    {
        var (from, until) = (day.StartInNewZealand(), tenOClock - TimeToGo);
        return database
            .OutboxMessages.Where(message =>
                message.AgencyId == agencyId
                && message.Kind == MailKind.Reminder
                && message.CreatedAt >= from
                && message.CreatedAt <= until
                && message.State != OutboxState.Sent
                && message.State != OutboxState.Withdrawn
                && database.ReminderDigests.Any(digest => digest.MessageId == message.Id)
            )
            .Select(message => message.PersonId)
            .Distinct()
            .CountAsync(cancellationToken);
    }
}
