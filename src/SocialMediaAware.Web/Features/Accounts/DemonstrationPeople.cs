using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Demonstration;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>A member of the demonstration to sign in as.</summary>
public sealed record DemonstrationChoice(Guid AccountId, string Name, string About);

/// <summary>Members who have a role.</summary>
public sealed record DemonstrationGroup(
    PortalRole Role,
    IReadOnlyList<DemonstrationChoice> Members
);

/// <summary>Lists the members of the demonstration, over all walls: it exists in Development only.</summary>
public sealed class DemonstrationPeople(PortalDbContext database, TimeProvider clock)
{
    private const int MostFound = 20;

    private static string[] Walls => [PortalDbContext.AgencyWall];

    /// <summary>The members with a name of their own, by role.</summary>
    public async Task<IReadOnlyList<DemonstrationGroup>> NamedAsync(
        CancellationToken cancellationToken
    )
    {
        var lookUpForms = DemonstrationCast
            .All.Select(member => Account.LookUpForm(member.Email))
            .ToArray();
        var accounts = await database
            .Users.Where(account =>
                account.DisabledAt == null && lookUpForms.Contains(account.NormalizedEmail)
            )
            .ToDictionaryAsync(
                account => account.NormalizedEmail!,
                account => account.Id,
                cancellationToken
            );
        return
        [
            .. DemonstrationCast
                .All.Where(member => accounts.ContainsKey(Account.LookUpForm(member.Email)))
                .GroupBy(RoleOf)
                .OrderBy(group => group.Key)
                .Select(group => new DemonstrationGroup(
                    group.Key,
                    [
                        .. group.Select(member => new DemonstrationChoice(
                            accounts[Account.LookUpForm(member.Email)],
                            member.Name,
                            member.Description
                        )),
                    ]
                )),
        ];
    }

    /// <summary>Members whose name or mail address has a text in it.</summary>
    public async Task<IReadOnlyList<DemonstrationChoice>> FindAsync(
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
        return [.. found.Select(member => member.ToChoice())];
    }

    private static PortalRole RoleOf(DemonstrationMember member) =>
        member.Role
        ?? (member == DemonstrationCast.PeopleLeader ? PortalRole.Leader : PortalRole.Staff);

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
        public string? Position { get; init; }

        public DemonstrationChoice ToChoice() =>
            new(AccountId, Name ?? Email ?? "", Position ?? Email ?? "");
    }
}
