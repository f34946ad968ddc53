using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Reports.Monthly;

/// <summary>Questions about who gets monthly figures.</summary>
public static class MonthlyQueries
{
    /// <summary>Accounts that may see an agency's reports, and belong to somebody.</summary>
    public static IQueryable<Account> SeeingReportsOf(
        this PortalDbContext database,
        Guid agencyId
    ) =>
        database.Users.Where(account =>
            account.DisabledAt == null
            && account.PersonId != null
            && database.RoleGrants.Any(grant =>
                grant.AccountId == account.Id
                && grant.AgencyId == agencyId
                && grant.RevokedAt == null
                && (grant.Role == PortalRole.HumanResources || grant.Role == PortalRole.Auditor)
            )
        );
}
