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

        var placements = database
            .Placements.IgnoreQueryFilters(Walls)
            .Believed()
            .Where(placement => placement.PersonId == account.PersonId);
        var granted = await database
            .RoleGrants.Where(grant => grant.AccountId == accountId && grant.RevokedAt == null)
            .Where(grant =>
                // Whoever left an agency has no role there any more. Who was never placed there keeps theirs: an administrator
                // need not be anybody's staff.
                !placements.Any(placement => placement.AgencyId == grant.AgencyId)
                || placements.Any(placement =>
                    placement.AgencyId == grant.AgencyId
                    && (placement.HoldsUntil == null || placement.HoldsUntil > today)
                )
            )
            .Select(grant => new { grant.Role, grant.AgencyId })
            .ToListAsync(cancellationToken);
        var derived = await DerivedFrom(account.PersonId, today)
            .Select(role => new { role.IsLeader, role.AgencyId })
            .ToListAsync(cancellationToken);
        return new AccountStanding(
            accountId,
            account.SecurityStamp,
            account.PersonId,
            account.Name ?? account.Email ?? "",
            account.DisabledAt is not null,
            [
                .. granted.Select(role => (role.Role, role.AgencyId)),
                .. derived.Select(role =>
                    (role.IsLeader ? PortalRole.Leader : PortalRole.Staff, role.AgencyId)
                ),
            ]
        );
    }

    // A role itself cannot stand in a union: PostgreSQL will not have a column of words beside a constant of another type.
    private IQueryable<DerivedRole> DerivedFrom(Guid? personId, DateOnly today) =>
        database
            .Placements.IgnoreQueryFilters(Walls)
            .HoldingOn(today)
            .Where(placement => placement.PersonId == personId)
            .Select(placement => new DerivedRole
            {
                IsLeader = false,
                AgencyId = placement.AgencyId,
            })
            .Concat(
                database
                    .Leaderships.IgnoreQueryFilters(Walls)
                    .HoldingOn(today)
                    .Where(leadership => leadership.LeaderId == personId)
                    .Select(leadership => new DerivedRole
                    {
                        IsLeader = true,
                        AgencyId = leadership.AgencyId,
                    })
            )
            .Concat(NextOneUp(personId, today))
            .Concat(
                database
                    .StandIns.IgnoreQueryFilters(Walls)
                    .HoldingOn(today)
                    .Where(standIn => standIn.StandInId == personId)
                    .Select(standIn => new DerivedRole
                    {
                        IsLeader = true,
                        AgencyId = standIn.AgencyId,
                    })
            )
            .Distinct();

    // Whoever led a leader until that one left is the next one up for those whom nobody leads since.
    private IQueryable<DerivedRole> NextOneUp(Guid? personId, DateOnly today) =>
        database
            .Leaderships.IgnoreQueryFilters(Walls)
            .Believed()
            .Where(above =>
                above.LeaderId == personId
                && above.HoldsUntil <= today
                && database.Leaderships.Any(below =>
                    below.UnlearntAt == null
                    && below.LeaderId == above.PersonId
                    && below.AgencyId == above.AgencyId
                    && below.HoldsUntil == above.HoldsUntil
                    && !database.Leaderships.Any(since =>
                        since.UnlearntAt == null
                        && since.PersonId == below.PersonId
                        && since.AgencyId == below.AgencyId
                        && since.HoldsFrom <= today
                        && (since.HoldsUntil == null || since.HoldsUntil > today)
                    )
                )
            )
            .Select(above => new DerivedRole { IsLeader = true, AgencyId = above.AgencyId });

    private sealed record DerivedRole
    {
        public bool IsLeader { get; init; }

        public Guid AgencyId { get; init; }
    }
}
