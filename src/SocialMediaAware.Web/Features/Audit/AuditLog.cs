using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Audit;

/// <summary>Writes to the audit log.</summary>
public sealed class AuditLog(PortalDbContext database, SignedIn signedIn, TimeProvider clock)
{
    /// <summary>Adds an entry to what the caller is about to save, so that both are kept or neither.</summary>
    public void Add(string action, Guid? agencyId, string subject, string detail = "") =>
        database.AuditEntries.Add(
            AuditEntry.Record(
                action,
                signedIn.IsSomebody ? signedIn.AccountId : null,
                agencyId,
                subject,
                detail,
                clock.GetUtcNow()
            )
        );

    /// <summary>Adds an entry about an account that is not, or not yet, the one that is signed in.</summary>
    public void AddAbout(
        Guid? accountId,
        string action,
        Guid? agencyId,
        string subject,
        string detail = ""
    ) =>
        database.AuditEntries.Add(
            AuditEntry.Record(action, accountId, agencyId, subject, detail, clock.GetUtcNow())
        );

    /// <summary>Writes an entry of its own.</summary>
    public async Task WriteAsync(
        string action,
        Guid? agencyId,
        string subject,
        string detail,
        CancellationToken cancellationToken
    )
    {
        Add(action, agencyId, subject, detail);
        await database.SaveChangesAsync(cancellationToken);
    }
}
