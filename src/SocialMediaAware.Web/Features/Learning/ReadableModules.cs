using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>Which modules the account that asks may read: those whose audience it belongs to, and no other agency's.</summary>
public sealed class ReadableModules(
    PortalDbContext database,
    ContentStore content,
    SignedIn signedIn,
    TimeProvider clock
)
{
    /// <summary>The published modules it may read, by title.</summary>
    public async Task<IReadOnlyList<Module>> ReadAsync(CancellationToken cancellationToken)
    {
        var standings = await ReadStandingsAsync(cancellationToken);
        return
        [
            .. content
                .Library.PublishedModules()
                .Where(module => standings.Any(standing => IsFor(module.Audience, standing)))
                .OrderBy(module => module.Title, NewZealandEnglish.Alphabet),
        ];
    }

    /// <summary>Whether it may read a module.</summary>
    public async Task<bool> IncludesAsync(Module module, CancellationToken cancellationToken) =>
        (await ReadStandingsAsync(cancellationToken)).Any(standing =>
            IsFor(module.Audience, standing)
        );

    /// <summary>The agencies whose rules concern the account that asks.</summary>
    public async Task<IReadOnlySet<string>> ReadAgencySlugsAsync(
        CancellationToken cancellationToken
    ) =>
        (await ReadStandingsAsync(cancellationToken))
            .Select(standing => standing.AgencySlug)
            .ToHashSet(StringComparer.Ordinal);

    private static bool IsFor(Audience audience, Standing standing) =>
        audience.IncludesAgency(standing.AgencySlug)
        && (
            standing.Kind is null
            || audience.IncludesKind(standing.Kind.Value.ToString().ToLowerInvariant())
        );

    private async Task<IReadOnlyList<Standing>> ReadStandingsAsync(
        CancellationToken cancellationToken
    )
    {
        Guid[] agencyIds = [.. signedIn.AgencyIds];
        var slugs = await database
            .Agencies.Where(agency => agencyIds.Contains(agency.Id))
            .ToDictionaryAsync(agency => agency.Id, agency => agency.Slug, cancellationToken);
        var today = clock.Today();
        var placements = await database
            .Placements.HoldingOn(today)
            .Where(placement => placement.PersonId == signedIn.PersonId)
            .Select(placement => new { placement.AgencyId, placement.Kind })
            .Distinct()
            .ToListAsync(cancellationToken);
        // Whoever works for an agency in a role reads all that is the agency's, whatever kind of person it is for.
        var roles = agencyIds.Where(agencyId =>
            Enum.GetValues<PortalRole>().Any(role => IsGiven(role) && signedIn.Has(role, agencyId))
        );
        return
        [
            .. placements.Select(placement => new Standing(
                slugs[placement.AgencyId],
                placement.Kind
            )),
            .. roles.Select(agencyId => new Standing(slugs[agencyId], null)),
        ];
    }

    private static bool IsGiven(PortalRole role) =>
        role is not (PortalRole.Staff or PortalRole.Leader);

    private sealed record Standing(string AgencySlug, PersonKind? Kind);
}
