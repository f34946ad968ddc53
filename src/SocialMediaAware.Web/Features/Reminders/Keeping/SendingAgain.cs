using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reminders.Keeping;

/// <summary>
/// Lets mails wait once more that were handed over, or not, or perhaps. They keep their Message-ID, and are looked at before they
/// go as any mail is.
/// </summary>
public sealed class SendingAgain(
    PortalDbContext database,
    OutboxPages pages,
    AuditLog audit,
    ContentStore content,
    TimeProvider clock
)
{
    private const int MailsInOneTurn = 500;
    private static readonly TimeSpan Worth = TimeSpan.FromDays(7);

    // By then the hand-over before this one has left the minute in which only so many mails may go.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>One mail.</summary>
    /// <returns>Whether it waits again; false when it cannot, or not any more.</returns>
    public async Task<bool> SendAsync(Guid id, CancellationToken cancellationToken) =>
        await SendSomeAsync(
            pages.Kept.Where(message => message.Id == id),
            $"/reminders/{id}",
            cancellationToken
        ) == 1;

    /// <summary>All that failed, of those looked for.</summary>
    /// <returns>How many wait again.</returns>
    public async Task<int> SendFailedAsync(MailFilter filter, CancellationToken cancellationToken)
    {
        var failed = filter with { State = OutboxState.Failed };
        var subject = $"/reminders{failed.ToQuery()}";
        var sent = 0;
        int some;
        do
        {
            some = await SendSomeAsync(pages.Find(pages.Kept, failed), subject, cancellationToken);
            sent += some;
        } while (some > 0);

        return sent;
    }

    private async Task<int> SendSomeAsync(
        IQueryable<OutboxMessage> messages,
        string subject,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database.TakeTurnAsync(Turn.Outbox, cancellationToken);
        var now = clock.GetUtcNow();
        var some = await messages
            .CanGoAgain(database)
            .OrderBy(message => message.Id)
            .Take(MailsInOneTurn)
            .Select(message => new Again(
                message.Id,
                message.AgencyId,
                message.PersonId,
                message.Kind
            ))
            .ToListAsync(cancellationToken);
        var times = await TimesAsync(some, now, cancellationToken);
        foreach (var (time, group) in times)
        {
            await WaitAsync(group, time, now, cancellationToken);
        }

        foreach (var agency in some.CountBy(mail => mail.AgencyId))
        {
            audit.Add(
                AuditActions.MailSentAgain,
                agency.Key,
                subject,
                agency.Value.ToString(CultureInfo.InvariantCulture)
            );
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return some.Count;
    }

    private async Task WaitAsync(
        Guid[] ids,
        (DateTimeOffset NotBefore, DateTimeOffset SendBefore) time,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        await database
            .OutboxMessages.CanGoAgain(database)
            .Where(message => EF.Parameter(ids).Contains(message.Id))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(message => message.State, OutboxState.Pending)
                        .SetProperty(message => message.NotBefore, time.NotBefore)
                        .SetProperty(message => message.SendBefore, time.SendBefore)
                        .SetProperty(message => message.Attempts, 0)
                        // Whoever tried it before, and is slow, has no more to say about it.
                        .SetProperty(message => message.LeaseId, (Guid?)null)
                        .SetProperty(message => message.Problem, "")
                        .SetProperty(message => message.StateAt, now),
                cancellationToken
            );

    // Few groups, however many mails: most people keep the same hours.
    private async Task<
        List<((DateTimeOffset NotBefore, DateTimeOffset SendBefore) Time, Guid[] Ids)>
    > TimesAsync(List<Again> some, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var calendar = new WorkingDayCalendar(content.Library.Holidays);
        var ids = some.Select(mail => mail.PersonId).Distinct().ToArray();
        var zones = await database
            .People.Where(person => EF.Parameter(ids).Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.TimeZone, cancellationToken);
        var regions = (
            await database
                .Placements.HoldingOn(clock.Today())
                .Where(placement =>
                    EF.Parameter(ids).Contains(placement.PersonId) && placement.Region != null
                )
                .OrderBy(placement => placement.HoldsFrom)
                .Select(placement => new { placement.PersonId, placement.Region })
                .ToListAsync(cancellationToken)
        ).ToLookup(placement => placement.PersonId, placement => placement.Region);
        return
        [
            .. some.GroupBy(
                    mail =>
                        TimeOf(mail, zones[mail.PersonId], regions[mail.PersonId].FirstOrDefault()),
                    mail => mail.Id
                )
                .Select(group => (group.Key, group.ToArray())),
        ];

        (DateTimeOffset, DateTimeOffset) TimeOf(Again mail, string zone, string? region)
        {
            var notBefore = DecentHours.NextFrom(now + Pause, zone, region, calendar);
            return (
                notBefore,
                mail.Kind == MailKind.Reminder
                    ? LocalDay.At(notBefore, zone).EndsAt
                    : notBefore + Worth
            );
        }
    }

    private sealed record Again(Guid Id, Guid AgencyId, Guid PersonId, MailKind Kind);
}
