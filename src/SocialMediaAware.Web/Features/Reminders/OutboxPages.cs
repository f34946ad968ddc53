using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>A mail in the list.</summary>
public sealed record MailLine(
    Guid Id,
    string ToName,
    string Subject,
    OutboxState State,
    MailKind Kind,
    DateTimeOffset CreatedAt,
    bool IsAcrossAgencies
);

/// <summary>How many mails there are. Those that went or were taken back are counted for a week.</summary>
public sealed record MailCounts(
    int Waiting,
    int Sent,
    int Failed,
    int Uncertain,
    int Withdrawn,
    int WithoutAddress
);

/// <summary>Somebody who owes something and whom no mail reaches.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">What they are called.</param>
/// <param name="DueOn">When the first of it is due.</param>
/// <param name="RefusedAt">When their address was refused (UTC); null when they have none.</param>
/// <param name="Problem">What the server said; null when they have no address.</param>
public sealed record UnreachedPerson(
    Guid Id,
    string Name,
    DateOnly DueOn,
    DateTimeOffset? RefusedAt,
    string? Problem
);

/// <summary>One page of a list.</summary>
public sealed record ListPage<T>(IReadOnlyList<T> Lines, int Count, int Page, int Pages);

/// <summary>Reads the outbox for HR and auditors, in the agencies that are theirs.</summary>
public sealed class OutboxPages(PortalDbContext database, SignedIn signedIn, TimeProvider clock)
{
    /// <summary>What went is counted for so many days.</summary>
    public const int DaysCounted = 7;

    private const int LinesOnAPage = 50;

    /// <summary>The agencies whose mail is shown.</summary>
    public Guid[] AgencyIds =>
        [
            .. signedIn
                .AgenciesAs(PortalRole.HumanResources)
                .Union(signedIn.AgenciesAs(PortalRole.Auditor)),
        ];

    // Mails to somebody who died are kept, and shown to nobody.
    private IQueryable<OutboxMessage> Messages =>
        database
            .OutboxMessages.In(AgencyIds)
            .ShownToHumanResources()
            .Where(message =>
                !database
                    .People.Where(person => person.DiedOn != null)
                    .Select(person => person.Id)
                    .Contains(message.PersonId)
            );

    /// <summary>Mails about which this account may do something: those of the agencies where it works for HR.</summary>
    public IQueryable<OutboxMessage> Kept =>
        Messages.In([.. signedIn.AgenciesAs(PortalRole.HumanResources)]);

    /// <summary>Of some mails those that are looked for.</summary>
    public IQueryable<OutboxMessage> Find(IQueryable<OutboxMessage> messages, MailFilter filter)
    {
        if (filter.State is { } state)
        {
            messages = messages.Where(message => message.State == state);
        }

        if (filter.Kind is { } kind)
        {
            messages = messages.Where(message => message.Kind == kind);
        }

        if (filter.Person.Length > 0)
        {
            var words = SearchWords.Of(filter.Person);
            messages = messages.Where(message => message.FoundBy.Contains(words));
        }

        return messages;
    }

    /// <summary>How many of the mails looked for failed, and can be sent again by this account.</summary>
    public Task<int> CountFailedAsync(MailFilter filter, CancellationToken cancellationToken) =>
        Find(Kept, filter with { State = OutboxState.Failed })
            .CanGoAgain(database)
            .CountAsync(cancellationToken);

    /// <summary>Whether this account can send a mail again.</summary>
    public Task<bool> CanGoAgainAsync(Guid id, CancellationToken cancellationToken) =>
        Kept.CanGoAgain(database).AnyAsync(message => message.Id == id, cancellationToken);

