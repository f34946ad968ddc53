using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Publishing;

/// <summary>Reads the modules that the signed-in account looks after: as content owner with drafts, as HR what is published.</summary>
public sealed class OwnedModules(
    PortalDbContext database,
    ContentStore content,
    SignedIn signedIn,
    TimeProvider clock
)
{
    private Guid[] AgencyIds =>
        [
            .. signedIn
                .AgenciesAs(PortalRole.ContentOwner)
                .Union(signedIn.AgenciesAs(PortalRole.HumanResources)),
        ];

    /// <summary>The modules, by title.</summary>
    public async Task<IReadOnlyList<OwnedModule>> ReadAsync(CancellationToken cancellationToken)
    {
        var agencyIds = AgencyIds;
        var agencies = await database
            .Agencies.Where(agency => agencyIds.Contains(agency.Id))
            .OrderBy(agency => agency.ShortName)
            .ToListAsync(cancellationToken);
        var confirmations = await database
            .RuleConfirmations.Where(one => agencyIds.Contains(one.AgencyId))
            .ToListAsync(cancellationToken);
        var library = content.Library;
        return
        [
            .. library
                .Modules.Where(module => MaySee(library, module, agencies))
                .OrderBy(module => module.Title, NewZealandEnglish.Alphabet)
                .Select(module => Owned(library, module, agencies, confirmations)),
        ];
    }

    /// <summary>One of them; null when the account does not look after it.</summary>
    public async Task<OwnedModule?> FindAsync(string slug, CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).FirstOrDefault(owned => owned.Current.Slug == slug);

    /// <summary>
    /// How many of today's people of the owner's agencies signed an earlier major version than the file's, and so would be asked to
    /// sign again.
    /// </summary>
    public async Task<int> CountToSignAgainAsync(
        OwnedModule owned,
        CancellationToken cancellationToken
    )
    {
        if (!owned.IsMaterial)
        {
            return 0;
        }

        var agencyIds = owned.Standings.Select(standing => standing.AgencyId).ToArray();
        var slug = owned.Current.Slug;
        var major = owned.Current.Version.Major;
        var today = clock.Today();
        var here = database
            .Placements.HoldingOn(today)
            .Where(placement => agencyIds.Contains(placement.AgencyId))
            .Select(placement => placement.PersonId);
        return await database
            .Attestations.Where(attestation =>
                agencyIds.Contains(attestation.AgencyId)
                && attestation.Modules.Any(module =>
                    module.ModuleSlug == slug && module.Major < major
                )
                && here.Contains(attestation.PersonId)
            )
            .Select(attestation => attestation.PersonId)
            .Distinct()
            .CountAsync(cancellationToken);
    }

    private OwnedModule Owned(
        ContentLibrary library,
        Module module,
        List<Agency> agencies,
        List<RuleConfirmation> confirmations
    )
    {
        var published = library.FindPublished(module.Slug);
        // Drafts are for their owners alone; HR sees what readers see.
        var current = IsOwner(module, agencies) ? module : published!;
        var folder = $"modules/{module.Slug}/";
        return new OwnedModule(
            current,
            published,
            [
                .. content.Messages.Where(message =>
                    current == module && message.File.StartsWith(folder, StringComparison.Ordinal)
                ),
            ],
            [
                .. agencies
                    .Where(agency => current.Audience.IncludesAgency(agency.Slug))
                    .Select(agency => StandingOf(agency, published ?? current, confirmations)),
            ]
        );
    }

    private bool IsOwner(Module module, List<Agency> agencies) =>
        agencies.Exists(agency =>
            module.Audience.IncludesAgency(agency.Slug)
            && signedIn.Has(PortalRole.ContentOwner, agency.Id)
        );

    private bool MaySee(ContentLibrary library, Module module, List<Agency> agencies) =>
        IsOwner(module, agencies)
        || (
            library.FindPublished(module.Slug) is { } published
            && agencies.Exists(agency => published.Audience.IncludesAgency(agency.Slug))
        );

    private static RuleStanding StandingOf(
        Agency agency,
        Module module,
        List<RuleConfirmation> confirmations
    )
    {
        var confirmed = confirmations.Find(one =>
            one.AgencyId == agency.Id
            && one.ModuleSlug == module.Slug
            && one.Major == module.Version.Major
        );
        return new RuleStanding(
            agency.Id,
            agency.ShortName,
            confirmed?.ConfirmedAt,
            confirmed?.Consulted ?? ""
        );
    }
}
