using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.StaticAssets;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Assisted;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>
/// Looks at each request whether the session still holds, and which roles the account has now: a changed password, a revoked role,
/// a shut account or the end of a placement takes effect at once.
/// </summary>
public sealed class SessionCheck(
    PortalDbContext database,
    AccountStandings standings,
    SignedIn signedIn,
    AgencyScope scope,
    AuditLog audit,
    TimeProvider clock
) : CookieAuthenticationEvents
{
    /// <inheritdoc />
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (IsForStaticFile(context.HttpContext))
        {
            // A style sheet is nobody's: the database is not asked, and the cookie stays as it is.
            context.RejectPrincipal();
            return;
        }

        var cancellationToken = context.HttpContext.RequestAborted;
        if (HttpMethods.IsGet(context.HttpContext.Request.Method))
        {
            await database.KeepConnectionAsync(cancellationToken);
        }

        if (await HoldingAsync(context.Principal!, cancellationToken) is not { } standing)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }

        var method =
            context.Principal!.FindFirstValue(PortalClaims.AuthenticationMethod) ?? "password";
        if (method == AssistedSession.Method)
        {
            // At a shared screen everybody is who they are as staff, whatever else they may be.
            standing = standing with
            {
                Roles = [.. standing.Roles.Where(role => role.Role == PortalRole.Staff)],
            };
        }

        signedIn.Become(
            standing.AccountId,
            standing.PersonId,
            standing.Name,
            method,
            standing.Roles
        );
        scope.EnterOnly(signedIn.AgencyIds);
        // The cookie itself is not renewed here: roles never travel in it.
        context.ReplacePrincipal(WithRoles(context, standing));
    }

    /// <inheritdoc />
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!context.Request.IsHtmx())
        {
            return base.RedirectToLogin(context);
        }

        // htmx would put the sign-in page into the middle of this one: it is told to load it whole.
        context.Response.Headers["HX-Redirect"] = context.RedirectUri;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task RedirectToAccessDenied(
        RedirectContext<CookieAuthenticationOptions> context
    )
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsForStaticFile(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private async Task<AccountStanding?> HoldingAsync(
        ClaimsPrincipal principal,
        CancellationToken cancellationToken
    )
    {
        if (
            !Guid.TryParse(principal.FindFirstValue(PortalClaims.SessionId), out var sessionId)
            || await database.Sessions.FindAsync([sessionId], cancellationToken)
                is not { EndedAt: null } session
            || principal.FindFirstValue(PortalClaims.AccountId) != session.AccountId.ToString()
        )
        {
            return null;
        }

        var standing = await standings.ReadAsync(session.AccountId, cancellationToken);
        var stamp = principal.FindFirstValue(PortalClaims.SecurityStamp);
        var reason =
            standing is null or { SecurityStamp: null } ? "no account"
            : standing.IsDisabled ? "account shut"
            : standing.SecurityStamp != stamp ? "stamp changed"
            : session.IsOverAt(clock.GetUtcNow()) ? "longest length"
            : null;
        if (reason is null)
        {
            return standing;
        }

        session.End(clock.GetUtcNow());
        audit.AddAbout(
            session.AccountId,
            AuditActions.SessionEnded,
            standing?.OnlyAgencyId,
            "",
            reason
        );
        await database.SaveChangesAsync(cancellationToken);
        return null;
    }

    private static ClaimsPrincipal WithRoles(
        CookieValidatePrincipalContext context,
        AccountStanding standing
    )
    {
        var identity = new ClaimsIdentity(
            context.Principal!.Claims,
            context.Scheme.Name,
            ClaimTypes.Name,
            PortalClaims.Role
        );
        foreach (var role in standing.Roles.Select(role => role.Role).Distinct())
        {
            identity.AddClaim(new Claim(PortalClaims.Role, role.ToString()));
        }

        return new ClaimsPrincipal(identity);
    }
}
