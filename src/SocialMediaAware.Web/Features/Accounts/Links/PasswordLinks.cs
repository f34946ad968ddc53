using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Accounts.Links;

/// <summary>A link that works now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="AccountId">The account that gets the password.</param>
/// <param name="Email">What that account signs in with.</param>
public sealed record WorkingLink(Guid Id, string Purpose, Guid AccountId, string Email);

/// <summary>
/// Links by which somebody chooses a password: once, until they run out, and only the newest of its kind. Only the hash of a
/// secret is kept. The account must not be shut.
/// </summary>
public sealed class PasswordLinks(
    PortalDbContext database,
    IPasswordHasher<Account> hasher,
    AccountStandings standings,
    SessionCookie session,
    PasswordNews news,
    AuditLog audit,
    TimeProvider clock
)
{
    private static readonly string[] Purposes = [OneTimeLink.Invitation, OneTimeLink.PasswordReset];

    /// <summary>The page's address, from the portal's root, for a secret.</summary>
    public static string AddressOf(string secret) => $"/accounts/choose-password?key={secret}";

    /// <summary>The link with this secret, if it works now.</summary>
    public Task<WorkingLink?> FindAsync(string? secret, CancellationToken cancellationToken) =>
        Working(secret)
            .Join(
                database.Users.Where(account => account.DisabledAt == null),
                link => link.AccountId,
                account => account.Id,
                (link, account) =>
                    new WorkingLink(link.Id, link.Purpose, account.Id, account.Email ?? "")
            )
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>
    /// Uses a link up: the account takes the password, its sessions end, and this browser is signed in. Of two tabs that do this
    /// at once, one finds the link used. The caller has checked the password with <see cref="NewPassword" />.
    /// </summary>
    /// <returns>Whether it was done; false when the link does not work any more.</returns>
    public async Task<bool> UseAsync(
        string? secret,
        string password,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        if (
            await FindAsync(secret, cancellationToken) is not { } found
            || await Working(secret)
                .ExecuteUpdateAsync(
                    change => change.SetProperty(link => link.UsedAt, now),
                    cancellationToken
                ) == 0
        )
        {
            return false;
        }

        // No other link of the account works any more: whoever has one of those may not be its owner.
        await database
            .OneTimeLinks.Where(link =>
                link.AccountId == found.AccountId
                && Purposes.Contains(link.Purpose)
                && link.UsedAt == null
                && link.ExpiresAt > now
            )
            .ExecuteUpdateAsync(
                change => change.SetProperty(link => link.ExpiresAt, now),
                cancellationToken
            );
        var account = await database.Users.SingleAsync(
            account => account.Id == found.AccountId,
            cancellationToken
        );
        account.TakePassword(hasher.HashPassword(account, password));
        account.Unlock();
        var standing = await standings.ReadAsync(account.Id, cancellationToken);
        audit.AddAbout(
            account.Id,
            AuditActions.PasswordChanged,
            standing?.OnlyAgencyId,
            account.Email ?? "",
            found.Purpose
        );
        if (found.Purpose == OneTimeLink.PasswordReset)
        {
            await news.AddAsync(account, found.Id, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await session.IssueAsync(account, PasswordSignIn.Method);
        return true;
    }

    private IQueryable<OneTimeLink> Working(string? secret)
    {
        var hash = HashOf(secret);
        var now = clock.GetUtcNow();
        return database.OneTimeLinks.Where(link =>
            Purposes.Contains(link.Purpose)
            && link.SecretHash == hash
            && link.UsedAt == null
            && link.ExpiresAt > now
        );
    }

    private static byte[] HashOf(string? secret) =>
        Base64Url.IsValid(secret, out var length) && length == LinkMaking.SecretLength
            ? SHA256.HashData(Base64Url.DecodeFromChars(secret))
            : [];
}
