using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>
/// Looks at each request whether the session still holds, and which roles the account has now: a changed password, a revoked role or
/// the end of a placement takes effect at once.
/// </summary>
public sealed class SessionCheck(
    PortalDbContext database,
    SignedIn signedIn,
    AgencyScope scope,
    TimeProvider clock
) : CookieAuthenticationEvents
{
    /// <inheritdoc />
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var cancellationToken = context.HttpContext.RequestAborted;
        var principal = context.Principal!;
        var standing = Guid.TryParse(
            principal.FindFirstValue(PortalClaims.AccountId),
            out var accountId
        )
            ? await ReadAsync(accountId, cancellationToken)
            : null;
        if (
            standing is null
            || standing.SecurityStamp != principal.FindFirstValue(PortalClaims.SecurityStamp)
        )
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }

        var method = principal.FindFirstValue(PortalClaims.AuthenticationMethod) ?? "password";
        signedIn.Become(accountId, standing.PersonId, standing.Name, method, standing.Roles);
        scope.EnterOnly(signedIn.AgencyIds);
        var identity = new ClaimsIdentity(
            principal.Claims,
            context.Scheme.Name,
            ClaimTypes.Name,
            PortalClaims.Role
        );
        foreach (var role in standing.Roles.Select(role => role.Role).Distinct())
        {
            identity.AddClaim(new Claim(PortalClaims.Role, role.ToString()));
        }

        // The cookie itself is not renewed here: roles never travel in it.
        context.ReplacePrincipal(new ClaimsPrincipal(identity));
    }

    private async Task<Standing?> ReadAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var account = await database
            .Users.Where(account => account.Id == accountId)
            .Select(account => new
            {
                account.SecurityStamp,
                account.PersonId,
                account.Email,
                Name = database
                    .PersonNames.HoldingOn(today)
                    .Where(name => name.PersonId == account.PersonId)
                    .Select(name => name.Name)
                    .FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (account is null)
        {
            return null;
        }

        // Walls stand on what these facts say, so they are read before there are any.
        var granted = await database
            .RoleGrants.Where(grant => grant.AccountId == accountId && grant.RevokedAt == null)
            .Select(grant => new { grant.Role, grant.AgencyId })
            .Concat(
                database
                    .Placements.IgnoreQueryFilters(Walls)
                    .HoldingOn(today)
                    .Where(placement => placement.PersonId == account.PersonId)
                    .Select(placement => new { Role = PortalRole.Staff, placement.AgencyId })
            )
            .Concat(
                database
                    .Leaderships.IgnoreQueryFilters(Walls)
                    .HoldingOn(today)
                    .Where(leadership => leadership.LeaderId == account.PersonId)
                    .Select(leadership => new { Role = PortalRole.Leader, leadership.AgencyId })
            )
            .Distinct()
            .ToListAsync(cancellationToken);
        return new Standing(
            account.SecurityStamp,
            account.PersonId,
            account.Name ?? account.Email ?? "",
            [.. granted.Select(role => (role.Role, role.AgencyId))]
        );
    }

    private static string[] Walls => [PortalDbContext.AgencyWall];

    private sealed record Standing(
        string? SecurityStamp,
        Guid? PersonId,
        string Name,
        IReadOnlyList<(PortalRole Role, Guid AgencyId)> Roles
    );
}
