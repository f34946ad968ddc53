using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>How an account stands now: whose it is, what it may do and where.</summary>
public sealed record AccountStanding(
    Guid AccountId,
    string? SecurityStamp,
    Guid? PersonId,
    string Name,
    bool IsDisabled,
    IReadOnlyList<(PortalRole Role, Guid AgencyId)> Roles
)
{
    /// <summary>The agency, where it is the only one; null for none or several. Audit entries about the account carry it.</summary>
    public Guid? OnlyAgencyId =>
        Roles.Select(role => role.AgencyId).Distinct().Take(2).ToArray() is [var only]
            ? only
            : null;
}

/// <summary>Reads how accounts stand. Walls rest on what this says, so it reads before there are any.</summary>
public sealed class AccountStandings(PortalDbContext database, TimeProvider clock)
{
    private static string[] Walls => [PortalDbContext.AgencyWall];

    /// <summary>How an account stands; null when there is none of that id.</summary>
    public async Task<AccountStanding?> ReadAsync(
        Guid accountId,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var account = await database
            .Users.Where(account => account.Id == accountId)
            .Select(account => new
            {
                account.SecurityStamp,
                account.PersonId,
                account.Email,
                account.DisabledAt,
                Name = database
                    .PersonNames.HoldingOn(today)
                    .Where(name => name.PersonId == account.PersonId)
                    .Select(name => name.Name)
                    .FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (account is null)
        {
            return null;
        }

        var roles = await RolesOf(accountId, account.PersonId, today)
            .ToListAsync(cancellationToken);
        return new AccountStanding(
            accountId,
            account.SecurityStamp,
            account.PersonId,
            account.Name ?? account.Email ?? "",
            account.DisabledAt is not null,
            [.. roles.Select(role => (role.Role, role.AgencyId))]
        );
    }

    private IQueryable<RoleThere> RolesOf(Guid accountId, Guid? personId, DateOnly today) =>
        database
            .RoleGrants.Where(grant => grant.AccountId == accountId && grant.RevokedAt == null)
            .Select(grant => new RoleThere { Role = grant.Role, AgencyId = grant.AgencyId })
            .Concat(
                database
                    .Placements.IgnoreQueryFilters(Walls)
                    .HoldingOn(today)
                    .Where(placement => placement.PersonId == personId)
                    .Select(placement => new RoleThere
                    {
                        Role = PortalRole.Staff,
                        AgencyId = placement.AgencyId,
                    })
            )
            .Concat(
                database
                    .Leaderships.IgnoreQueryFilters(Walls)
                    .HoldingOn(today)
                    .Where(leadership => leadership.LeaderId == personId)
                    .Select(leadership => new RoleThere
                    {
                        Role = PortalRole.Leader,
                        AgencyId = leadership.AgencyId,
                    })
            )
            .Distinct();

    private sealed record RoleThere
    {
        public PortalRole Role { get; init; }

        public Guid AgencyId { get; init; }
    }
}
