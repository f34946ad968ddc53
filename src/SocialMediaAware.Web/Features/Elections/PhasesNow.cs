using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>Which phases of elections hold today, by the words in which situations name them.</summary>
public sealed class PhasesNow(PortalDbContext database, OwnRegions ownRegions, TimeProvider clock)
{
    private static readonly FrozenDictionary<ElectionPhase, string> Names = new Dictionary<
        ElectionPhase,
        string
    >
    {
        [ElectionPhase.PreElection] = "pre-election",
        [ElectionPhase.PollingDay] = "polling-day",
        [ElectionPhase.PostElection] = "post-election",
    }.ToFrozenDictionary();

    /// <summary>
    /// Reads them for whoever is signed in, in an agency: in one query while no election is of some regions only; none in ordinary
    /// times.
    /// </summary>
    public async Task<IReadOnlySet<string>> ReadAsync(
        Guid agencyId,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var earliest = today.AddDays(-ElectionPhases.DaysAfter);
        var near = await database
            .ElectionsOnFor([agencyId])
            .Where(on => on.Election.PollingDay >= earliest && on.Election.PreElectionFrom <= today)
            .Select(on => new
            {
                on.RegionWords,
                on.Election.Kind,
                on.Election.PollingDay,
                on.Election.PreElectionFrom,
                on.Election.GovernmentFormedOn,
            })
            .ToListAsync(cancellationToken);
        if (near.Exists(election => !string.IsNullOrEmpty(election.RegionWords)))
        {
            var own = await ownRegions.ReadAsync(cancellationToken);
            near.RemoveAll(election =>
                !own.AreConcernedIn(agencyId, ElectionChoice.RegionsOf(election.RegionWords))
            );
        }

        return near.Select(election =>
                ElectionPhases.On(
                    today,
                    new ElectionDates(
                        election.Kind,
                        election.PollingDay,
                        election.PreElectionFrom,
                        GuidanceFrom: null,
                        election.GovernmentFormedOn
                    )
                )
            )
            .Where(Names.ContainsKey)
            .Select(phase => Names[phase])
            .ToHashSet(StringComparer.Ordinal);
    }
}
