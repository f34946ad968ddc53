using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Settings;

/// <summary>How taking a role back ended.</summary>
public enum RoleRevokingOutcome
{
    /// <summary>It is taken back, now or by somebody who was quicker.</summary>
    Revoked,

    /// <summary>There is no such role in an agency that the account administers.</summary>
    NotFound,

    /// <summary>It is their own last role as an administrator.</summary>
    OwnLast,

    /// <summary>The agency would have no administrator.</summary>
    AgencyLast,
}

/// <summary>Takes a role back.</summary>
public sealed class RoleRevoking(
    PortalDbContext database,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>Takes it back, and writes it to the audit log in the same transaction.</summary>
    public async Task<RoleRevokingOutcome> RevokeAsync(
        Guid grantId,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        var grant = await database.RoleGrants.SingleOrDefaultAsync(
            grant => grant.Id == grantId,
            cancellationToken
        );
        if (grant is null || !signedIn.Has(PortalRole.Administrator, grant.AgencyId))
        {
            return RoleRevokingOutcome.NotFound;
        }

        if (grant.RevokedAt is not null)
        {
            return RoleRevokingOutcome.Revoked;
        }

        if (
            grant.Role is PortalRole.Administrator
            && await ObstacleAsync(grant, cancellationToken) is { } obstacle
        )
        {
            return obstacle;
        }

        grant.Revoke(signedIn.AccountId, clock.GetUtcNow());
        var email = await database
            .Users.Where(account => account.Id == grant.AccountId)
            .Select(account => account.Email)
            .SingleAsync(cancellationToken);
        audit.Add(AuditActions.RoleRevoked, grant.AgencyId, email ?? "", grant.Role.ToString());
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return RoleRevokingOutcome.Revoked;
    }

    private async Task<RoleRevokingOutcome?> ObstacleAsync(
        RoleGrant grant,
        CancellationToken cancellationToken
    )
    {
        var others = database.RoleGrants.Where(other =>
            other.Role == PortalRole.Administrator
            && other.RevokedAt == null
            && other.Id != grant.Id
        );
        if (
            grant.AccountId == signedIn.AccountId
            && !await others.AnyAsync(
                other => other.AccountId == signedIn.AccountId,
                cancellationToken
            )
        )
        {
            return RoleRevokingOutcome.OwnLast;
        }

        return await others.AnyAsync(other => other.AgencyId == grant.AgencyId, cancellationToken)
            ? null
            : RoleRevokingOutcome.AgencyLast;
    }
}
