using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>The one of HR who is told when somebody does not agree.</summary>
/// <param name="AccountId">Their account.</param>
/// <param name="Name">What they are called.</param>
public sealed record HumanResourcesContact(Guid AccountId, string Name);

/// <summary>
/// Finds the HR contact of a programme: whoever has had the role in its agency the longest, of those who can sign in.
/// </summary>
public sealed class HumanResourcesContacts(PortalDbContext database, TimeProvider clock)
{
    /// <summary>Who is told about an assignment; null where nobody is HR of its agency.</summary>
    public async Task<HumanResourcesContact?> FindAsync(
        Assignment assignment,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var found = await database
            .RoleGrants.Where(grant =>
                grant.AgencyId == assignment.AgencyId
                && grant.Role == PortalRole.HumanResources
                && grant.RevokedAt == null
            )
            .Join(
                database.Users.Where(account => account.DisabledAt == null),
                grant => grant.AccountId,
                account => account.Id,
                (grant, account) =>
                    new
                    {
                        grant.GrantedAt,
                        account.Id,
                        account.Email,
                        Name = database
                            .PersonNames.HoldingOn(today)
                            .Where(name => name.PersonId == account.PersonId)
                            .OrderByDescending(name => name.HoldsFrom)
                            .Select(name => name.Name)
                            .FirstOrDefault(),
                    }
            )
            .OrderBy(one => one.GrantedAt)
            .ThenBy(one => one.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new(found.Id, found.Name ?? found.Email ?? "");
    }
}
