using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>
/// Hands a receipt to whoever may have it: the person whose it is, and HR and auditors of its agency, whose view is written down.
/// </summary>
public sealed class ReceiptAccess(
    PortalDbContext database,
    Receipts receipts,
    SignedIn signedIn,
    AuditLog audit
)
{
    /// <summary>The receipt; null when there is none, or none for whoever asks.</summary>
    public async Task<CheckedReceipt?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        var owner = await database
            .Attestations.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(attestation => attestation.Id == id)
            .Select(attestation => new
            {
                attestation.PersonId,
                attestation.AgencyId,
                // What somebody signed while they were held a second time is theirs.
                NowId = database
                    .People.Where(person => person.Id == attestation.PersonId)
                    .Select(person => person.MergedIntoId ?? person.Id)
                    .First(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (owner is null)
        {
            return null;
        }

        if (owner.NowId != signedIn.PersonId)
        {
            if (
                !signedIn.Has(PortalRole.HumanResources, owner.AgencyId)
                && !signedIn.Has(PortalRole.Auditor, owner.AgencyId)
            )
            {
                await audit.WriteAsync(
                    AuditActions.Refused,
                    owner.AgencyId,
                    $"/attestations/{id}",
                    "Somebody else's receipt",
                    cancellationToken
                );
                return null;
            }

            await audit.WriteAsync(
                AuditActions.PeopleViewed,
                owner.AgencyId,
                $"/attestations/{id}",
                $"Receipt of person {owner.PersonId}",
                cancellationToken
            );
        }

        return await receipts.ReadAsync(id, cancellationToken);
    }
}
