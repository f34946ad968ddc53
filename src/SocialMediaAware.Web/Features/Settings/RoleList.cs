using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Settings;

/// <summary>A role that somebody was given.</summary>
public sealed record RoleLine(
    Guid GrantId,
    string Email,
    string? Name,
    PortalRole Role,
    string Agency,
    DateTimeOffset GrantedAt
);

/// <summary>Lists who has which granted role in the agencies that the signed-in account administers.</summary>
public sealed class RoleList(PortalDbContext database, SignedIn signedIn, TimeProvider clock)
{
    /// <summary>How many lines a page holds.</summary>
    public const int PageLength = 50;

    /// <summary>Reads a page, and whether another follows.</summary>
    /// <param name="search">A part of a name or mail address; null for everybody.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<(IReadOnlyList<RoleLine> Lines, bool HasMore)> ReadAsync(
        string? search,
        int page,
        CancellationToken cancellationToken
    )
    {
        var lines = await Matching(Lines(), search)
            .OrderBy(line => line.Email)
            .ThenBy(line => line.Agency)
            .ThenBy(line => line.GrantId)
            .Skip((page - 1) * PageLength)
            .Take(PageLength + 1)
            .ToListAsync(cancellationToken);
        return (
            [.. lines.Take(PageLength).Select(line => line.ToLine())],
            lines.Count > PageLength
        );
    }

    /// <summary>One of them; null when it does not hold, or is not in an agency that the account administers.</summary>
    public async Task<RoleLine?> FindAsync(Guid grantId, CancellationToken cancellationToken) =>
        (
            await Lines().SingleOrDefaultAsync(line => line.GrantId == grantId, cancellationToken)
        )?.ToLine();

    private static IQueryable<Line> Matching(IQueryable<Line> lines, string? search)
    {
        if (string.IsNullOrWhiteSpace(search))
        {
            return lines;
        }

        var upper = Account.LookUpForm(search);
        var lower = search.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Both databases translate this call and no other.
        return lines.Where(line =>
            line.LookUpForm.Contains(upper) || line.Name!.ToLower().Contains(lower)
        );
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }

    private IQueryable<Line> Lines()
    {
        var today = clock.Today();
        return from grant in database.RoleGrants.HeldIn(
                signedIn.AgenciesAs(PortalRole.Administrator)
            )
            join account in database.Users on grant.AccountId equals account.Id
            where
                !database.People.Any(person =>
                    person.Id == account.PersonId && person.DiedOn != null
                )
            join agency in database.Agencies on grant.AgencyId equals agency.Id
            select new Line
            {
                GrantId = grant.Id,
                Email = account.Email ?? "",
                LookUpForm = account.NormalizedEmail ?? "",
                Name = database
                    .PersonNames.HoldingOn(today)
                    .Where(name => name.PersonId == account.PersonId)
                    .Select(name => name.Name)
                    .FirstOrDefault(),
                Role = grant.Role,
                Agency = agency.ShortName,
                GrantedAt = grant.GrantedAt,
            };
    }

    private sealed record Line
    {
        public Guid GrantId { get; init; }

        public string Email { get; init; } = "";

        public string LookUpForm { get; init; } = "";

        public string? Name { get; init; }

        public PortalRole Role { get; init; }

        public string Agency { get; init; } = "";

        public DateTimeOffset GrantedAt { get; init; }

        public RoleLine ToLine() => new(GrantId, Email, Name, Role, Agency, GrantedAt);
    }
}