    /// <summary>Mails, the newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ListPage<MailLine>> ListAsync(
        MailFilter filter,
        int page,
        CancellationToken cancellationToken
    )
    {
        var messages = Find(Messages, filter);
        return await PageOfAsync(
            messages
                .OrderByDescending(message => message.CreatedAt)
                .ThenByDescending(message => message.Id)
                .Select(message => new MailLine(
                    message.Id,
                    message.ToName,
                    message.Subject,
                    message.State,
                    message.Kind,
                    message.CreatedAt,
                    message.IsAcrossAgencies
                )),
            page,
            cancellationToken
        );
    }

    /// <summary>How many mails there are in each state.</summary>
    public async Task<MailCounts> CountAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().AddDays(-DaysCounted);
        var counts = await Messages
            .Where(message =>
                (message.State != OutboxState.Sent && message.State != OutboxState.Withdrawn)
                || message.StateAt >= since
            )
            .GroupBy(message => message.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return new MailCounts(
            counts.GetValueOrDefault(OutboxState.Pending)
                + counts.GetValueOrDefault(OutboxState.Leased)
                + counts.GetValueOrDefault(OutboxState.HandingOff),
            counts.GetValueOrDefault(OutboxState.Sent),
            counts.GetValueOrDefault(OutboxState.Failed),
            counts.GetValueOrDefault(OutboxState.Uncertain),
            counts.GetValueOrDefault(OutboxState.Withdrawn),
            await Unreached().CountAsync(cancellationToken)
        );
    }

    /// <summary>A mail; null when there is none of that id for this reader.</summary>
    public Task<OutboxMessage?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        Messages
            .AsNoTracking()
            .SingleOrDefaultAsync(message => message.Id == id, cancellationToken);

    /// <summary>Whether a mail waits because all mail of its agency is held.</summary>
    public async Task<bool> IsHeldAsync(
        OutboxMessage message,
        CancellationToken cancellationToken
    ) =>
        message is { State: OutboxState.Pending, Kind: not MailKind.Security }
        && await database
            .MailHolds.HeldAgencies()
            .ContainsAsync(message.AgencyId, cancellationToken);

    /// <summary>A mail about which this account may do something; null when there is none of that id.</summary>
    public Task<OutboxMessage?> FindKeptAsync(Guid id, CancellationToken cancellationToken) =>
        Kept.AsNoTracking().SingleOrDefaultAsync(message => message.Id == id, cancellationToken);

    /// <summary>People who owe something and whom no mail reaches, the earliest due first.</summary>
    public Task<ListPage<UnreachedPerson>> ListUnreachedAsync(
        int page,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        return PageOfAsync(
            Unreached()
                .Select(person => new
                {
                    person.Id,
                    Name = database
                        .PersonNames.HoldingOn(today)
                        .Where(name => name.PersonId == person.Id)
                        .Select(name => name.Name)
                        .FirstOrDefault(),
                    DueOn = Owed(today)
                        .Where(assignment => assignment.PersonId == person.Id)
                        .Min(assignment => assignment.DueOn),
                    RefusedAt = database
                        .RefusedAddresses.Where(refused =>
                            refused.PersonId == person.Id
                            && refused.Address == person.Email
                            && refused.ClearedAt == null
                        )
                        .Select(refused => (DateTimeOffset?)refused.RefusedAt)
                        .FirstOrDefault(),
                    Problem = database
                        .RefusedAddresses.Where(refused =>
                            refused.PersonId == person.Id
                            && refused.Address == person.Email
                            && refused.ClearedAt == null
                        )
                        .Select(refused => refused.Problem)
                        .FirstOrDefault(),
                })
                .OrderBy(person => person.DueOn)
                .ThenBy(person => person.Id)
                .Select(person => new UnreachedPerson(
                    person.Id,
                    person.Name ?? "",
                    person.DueOn,
                    person.RefusedAt,
                    person.Problem
                )),
            page,
            cancellationToken
        );
    }

    private IQueryable<Person> Unreached()
    {
        var today = clock.Today();
        return database.People.Where(person =>
            person.DiedOn == null
            && !database.People.Reachable(database).Any(reached => reached.Id == person.Id)
            && Owed(today).Any(assignment => assignment.PersonId == person.Id)
        );
    }

    // What is owed by people who are still placed where they owe it.
    private IQueryable<Assignment> Owed(DateOnly today)
    {
        var agencyIds = AgencyIds;
        return database
            .Assignments.StillOwed()
            .Where(assignment =>
                assignment.OpensOn <= today
                && agencyIds.Contains(assignment.AgencyId)
                && database
                    .Placements.HoldingOn(today)
                    .Any(placement =>
                        placement.PersonId == assignment.PersonId
                        && placement.AgencyId == assignment.AgencyId
                    )
            );
    }

    private static async Task<ListPage<T>> PageOfAsync<T>(
        IQueryable<T> lines,
        int page,
        CancellationToken cancellationToken
    )
    {
        var count = await lines.CountAsync(cancellationToken);
        var pages = Math.Max(1, (count + LinesOnAPage - 1) / LinesOnAPage);
        var shown = Math.Clamp(page, 1, pages);
        return new ListPage<T>(
            await lines
                .Skip((shown - 1) * LinesOnAPage)
                .Take(LinesOnAPage)
                .ToListAsync(cancellationToken),
            count,
            shown,
            pages
        );
    }
}
