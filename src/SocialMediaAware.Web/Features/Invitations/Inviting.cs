using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Accounts.Links;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Web.Features.Invitations;

/// <summary>What came of inviting people.</summary>
/// <param name="Invited">A link is on its way to so many.</param>
/// <param name="NotReached">So many cannot be reached by mail, or work here no more.</param>
/// <param name="AddressTaken">The addresses of so many are what somebody else signs in with.</param>
/// <param name="AlreadyIn">So many have a password, or an account that was shut.</param>
public sealed record InvitedCounts(int Invited, int NotReached, int AddressTaken, int AlreadyIn)
{
    /// <summary>Nobody.</summary>
    public static readonly InvitedCounts None = new(0, 0, 0, 0);

    /// <summary>Together with others.</summary>
    public InvitedCounts With(InvitedCounts other) =>
        new(
            Invited + other.Invited,
            NotReached + other.NotReached,
            AddressTaken + other.AddressTaken,
            AlreadyIn + other.AlreadyIn
        );
}

/// <summary>
/// Sends people a link to choose their first password: it works once, for seven days, and a newer one replaces it. Whoever has no
/// account yet gets one. The caller has seen that the account may change people of the agency.
/// </summary>
public sealed class Inviting(
    PortalDbContext database,
    LinkMaking links,
    Notices notices,
    AuditLog audit,
    TimeProvider clock
)
{
    private const int PeopleInOneSave = 500;

    /// <summary>For how long a link works.</summary>
    public static TimeSpan LinkLength => TimeSpan.FromDays(7);

    /// <summary>Invites people. What was sent stays sent when it is stopped half way: whoever is left can be invited again.</summary>
    public async Task<InvitedCounts> InviteAsync(
        Guid agencyId,
        IReadOnlyList<Guid> personIds,
        CancellationToken cancellationToken
    )
    {
        var counts = InvitedCounts.None;
        foreach (var some in personIds.Distinct().Chunk(PeopleInOneSave))
        {
            counts = counts.With(await InviteSomeAsync(agencyId, some, cancellationToken));
        }

        return counts;
    }

    private async Task<InvitedCounts> InviteSomeAsync(
        Guid agencyId,
        Guid[] personIds,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database.TakeTurnAsync(Turn.Outbox, cancellationToken);
        var reachable = await ReachableAsync(agencyId, personIds, cancellationToken);
        var accounts = await AccountsAsync(personIds, cancellationToken);
        var takenAddresses = await TakenAsync(reachable, cancellationToken);
        var invited = new Dictionary<Guid, Guid>();
        var (taken, alreadyIn) = (0, 0);
        foreach (var (personId, email) in reachable)
        {
            var account = accounts.GetValueOrDefault(personId);
            if (account is { PasswordHash: not null } or { DisabledAt: not null })
            {
                alreadyIn++;
            }
            else if (account is { Email: not null })
            {
                invited.Add(account.Id, personId);
            }
            else if (takenAddresses.Add(Account.LookUpForm(email)))
            {
                invited.Add(WithAddress(account, personId, email).Id, personId);
            }
            else
            {
                taken++;
            }
        }

        await SendAsync(agencyId, invited, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        database.ChangeTracker.Clear();
        return new InvitedCounts(
            invited.Count,
            personIds.Length - reachable.Count,
            taken,
            alreadyIn
        );
    }

    private async Task SendAsync(
        Guid agencyId,
        Dictionary<Guid, Guid> invited,
        CancellationToken cancellationToken
    )
    {
        if (invited.Count == 0)
        {
            return;
        }

        var made = await links.MakeAsync(
            invited.Keys,
            OneTimeLink.Invitation,
            LinkLength,
            cancellationToken
        );
        await notices.AddAllAsync(
            [.. made.Select(one => NoticeOf(one, agencyId, invited[one.Link.AccountId!.Value]))],
            cancellationToken
        );
        foreach (var personId in invited.Values)
        {
            audit.Add(
                AuditActions.PasswordLinkMade,
                agencyId,
                $"/people/person/{personId}",
                OneTimeLink.Invitation
            );
        }
    }

    private static Notice NoticeOf(MadeLink made, Guid agencyId, Guid personId) =>
        new(
            MailTemplateKind.Invitation,
            agencyId,
            personId,
            $"{OneTimeLink.Invitation}/{made.Link.Id}",
            PasswordLinks.AddressOf(OutboxMessage.SecretPlace)
        )
        {
            Kind = MailKind.Security,
            Secret = made.Secret,
            InHours = false,
            Worth = LinkLength,
            Words = new Dictionary<string, string>
            {
                ["until"] = made.Link.ExpiresAt.WithTimeInWords(),
            },
        };

    private async Task<List<(Guid Id, string Email)>> ReachableAsync(
        Guid agencyId,
        Guid[] personIds,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var people = await database
            .People.Reachable(database)
            .Where(person =>
                EF.Parameter(personIds).Contains(person.Id)
                && database
                    .Placements.HoldingOn(today)
                    .Any(placement =>
                        placement.PersonId == person.Id && placement.AgencyId == agencyId
                    )
            )
            .OrderBy(person => person.Id)
            .Select(person => new { person.Id, person.Email })
            .ToListAsync(cancellationToken);
        return [.. people.Select(person => (person.Id, person.Email!))];
    }

    // Whoever was helped to sign has an account that no address belongs to yet.
    private Account WithAddress(Account? account, Guid personId, string email)
    {
        if (account is null)
        {
            account = Account.For(email, personId, clock.GetUtcNow());
            database.Add(account);
        }
        else
        {
            account.TakeAddress(email);
        }

        return account;
    }

    private Task<Dictionary<Guid, Account>> AccountsAsync(
        Guid[] personIds,
        CancellationToken cancellationToken
    ) =>
        database
            .Users.Where(account =>
                account.PersonId != null && EF.Parameter(personIds).Contains(account.PersonId.Value)
            )
            .ToDictionaryAsync(
                account => account.PersonId!.Value,
                account => account,
                cancellationToken
            );

    private async Task<HashSet<string>> TakenAsync(
        List<(Guid Id, string Email)> people,
        CancellationToken cancellationToken
    )
    {
        var forms = people.Select(person => Account.LookUpForm(person.Email)).ToArray();
        var taken = await database
            .Users.Where(account =>
                account.NormalizedEmail != null
                && EF.Parameter(forms).Contains(account.NormalizedEmail)
            )
            .Select(account => account.NormalizedEmail!)
            .ToListAsync(cancellationToken);
        return taken.ToHashSet(StringComparer.Ordinal);
    }
}
