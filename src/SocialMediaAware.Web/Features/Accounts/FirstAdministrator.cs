using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>How making the first administrator ended.</summary>
public enum FirstAdministratorOutcome
{
    /// <summary>The account is there, and signed in.</summary>
    Made,

    /// <summary>The link does not work: used, too old, replaced, or there is an administrator.</summary>
    LinkGone,

    /// <summary>The mail address has an account; the link still works.</summary>
    EmailTaken,
}

/// <summary>
/// Makes the first administrator without a default password: where there is none, each start outside the demonstration prints a link
/// that works once, for a day. Only the hash of its secret is kept, and another start replaces a link that was not used.
/// </summary>
public sealed class FirstAdministrator(
    PortalDbContext database,
    IPasswordHasher<Account> hasher,
    SessionCookie session,
    AuditLog audit,
    DemonstrationMode demonstration,
    PortalAddress address,
    TimeProvider clock
)
{
    private const int SecretLength = 32;

    /// <summary>For how long the link works.</summary>
    public static TimeSpan LinkLength => TimeSpan.FromHours(24);

    /// <summary>Prints one line with the link, where there is no administrator yet.</summary>
    public async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        if (!demonstration.IsOn && await MakeLinkAsync(cancellationToken) is { } link)
        {
            await Console.Out.WriteLineAsync(
                $"There is no administrator yet. Make the first one within 24 hours at {link}"
            );
        }
    }

    /// <summary>Makes a link that replaces all before it; null when there is an administrator.</summary>
    public async Task<string?> MakeLinkAsync(CancellationToken cancellationToken)
    {
        if (await HasOneAsync(cancellationToken))
        {
            return null;
        }

        var secret = RandomNumberGenerator.GetBytes(SecretLength);
        var now = clock.GetUtcNow();
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database
            .OneTimeLinks.Where(link =>
                link.Purpose == OneTimeLink.FirstAdministrator && link.UsedAt == null
            )
            .ExecuteDeleteAsync(cancellationToken);
        database.Add(
            OneTimeLink.Make(
                OneTimeLink.FirstAdministrator,
                SHA256.HashData(secret),
                accountId: null,
                now + LinkLength,
                now
            )
        );
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return $"{address.Root}/accounts/first-administrator?key={Base64Url.EncodeToString(secret)}";
    }

    /// <summary>Whether a link with this key works now.</summary>
    public async Task<bool> WorksAsync(string? key, CancellationToken cancellationToken) =>
        await Working(key).AnyAsync(cancellationToken) && !await HasOneAsync(cancellationToken);

    /// <summary>
    /// Makes the account, an administrator in every agency, and signs it in. Of two tabs that do this at once, one finds the link
    /// used. The caller has checked the password with <see cref="NewPassword" />.
    /// </summary>
    public async Task<FirstAdministratorOutcome> MakeAsync(
        string? key,
        string email,
        string password,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var account = Account.For(email, personId: null, now);
        account.TakePassword(hasher.HashPassword(account, password));
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        if (
            await Working(key)
                .ExecuteUpdateAsync(
                    change => change.SetProperty(link => link.UsedAt, now),
                    cancellationToken
                ) == 0
            || await HasOneAsync(cancellationToken)
        )
        {
            return FirstAdministratorOutcome.LinkGone;
        }

        if (
            await database.Users.AnyAsync(
                other => other.NormalizedEmail == account.NormalizedEmail,
                cancellationToken
            )
        )
        {
            return FirstAdministratorOutcome.EmailTaken;
        }

        database.Add(account);
        await database
            .Agencies.Select(agency => agency.Id)
            .ForEachAsync(agencyId => Grant(account, agencyId, now), cancellationToken);
        audit.AddAbout(account.Id, AuditActions.FirstAdministratorMade, null, email);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await session.IssueAsync(account, PasswordSignIn.Method);
        return FirstAdministratorOutcome.Made;
    }

    private void Grant(Account account, Guid agencyId, DateTimeOffset at)
    {
        database.Add(
            RoleGrant.Give(account.Id, PortalRole.Administrator, agencyId, byAccountId: null, at)
        );
        audit.AddAbout(
            account.Id,
            AuditActions.RoleGranted,
            agencyId,
            account.Email ?? "",
            nameof(PortalRole.Administrator)
        );
    }

    private IQueryable<OneTimeLink> Working(string? key)
    {
        var hash = HashOf(key);
        var now = clock.GetUtcNow();
        return database.OneTimeLinks.Where(link =>
            link.Purpose == OneTimeLink.FirstAdministrator
            && link.SecretHash == hash
            && link.UsedAt == null
            && link.ExpiresAt > now
        );
    }

    private Task<bool> HasOneAsync(CancellationToken cancellationToken) =>
        database.RoleGrants.AnyAsync(
            grant =>
                grant.Role == PortalRole.Administrator
                && grant.RevokedAt == null
                && database.Users.Any(account =>
                    account.Id == grant.AccountId && account.DisabledAt == null
                ),
            cancellationToken
        );

    private static byte[] HashOf(string? key) =>
        Base64Url.IsValid(key, out var length) && length == SecretLength
            ? SHA256.HashData(Base64Url.DecodeFromChars(key))
            : [];
}
