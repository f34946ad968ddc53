using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>Which phases of elections hold today, by the words in which situations name them.</summary>
public sealed class PhasesNow(PortalDbContext database, TimeProvider clock)
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

    /// <summary>Reads them for an agency, in one query; none in ordinary times.</summary>
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
                on.Election.Kind,
                on.Election.PollingDay,
                on.Election.PreElectionFrom,
                on.Election.GovernmentFormedOn,
            })
            .ToListAsync(cancellationToken);
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
