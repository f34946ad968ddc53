using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Settings;

/// <summary>How giving a role ended.</summary>
public enum RoleGivingOutcome
{
    /// <summary>They have it from now on.</summary>
    Given,

    /// <summary>They had it already.</summary>
    HasItAlready,

    /// <summary>There is no account with this mail address.</summary>
    EmailUnknown,
}

/// <summary>Gives somebody a role in an agency.</summary>
public sealed class RoleGiving(
    PortalDbContext database,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>Gives it, and writes it to the audit log in the same transaction.</summary>
    /// <exception cref="InvalidOperationException">The signed-in account does not administer the agency.</exception>
    public async Task<RoleGivingOutcome> GiveAsync(
        string email,
        PortalRole role,
        Guid agencyId,
        CancellationToken cancellationToken
    )
    {
        if (!signedIn.Has(PortalRole.Administrator, agencyId))
        {
            throw new InvalidOperationException("Roles are given by the agency's administrators.");
        }

        var lookUpForm = Account.LookUpForm(email);
        var account = await database.Users.SingleOrDefaultAsync(
            account => account.NormalizedEmail == lookUpForm && account.DisabledAt == null,
            cancellationToken
        );
        if (account is null)
        {
            return RoleGivingOutcome.EmailUnknown;
        }

        var held = database
            .RoleGrants.HeldIn([agencyId])
            .Where(grant => grant.AccountId == account.Id && grant.Role == role);
        if (await held.AnyAsync(cancellationToken))
        {
            return RoleGivingOutcome.HasItAlready;
        }

        database.Add(
            RoleGrant.Give(account.Id, role, agencyId, signedIn.AccountId, clock.GetUtcNow())
        );
        audit.Add(AuditActions.RoleGranted, agencyId, account.Email ?? "", role.ToString());
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return RoleGivingOutcome.Given;
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation())
        {
            // Another tab, or another administrator, was quicker by a moment: the index holds a role to once.
            return RoleGivingOutcome.HasItAlready;
        }
    }
}
