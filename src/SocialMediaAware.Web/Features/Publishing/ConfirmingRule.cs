using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Publishing;

/// <summary>An agency says that a module is its rule in force. No programme with the module can be launched before.</summary>
public sealed class ConfirmingRule(
    PortalDbContext database,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>Records it, and writes it to the audit log in the same transaction. A second time changes nothing.</summary>
    /// <param name="owned">The module.</param>
    /// <param name="agencyId">The agency; the account must be its HR or content owner.</param>
    /// <param name="consulted">Who was consulted.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InvalidOperationException">The account has neither role in the agency.</exception>
    public async Task ConfirmAsync(
        OwnedModule owned,
        Guid agencyId,
        string consulted,
        CancellationToken cancellationToken
    )
    {
        if (
            !signedIn.Has(PortalRole.HumanResources, agencyId)
            && !signedIn.Has(PortalRole.ContentOwner, agencyId)
        )
        {
            throw new InvalidOperationException(
                "A rule is confirmed by HR or a content owner of the agency."
            );
        }

        var module = owned.ToConfirm;
        database.Add(
            RuleConfirmation.Confirm(
                agencyId,
                module.Slug,
                module.Version.Major,
                consulted,
                signedIn.AccountId,
                clock.GetUtcNow()
            )
        );
        audit.Add(
            AuditActions.RuleConfirmed,
            agencyId,
            $"{module.Slug} {module.Version}",
            consulted
        );
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation())
        {
            // It was confirmed already, or at this moment by somebody else: the first record stands.
            database.ChangeTracker.Clear();
        }
    }
}
