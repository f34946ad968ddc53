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
/// Finds the HR contact of a programme: the one who is named for it while they are HR of its agency and can sign in; otherwise
/// whoever of HR there has had the role the longest.
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
        // The assignment may be of an agency that the person has left.
        var named = await database
            .Programmes.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(programme => programme.Id == assignment.ProgrammeId)
            .Select(programme => programme.ContactAccountId)
            .SingleOrDefaultAsync(cancellationToken);
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
            .OrderByDescending(one => one.Id == named)
            .ThenBy(one => one.GrantedAt)
            .ThenBy(one => one.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new(found.Id, found.Name ?? found.Email ?? "");
    }
}
