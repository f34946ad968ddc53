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
    DateTimeOffset CreatedAt,
    bool IsAcrossAgencies
);

/// <summary>Mails that need somebody's eye.</summary>
public sealed record MailCounts(int Waiting, int Failed, int Uncertain, int WithoutAddress);

/// <summary>Somebody who owes something and whom no mail reaches.</summary>
public sealed record UnreachedPerson(Guid Id, string Name, DateOnly DueOn);

/// <summary>One page of a list.</summary>
public sealed record ListPage<T>(IReadOnlyList<T> Lines, int Count, int Page, int Pages);

/// <summary>Reads the outbox for HR and auditors, in the agencies that are theirs.</summary>
public sealed class OutboxPages(PortalDbContext database, SignedIn signedIn, TimeProvider clock)
{
    private const int LinesOnAPage = 50;

    private Guid[] AgencyIds =>
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

    /// <summary>Mails, the newest first.</summary>
    /// <param name="state">In this state; null for all.</param>
    /// <param name="person">To somebody whose name or address holds these words; empty for everybody.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ListPage<MailLine>> ListAsync(
        OutboxState? state,
        string person,
        int page,
        CancellationToken cancellationToken
    )
    {
        var messages = Messages;
        if (state is not null)
        {
            messages = messages.Where(message => message.State == state);
        }

        if (person.Length > 0)
        {
            var words = SearchWords.Of(person);
            messages = messages.Where(message => message.FoundBy.Contains(words));
        }

        return await PageOfAsync(
            messages
                .OrderByDescending(message => message.CreatedAt)
                .ThenByDescending(message => message.Id)
                .Select(message => new MailLine(
                    message.Id,
                    message.ToName,
                    message.Subject,
                    message.State,
                    message.CreatedAt,
                    message.IsAcrossAgencies
                )),
            page,
            cancellationToken
        );
    }

    /// <summary>How many mails need somebody's eye.</summary>
    public async Task<MailCounts> CountAsync(CancellationToken cancellationToken)
    {
        var counts = await Messages
            .GroupBy(message => message.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return new MailCounts(
            counts.GetValueOrDefault(OutboxState.Pending)
                + counts.GetValueOrDefault(OutboxState.Leased)
                + counts.GetValueOrDefault(OutboxState.HandingOff),
            counts.GetValueOrDefault(OutboxState.Failed),
            counts.GetValueOrDefault(OutboxState.Uncertain),
            await Unreached().CountAsync(cancellationToken)
        );
    }

    /// <summary>A mail; null when there is none of that id for this reader.</summary>
    public Task<OutboxMessage?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        Messages
            .AsNoTracking()
            .SingleOrDefaultAsync(message => message.Id == id, cancellationToken);

    /// <summary>People who owe something and have no address, the earliest due first.</summary>
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
                    DueOn = Reachable(today)
                        .Where(assignment => assignment.PersonId == person.Id)
                        .Min(assignment => assignment.DueOn),
                })
                .OrderBy(person => person.DueOn)
                .ThenBy(person => person.Id)
                .Select(person => new UnreachedPerson(person.Id, person.Name ?? "", person.DueOn)),
            page,
            cancellationToken
        );
    }

    private IQueryable<Person> Unreached()
    {
        var today = clock.Today();
        return database.People.Where(person =>
            (person.Email == null || person.Email.Trim() == "")
            && Reachable(today).Any(assignment => assignment.PersonId == person.Id)
        );
    }

    // What is owed by people who are still placed where they owe it.
    private IQueryable<Assignment> Reachable(DateOnly today)
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
