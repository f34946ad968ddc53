using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>Signs in with a mail address and a password.</summary>
public sealed class PasswordSignIn(
    PortalDbContext database,
    PasswordAttempts attempts,
    UnknownAccounts unknown,
    AccountStandings standings,
    SessionCookie session,
    AuditLog audit
)
{
    /// <summary>The method that the session carries.</summary>
    public const string Method = "password";

    /// <summary>Tries to sign in; when the password is right, the session has begun.</summary>
    public async Task<PasswordVerdict> TryAsync(
        string email,
        string password,
        CancellationToken cancellationToken
    )
    {
        var lookUpForm = Account.LookUpForm(email);
        var account = await database.Users.SingleOrDefaultAsync(
            account => account.NormalizedEmail == lookUpForm,
            cancellationToken
        );
        var verdict = await attempts.TryAsync(account, password, cancellationToken);
        if (account is null)
        {
            verdict = unknown.Count(email);
        }
        else if (verdict is PasswordVerdict.Right)
        {
            await session.IssueAsync(account, Method);
            return verdict;
        }

        await NoteAsync(account, verdict, cancellationToken);
        return verdict;
    }

    // What somebody types into the wrong box may be a secret: an address without an account is never written down.
    private async Task NoteAsync(
        Account? account,
        PasswordVerdict verdict,
        CancellationToken cancellationToken
    )
    {
        var standing = account is null
            ? null
            : await standings.ReadAsync(account.Id, cancellationToken);
        var subject = account?.Email ?? "unknown account";
        audit.AddAbout(
            account?.Id,
            AuditActions.SignInRefused,
            standing?.OnlyAgencyId,
            subject,
            verdict is PasswordVerdict.Locked ? "locked" : "wrong password"
        );
        if (account is not null && verdict is PasswordVerdict.WrongAndNowLocked)
        {
            audit.AddAbout(
                account.Id,
                AuditActions.LockedOut,
                standing?.OnlyAgencyId,
                subject,
                $"{PasswordAttempts.MostFailures} wrong passwords, {PasswordAttempts.LockLength.TotalMinutes} minutes"
            );
        }

        await database.SaveChangesAsync(cancellationToken);
    }
}
