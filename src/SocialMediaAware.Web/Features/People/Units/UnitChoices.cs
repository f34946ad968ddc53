using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>An agency to choose.</summary>
public sealed record AgencyChoice(Guid Id, string Name);

/// <summary>The agencies whose units somebody sees or keeps.</summary>
public sealed class UnitChoices(PortalDbContext database, SignedIn signedIn)
{
    /// <summary>Those in which the account has one of some roles, by name.</summary>
    public async Task<IReadOnlyList<AgencyChoice>> AgenciesAsync(
        CancellationToken cancellationToken,
        params PortalRole[] roles
    )
    {
        var agencyIds = roles.SelectMany(signedIn.AgenciesAs).Distinct().ToArray();
        return await database
            .Agencies.Where(agency => agencyIds.Contains(agency.Id))
            .OrderBy(agency => agency.ShortName)
            .Select(agency => new AgencyChoice(agency.Id, agency.ShortName))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The agency that an address names; the first one where it names none; null when it is not among them.</summary>
    public static AgencyChoice? Named(IReadOnlyList<AgencyChoice> agencies, string? named) =>
        string.IsNullOrEmpty(named) ? (agencies.Count == 0 ? null : agencies[0])
        : Guid.TryParse(named, out var id) ? agencies.FirstOrDefault(agency => agency.Id == id)
        : null;
}
