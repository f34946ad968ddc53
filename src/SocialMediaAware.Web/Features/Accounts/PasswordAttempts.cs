using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>How a try of a password ended.</summary>
public enum PasswordVerdict
{
    /// <summary>It is the account's password.</summary>
    Right,

    /// <summary>It is not, or there is no such account.</summary>
    Wrong,

    /// <summary>It is not, and with it the account is locked.</summary>
    WrongAndNowLocked,

    /// <summary>The account is locked: the password was not looked at.</summary>
    Locked,
}

/// <summary>
/// Tries passwords, and locks an account after five wrong ones for fifteen minutes. A try is counted before the password is looked
/// at, so that many tries at once cannot slip past the count. A session that is open already is not touched by the lock: nobody can
/// throw somebody else out by typing wrong passwords.
/// </summary>
public sealed class PasswordAttempts(
    PortalDbContext database,
    IPasswordHasher<Account> hasher,
    UnknownAccounts unknown,
    TimeProvider clock
)
{
    /// <summary>How many wrong passwords lock an account.</summary>
    public const int MostFailures = 5;

    /// <summary>For how long an account is locked.</summary>
    public static TimeSpan LockLength => TimeSpan.FromMinutes(15);

    /// <summary>Tries a password. The work is the same whether the account exists, has a password, or is locked.</summary>
    public async Task<PasswordVerdict> TryAsync(
        Account? account,
        string password,
        CancellationToken cancellationToken
    )
    {
        var count = await CountAsync(account?.Id ?? Guid.Empty, cancellationToken);
        var hash = account is { PasswordHash: { } kept, DisabledAt: null }
            ? kept
            : unknown.HashOfNobody;
        var isRight =
            password.Length <= NewPassword.MostCharacters
            && hasher.VerifyHashedPassword(account ?? new Account(), hash, password)
                is not PasswordVerificationResult.Failed
            && account is { PasswordHash: not null, DisabledAt: null };
        if (account is not null && count is null)
        {
            return PasswordVerdict.Locked;
        }

        if (isRight)
        {
            await ForgetAsync(account!.Id, cancellationToken);
            return PasswordVerdict.Right;
        }

        return count >= MostFailures ? PasswordVerdict.WrongAndNowLocked : PasswordVerdict.Wrong;
    }

    // The number of this try; null when the account is locked or there is none.
    private async Task<int?> CountAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var lockedUntil = now + LockLength;
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database
            .Users.Where(account => account.Id == accountId && account.LockoutEnd <= now)
            .ExecuteUpdateAsync(
                change =>
                    change
                        .SetProperty(account => account.AccessFailedCount, 0)
                        .SetProperty(account => account.LockoutEnd, (DateTimeOffset?)null),
                cancellationToken
            );
        var counted = await database
            .Users.Where(account => account.Id == accountId && account.LockoutEnd == null)
            .ExecuteUpdateAsync(
                change =>
                    change
                        .SetProperty(
                            account => account.AccessFailedCount,
                            account => account.AccessFailedCount + 1
                        )
                        .SetProperty(
                            account => account.LockoutEnd,
                            account =>
                                account.AccessFailedCount + 1 >= MostFailures
                                    ? (DateTimeOffset?)lockedUntil
                                    : null
                        ),
                cancellationToken
            );
        var count = await database
            .Users.Where(account => account.Id == accountId)
            .Select(account => account.AccessFailedCount)
            .SingleOrDefaultAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return counted == 1 ? count : null;
    }

    private async Task ForgetAsync(Guid accountId, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database
            .Users.Where(account => account.Id == accountId)
            .ExecuteUpdateAsync(
                change =>
                    change
                        .SetProperty(account => account.AccessFailedCount, 0)
                        .SetProperty(account => account.LockoutEnd, (DateTimeOffset?)null),
                cancellationToken
            );
        await transaction.CommitAsync(cancellationToken);
    }
}
