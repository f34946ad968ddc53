using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Settings;

/// <summary>Questions about granted roles.</summary>
public static class RoleQueries
{
    /// <summary>Roles that hold, in these agencies. Roles have no wall of their own: who asks always says where.</summary>
    public static IQueryable<RoleGrant> HeldIn(
        this IQueryable<RoleGrant> grants,
        IReadOnlyList<Guid> agencyIds
    ) => grants.Where(grant => grant.RevokedAt == null && agencyIds.Contains(grant.AgencyId));
}
