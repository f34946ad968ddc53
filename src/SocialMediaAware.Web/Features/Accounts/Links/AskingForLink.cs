using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Web.Features.Accounts.Links;

/// <summary>
/// Somebody forgot their password and asks for a link. The answer is the same, and takes as long, whether the address has an account
/// or not: nobody learns here who works where.
/// </summary>
public sealed class AskingForLink(
    PortalDbContext database,
    LinkMaking links,
    PasswordNews news,
    Notices notices,
    AuditLog audit,
    TimeProvider clock
)
{
    private const int MostInAnHour = 3;

    // Longer than the work takes, so that its length says nothing.
    private static readonly TimeSpan LeastTime = TimeSpan.FromMilliseconds(600);

    /// <summary>For how long the link works.</summary>
    public static TimeSpan LinkLength => TimeSpan.FromHours(1);

    /// <summary>Sends a link, where there is an account that may have one.</summary>
    public async Task AskAsync(string email, CancellationToken cancellationToken)
    {
        // Real time passes here, also where the portal's date is moved.
        var wait = Task.Delay(LeastTime, TimeProvider.System, cancellationToken);
        await SendAsync(email, cancellationToken);
        await wait;
    }

    private async Task SendAsync(string email, CancellationToken cancellationToken)
    {
        var lookUpForm = Account.LookUpForm(email);
        var account = await database
            .Users.AsNoTracking()
            .SingleOrDefaultAsync(
                account => account.NormalizedEmail == lookUpForm && account.DisabledAt == null,
                cancellationToken
            );
        if (
            account is { PersonId: { } personId }
            && await news.EnterAgencyAsync(account.Id, cancellationToken) is { } agencyId
        )
        {
            await SendAsync(account, personId, agencyId, MostInAnHour, cancellationToken);
        }
    }

    /// <summary>Sends a link for another password, at HR's wish. The caller has seen that they may.</summary>
    public async Task SendAsync(Guid personId, Guid agencyId, CancellationToken cancellationToken)
    {
        var account = await database
            .Users.AsNoTracking()
            .SingleAsync(
                account => account.PersonId == personId && account.DisabledAt == null,
                cancellationToken
            );
        await SendAsync(account, personId, agencyId, int.MaxValue, cancellationToken);
    }

    private async Task SendAsync(
        Account account,
        Guid personId,
        Guid agencyId,
        int mostInAnHour,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database.TakeTurnAsync(Turn.Outbox, cancellationToken);
        if (await AskedInThisHourAsync(account.Id, cancellationToken) >= mostInAnHour)
        {
            return;
        }

        var made = await links.MakeAsync(
            [account.Id],
            OneTimeLink.PasswordReset,
            LinkLength,
            cancellationToken
        );
        await notices.AddAsync(NoticeOf(made[0], agencyId, personId), cancellationToken);
        audit.AddAbout(
            account.Id,
            AuditActions.PasswordLinkMade,
            agencyId,
            account.Email ?? "",
            OneTimeLink.PasswordReset
        );
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static Notice NoticeOf(MadeLink made, Guid agencyId, Guid personId) =>
        new(
            MailTemplateKind.PasswordReset,
            agencyId,
            personId,
            $"{OneTimeLink.PasswordReset}/{made.Link.Id}",
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

    // Nobody's inbox is filled by somebody else who knows their address.
    private Task<int> AskedInThisHourAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - LinkLength;
        return database.OneTimeLinks.CountAsync(
            link =>
                link.AccountId == accountId
                && link.Purpose == OneTimeLink.PasswordReset
                && link.ExpiresAt > since,
            cancellationToken
        );
    }
}
