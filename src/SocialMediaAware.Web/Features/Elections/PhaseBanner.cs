using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>The line under the header while an election is near.</summary>
/// <param name="Title">What time it is.</param>
/// <param name="Text">Until when, and what it asks.</param>
/// <param name="LinkText">The words of the link to the page about elections.</param>
public sealed record PhaseLine(string Title, string Text, string LinkText);

/// <summary>Finds the line under the header: one, for the election that asks the most care; none in ordinary times.</summary>
public sealed class PhaseBanner(
    PortalDbContext database,
    OwnRegions ownRegions,
    IStringLocalizer<ElectionsTexts> texts,
    TimeProvider clock
)
{
    /// <summary>Finds it for whoever is signed in, in these agencies of theirs: in one query while no election is of some regions only.</summary>
    public async Task<PhaseLine?> FindAsync(
        IReadOnlyCollection<Guid> agencyIds,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var earliest = today.AddDays(-ElectionPhases.DaysAfter);
        var latest = today.AddDays(ElectionPhases.DaysOfNotice);
        var near = await database
            .ElectionsOnFor(agencyIds)
            .Where(on => on.Election.PollingDay >= earliest)
            .Where(on => on.Election.PreElectionFrom <= latest)
            .Select(on => new
            {
                on.AgencyId,
                on.RegionWords,
                on.Election.Name,
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
                !own.AreConcernedIn(
                    election.AgencyId,
                    ElectionChoice.RegionsOf(election.RegionWords)
                )
            );
        }

        var first = near.Select(election =>
                (
                    election.Name,
                    Dates: new ElectionDates(
                        election.Kind,
                        election.PollingDay,
                        election.PreElectionFrom,
                        GuidanceFrom: null,
                        election.GovernmentFormedOn
                    )
                )
            )
            .Select(election => (election.Name, election.Dates, Key: KeyOn(today, election.Dates)))
            .Where(election => election.Key is not null)
            .OrderByDescending(election =>
                ElectionPhases.CareIn(ElectionPhases.On(today, election.Dates))
            )
            .ThenBy(election => election.Dates.PollingDay)
            .FirstOrDefault();
        return first.Key is null ? null : LineOf(first.Key, first.Name, first.Dates);
    }

    private PhaseLine LineOf(string key, string name, ElectionDates dates) =>
        new(
            texts[$"{key}Title"],
            texts[$"{key}Text", name, dates.PreElectionFrom.InWords(), dates.PollingDay.InWords()],
            texts["BannerLink"]
        );

    private static string? KeyOn(DateOnly today, ElectionDates dates) =>
        ElectionPhases.On(today, dates) switch
        {
            ElectionPhase.PreElection => "BannerPreElection",
            ElectionPhase.PollingDay => "BannerPollingDay",
            ElectionPhase.PostElection => "BannerPostElection",
            _ when today < dates.PreElectionFrom && today >= dates.RefresherOpensOn =>
                "BannerComing",
            _ => null,
        };
}
