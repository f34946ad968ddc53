using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>
/// The one place that gives out session cookies, and takes them back. Every way of signing in ends here, so that each gives the same
/// kind of session.
/// </summary>
public sealed class SessionCookie(
    PortalDbContext database,
    AccountStandings standings,
    AuditLog audit,
    IHttpContextAccessor http,
    PlanAfterSignIn plan,
    TimeProvider clock
)
{
    private HttpContext Request => http.HttpContext!;

    /// <summary>
    /// Signs an account in: ends the session that this browser had, begins a new one with a new id, writes it to the audit log and
    /// sets the cookie.
    /// </summary>
    /// <param name="account">The account, whose proof of identity the caller has seen.</param>
    /// <param name="method">How it proved who it is, such as <c>password</c> or <c>demonstration</c>.</param>
    /// <returns>The new session.</returns>
    public async Task<Session> IssueAsync(Account account, string method)
    {
        var standing = await standings.ReadAsync(account.Id, Request.RequestAborted);
        audit.AddAbout(account.Id, AuditActions.SignedIn, standing?.OnlyAgencyId, "", method);
        var session = await BeginAsync(account, method);
        if (account.PersonId is { } personId)
        {
            await plan.RunAsync(personId, Request.RequestAborted);
        }

        return session;
    }

    /// <summary>Goes on after a change of password with a new session; the account's others end at their next request.</summary>
    public Task RenewAsync(Account account, string method) => BeginAsync(account, method);

    /// <summary>Signs out: the session ends in the database and the browser forgets its cookie.</summary>
    public async Task EndAsync()
    {
        if (await PresentAsync() is { EndedAt: null } present)
        {
            var standing = await standings.ReadAsync(present.AccountId, Request.RequestAborted);
            present.End(clock.GetUtcNow());
            audit.AddAbout(
                present.AccountId,
                AuditActions.SignedOut,
                standing?.OnlyAgencyId,
                "",
                present.Method
            );
            await database.SaveChangesAsync(Request.RequestAborted);
        }

        await Request.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    private async Task<Session> BeginAsync(Account account, string method)
    {
        var now = clock.GetUtcNow();
        (await PresentAsync())?.End(now);
        var session = Session.Begin(account.Id, method, now);
        database.Add(session);
        await using (
            var transaction = await database.Database.BeginTransactionAsync(Request.RequestAborted)
        )
        {
            // Sessions that nobody can use any more go; that they were is in the audit log.
            var over = now - Session.LongestLength;
            await database
                .Sessions.Where(old => old.StartedAt < over)
                .ExecuteDeleteAsync(Request.RequestAborted);
            await database.SaveChangesAsync(Request.RequestAborted);
            await transaction.CommitAsync(Request.RequestAborted);
        }

        var identity = new ClaimsIdentity(
            [
                new Claim(PortalClaims.AccountId, account.Id.ToString()),
                new Claim(PortalClaims.SecurityStamp, account.SecurityStamp ?? ""),
                new Claim(PortalClaims.SessionId, session.Id.ToString()),
                new Claim(PortalClaims.AuthenticationMethod, method),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme
        );
        await Request.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme,
            new ClaimsPrincipal(identity)
        );
        return session;
    }

    private async Task<Session?> PresentAsync() =>
        Guid.TryParse(Request.User.FindFirstValue(PortalClaims.SessionId), out var sessionId)
            ? await database.Sessions.FindAsync([sessionId], Request.RequestAborted)
            : null;
}
