using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>
/// Writes to the audit log that something about somebody's due dates was changed. Leave, exemptions and extensions are written in the
/// same words: whoever reads the log must not learn which it was.
/// </summary>
public static class DueDateAudit
{
    /// <summary>What is written of all of them.</summary>
    public const string Detail = "due dates";

    /// <summary>Adds an entry about one person to what is about to be saved.</summary>
    public static void AddDueDates(this AuditLog audit, Guid agencyId, Guid personId) =>
        audit.Add(AuditActions.PersonChanged, agencyId, $"/people/person/{personId}", Detail);

    /// <summary>Adds an entry about several people to what is about to be saved. It does not say who or how many.</summary>
    public static void AddDueDatesOfSeveral(this AuditLog audit, Guid agencyId) =>
        audit.Add(AuditActions.PersonChanged, agencyId, "/people", Detail);
}
