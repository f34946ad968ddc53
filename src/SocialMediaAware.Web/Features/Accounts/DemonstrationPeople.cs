using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>A member of the demonstration to sign in as.</summary>
public sealed record DemonstrationMember(Guid AccountId, string Name, string About);

/// <summary>Members who have a role.</summary>
public sealed record DemonstrationGroup(
    PortalRole Role,
    IReadOnlyList<DemonstrationMember> Members
);

/// <summary>Lists the members of the demonstration, over all walls: it exists in Development only.</summary>
public sealed class DemonstrationPeople(PortalDbContext database, TimeProvider clock)
{
    private const int FewOfARole = 4;
    private const int MostFound = 20;

    private static string[] Walls => [PortalDbContext.AgencyWall];

    /// <summary>A few members for each role, those who look after the portal first.</summary>
    public async Task<IReadOnlyList<DemonstrationGroup>> SomeOfEachRoleAsync(
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var granted = await Described()
            .Join(
                database.RoleGrants.Where(grant => grant.RevokedAt == null),
                member => member.AccountId,
                grant => grant.AccountId,
                (member, grant) => new { Member = member, grant.Role }
            )
            .Take(200)
            .ToListAsync(cancellationToken);
        var staff = await Described()
            .Where(member =>
                !database.RoleGrants.Any(grant =>
                    grant.AccountId == member.AccountId && grant.RevokedAt == null
                )
                && !database
                    .Leaderships.IgnoreQueryFilters(Walls)
                    .HoldingOn(today)
                    .Any(leadership => leadership.LeaderId == member.PersonId)
            )
            .OrderByDescending(member => member.Since)
            .ThenBy(member => member.Email)
            .Take(FewOfARole)
            .ToListAsync(cancellationToken);
        var leaders = await Described()
            .Where(member =>
                database
                    .Leaderships.IgnoreQueryFilters(Walls)
                    .HoldingOn(today)
                    .Any(leadership => leadership.LeaderId == member.PersonId)
            )
            .OrderBy(member => member.Email)
            .Take(FewOfARole)
            .ToListAsync(cancellationToken);
        return
        [
            .. granted
                .Select(entry => (entry.Member, entry.Role))
                .Concat(staff.Select(member => (Member: member, Role: PortalRole.Staff)))
                .Concat(leaders.Select(member => (Member: member, Role: PortalRole.Leader)))
                .GroupBy(entry => entry.Role)
                .OrderBy(group => group.Key)
                .Select(group => new DemonstrationGroup(
                    group.Key,
                    [
                        .. group
                            .DistinctBy(entry => entry.Member.AccountId)
                            .Take(FewOfARole)
                            .Select(entry => entry.Member.ToMember()),
                    ]
                )),
        ];
    }

    /// <summary>Members whose name or mail address has a text in it.</summary>
    public async Task<IReadOnlyList<DemonstrationMember>> FindAsync(
        string text,
        CancellationToken cancellationToken
    )
    {
        var lower = text.ToLowerInvariant();
        var upper = text.ToUpperInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Both databases translate this call and no other.
        var found = await Described()
            .Where(member =>
                member.LookUpForm!.Contains(upper) || member.Name!.ToLower().Contains(lower)
            )
            .OrderBy(member => member.Name)
            .ThenBy(member => member.Email)
            .Take(MostFound)
            .ToListAsync(cancellationToken);
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        return [.. found.Select(member => member.ToMember())];
    }

    private IQueryable<Listed> Described()
    {
        var today = clock.Today();
        return database
            .Users.Where(account => account.DisabledAt == null)
            .Select(account => new Listed
            {
                AccountId = account.Id,
                PersonId = account.PersonId,
                Email = account.Email,
                LookUpForm = account.NormalizedEmail,
                Name = database
                    .PersonNames.HoldingOn(today)
                    .Where(name => name.PersonId == account.PersonId)
                    .Select(name => name.Name)
                    .FirstOrDefault(),
                Since = database
                    .Placements.IgnoreQueryFilters(Walls)
                    .HoldingOn(today)
                    .Where(placement => placement.PersonId == account.PersonId)
                    .Select(placement => (DateOnly?)placement.HoldsFrom)
                    .Max(),
                Position = database
                    .Placements.IgnoreQueryFilters(Walls)
                    .HoldingOn(today)
                    .Where(placement => placement.PersonId == account.PersonId)
                    .OrderByDescending(placement => placement.HoldsFrom)
                    .Select(placement =>
                        placement.Position
                        + ", "
                        + database
                            .Agencies.Where(agency => agency.Id == placement.AgencyId)
                            .Select(agency => agency.ShortName)
                            .FirstOrDefault()
                    )
                    .FirstOrDefault(),
            });
    }

    private sealed record Listed
    {
        public Guid AccountId { get; init; }
        public Guid? PersonId { get; init; }
        public string? Email { get; init; }
        public string? LookUpForm { get; init; }
        public string? Name { get; init; }
        public DateOnly? Since { get; init; }
        public string? Position { get; init; }

        public DemonstrationMember ToMember() =>
            new(AccountId, Name ?? Email ?? "", Position ?? Email ?? "");
    }
}
