using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>What a new election would do in an agency.</summary>
/// <param name="Agency">The agency's short name.</param>
/// <param name="Preview">What it would do there.</param>
public sealed record NewElectionPreview(string Agency, RefresherPreview Preview);

/// <summary>Says what a new election would do, before it is added.</summary>
public sealed class NewElectionPreviews(
    PortalDbContext database,
    RefresherPreviews previews,
    SignedIn signedIn
)
{
    /// <summary>What would follow in each of the reader's agencies for which it would count at once; none where it would be off.</summary>
    public async Task<IReadOnlyList<NewElectionPreview>> ReadAsync(
        NewElection election,
        CancellationToken cancellationToken
    )
    {
        if (!ElectionChoice.IsOnUnlessChosen(election.Kind))
        {
            return [];
        }

        var agencyIds = signedIn.AgenciesToChooseFor().ToArray();
        var agencies = await database
            .Agencies.Where(agency => agencyIds.Contains(agency.Id))
            .OrderBy(agency => agency.ShortName)
            .Select(agency => new { agency.Id, agency.ShortName })
            .ToListAsync(cancellationToken);
        var dates = election.Dates;
        var planned = new PlannedElection(election.Key, dates.PollingDay, dates.PreElectionFrom);
        var found = await previews.ReadAsync(agencyIds, planned, isOn: true, cancellationToken);
        return
        [
            .. agencies.Select(agency => new NewElectionPreview(
                agency.ShortName,
                found[agency.Id]
            )),
        ];
    }
}
