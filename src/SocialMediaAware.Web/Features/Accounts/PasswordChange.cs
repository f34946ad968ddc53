using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts.Links;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>Changes the password of the account that is signed in. This session goes on, all others end.</summary>
public sealed class PasswordChange(
    PortalDbContext database,
    PasswordAttempts attempts,
    IPasswordHasher<Account> hasher,
    SignedIn signedIn,
    SessionCookie cookie,
    PasswordNews news,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>
    /// Changes it when the present password is right; a wrong one counts towards the lock as at the sign-in, because an unlocked
    /// screen must not be a way to guess. The caller has checked the new one with <see cref="NewPassword" />.
    /// </summary>
    public async Task<PasswordVerdict> ChangeAsync(
        string current,
        string changed,
        CancellationToken cancellationToken
    )
    {
        var agencyId = signedIn.AgencyIds.Take(2).ToArray() is [var only] ? only : (Guid?)null;
        var account = await database.Users.SingleAsync(
            account => account.Id == signedIn.AccountId,
            cancellationToken
        );
        var verdict = await attempts.TryAsync(account, current, cancellationToken);
        if (verdict is not PasswordVerdict.Right)
        {
            audit.Add(
                verdict is PasswordVerdict.WrongAndNowLocked
                    ? AuditActions.LockedOut
                    : AuditActions.Refused,
                agencyId,
                "/accounts/password",
                "the present password was wrong"
            );
            await database.SaveChangesAsync(cancellationToken);
            return verdict;
        }

        account.TakePassword(hasher.HashPassword(account, changed));
        var now = clock.GetUtcNow();
        var open = await database
            .Sessions.Where(session => session.AccountId == account.Id && session.EndedAt == null)
            .ToListAsync(cancellationToken);
        open.ForEach(session => session.End(now));
        audit.Add(AuditActions.PasswordChanged, agencyId, account.Email ?? "");
        await news.AddAsync(account, Guid.CreateVersion7(now), cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await cookie.RenewAsync(account, signedIn.AuthenticationMethod);
        return verdict;
    }
}
