using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Mail;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>Something that a person is told by a mail of its own.</summary>
/// <param name="Template">From which template.</param>
/// <param name="AgencyId">The agency in whose name.</param>
/// <param name="PersonId">Who is told.</param>
/// <param name="Key">What it is, so that it is told once.</param>
/// <param name="Link">Where its button leads, from the portal's root: <c>/receipts/…</c>.</param>
public sealed record Notice(
    MailTemplateKind Template,
    Guid AgencyId,
    Guid PersonId,
    string Key,
    string Link
)
{
    /// <summary>What it is for.</summary>
    public MailKind Kind { get; init; } = MailKind.Notice;

    /// <summary>Words for the template's places, besides those that every template has.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } =
        new Dictionary<string, string>();

    /// <summary>The secret of its link, at <see cref="OutboxMessage.SecretPlace" />; null without one.</summary>
    public string? Secret { get; init; }

    /// <summary>
    /// Whether it is told once a day at most: the day on which it may go is added to its key, and where there is such a mail already
    /// there is no other.
    /// </summary>
    public bool IsDaily { get; init; }

    /// <summary>
    /// Whether it waits for a decent hour of a working day. What answers somebody's own act of this moment does not.
    /// </summary>
    public bool InHours { get; init; } = true;

    /// <summary>For how long it is worth sending.</summary>
    public TimeSpan Worth { get; init; } = TimeSpan.FromDays(7);

    internal Notice On(DateOnly day) =>
        this with
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"{Key}/{day:yyyy-MM-dd}"),
        };
}

/// <summary>
/// Writes mails that are no reminders into the outbox, in the transaction of whoever decides them. Whoever cannot or must not be
/// written to gets none: no address, one that was refused, or no placement any more.
/// </summary>
public sealed class Notices(
    PortalDbContext database,
    ContentStore content,
    PortalAddress address,
    MailSettings settings,
    MailSeal seal,
    TimeProvider clock
)
{
    /// <summary>Adds a mail to the context, to be saved with what it tells of.</summary>
    /// <returns>The mail; null when its reader cannot be written to.</returns>
    public async Task<OutboxMessage?> AddAsync(
        Notice notice,
        CancellationToken cancellationToken
    ) => (await AddAllAsync([notice], cancellationToken)).SingleOrDefault();

    /// <summary>Adds mails to the context, to be saved with what they tell of.</summary>
    /// <param name="notices">What they are; all in the name of one agency.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The mails of those readers who can be written to.</returns>
    public async Task<IReadOnlyList<OutboxMessage>> AddAllAsync(
        IReadOnlyList<Notice> notices,
        CancellationToken cancellationToken
    )
    {
        var library = content.Library;
        var readers = notices.Count == 0 ? [] : await ReadersAsync(notices, cancellationToken);
        var calendar = new WorkingDayCalendar(library.Holidays);
        var added = new List<OutboxMessage>();
        foreach (var notice in notices)
        {
            if (
                library.MailTemplates.TryGetValue(notice.Template.Name, out var template)
                && readers.TryGetValue(notice.PersonId, out var reader)
            )
            {
                added.Add(Written(notice, template, reader, calendar));
            }
        }

        if (notices.Any(notice => notice.IsDaily))
        {
            await LeaveOutThoseThereAsync(added, cancellationToken);
        }

        database.AddRange(added);
        return added;
    }

    private async Task LeaveOutThoseThereAsync(
        List<OutboxMessage> added,
        CancellationToken cancellationToken
    )
    {
        var keys = added.Select(message => message.Key).ToArray();
        var there = (
            await database
                .OutboxMessages.Where(message => EF.Parameter(keys).Contains(message.Key))
                .Select(message => message.Key)
                .ToListAsync(cancellationToken)
        ).ToHashSet();
        added.RemoveAll(message => !there.Add(message.Key));
    }

    private OutboxMessage Written(
        Notice notice,
        MailTemplate template,
        Reader reader,
        WorkingDayCalendar calendar
    )
    {
        var now = clock.GetUtcNow();
        var notBefore = notice.InHours
            ? DecentHours.NextFrom(now, reader.TimeZone, reader.Region, calendar)
            : now;
        return OutboxMessage.Tell(
            notice.IsDaily ? notice.On(LocalDay.At(notBefore, reader.TimeZone).Date) : notice,
            settings.Domain,
            new MailParty(reader.Name, reader.Address),
            NoticeWriting.Write(
                template,
                reader.Name,
                reader.Agency,
                address.Root + notice.Link,
                notice.Words
            ),
            notice.Secret is { } secret ? seal.Close(secret) : null,
            notBefore,
            notBefore + notice.Worth,
            now
        );
    }

    private async Task<Dictionary<Guid, Reader>> ReadersAsync(
        IReadOnlyList<Notice> notices,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var agencyId = notices[0].AgencyId;
        var people = notices.Select(notice => notice.PersonId).Distinct().ToArray();
        var rows = await database
            .Placements.HoldingOn(today)
            .Where(placement =>
                placement.AgencyId == agencyId && EF.Parameter(people).Contains(placement.PersonId)
            )
            .Join(
                database.People.Reachable(database),
                placement => placement.PersonId,
                person => person.Id,
                (placement, person) =>
                    new
                    {
                        person.Id,
                        person.Email,
                        person.TimeZone,
                        placement.Region,
                        placement.HoldsFrom,
                    }
            )
            .ToListAsync(cancellationToken);
        var names = (
            await database
                .PersonNames.HoldingOn(today)
                .Where(name => EF.Parameter(people).Contains(name.PersonId))
                .Select(name => new { name.PersonId, name.Name })
                .ToListAsync(cancellationToken)
        ).ToLookup(name => name.PersonId, name => name.Name);
        var agency = await database
            .Agencies.Where(agency => agency.Id == agencyId)
            .Select(agency => agency.Name)
            .SingleAsync(cancellationToken);
        return rows.GroupBy(row => row.Id)
            .ToDictionary(
                person => person.Key,
                person => new Reader(
                    names[person.Key].FirstOrDefault() ?? "",
                    person.First().Email!,
                    person.First().TimeZone,
                    person
                        .OrderBy(row => row.HoldsFrom)
                        .Select(row => row.Region)
                        .FirstOrDefault(region => region is not null),
                    agency
                )
            );
    }

    private sealed record Reader(
        string Name,
        string Address,
        string TimeZone,
        string? Region,
        string Agency
    );
}
