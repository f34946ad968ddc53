using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>Whether an election counts for an agency.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Agency">Its short name.</param>
/// <param name="IsOn">Whether it counts.</param>
/// <param name="CanChoose">Whether the reader may say so.</param>
public sealed record AgencyChoice(Guid AgencyId, string Agency, bool IsOn, bool CanChoose)
{
    /// <summary>The regions whose people it concerns; empty for the whole agency.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Whether the reader works in one of them, as far as is known.</summary>
    public bool ConcernsReader { get; init; } = true;
}

/// <summary>An election as a reader sees it.</summary>
/// <param name="Election">The election.</param>
/// <param name="Phase">Its phase today.</param>
/// <param name="Steps">Its calendar.</param>
/// <param name="Choices">Whether it counts, for each of the reader's agencies.</param>
public sealed record ElectionLine(
    ElectionEvent Election,
    ElectionPhase Phase,
    IReadOnlyList<TimelineStep> Steps,
    IReadOnlyList<AgencyChoice> Choices
)
{
    /// <summary>Whether it counts for the reader, in any of their agencies.</summary>
    public bool IsOn => Choices.Any(choice => choice.IsOn && choice.ConcernsReader);

    /// <summary>The regions of others whom alone it concerns; empty where it counts for the reader or for nobody.</summary>
    public IReadOnlyList<string> RegionsOfOthers =>
        IsOn ? [] : [.. Choices.Where(choice => choice.IsOn).SelectMany(choice => choice.Regions)];

    /// <summary>The polling days that it had before the current one, newest first.</summary>
    public IEnumerable<ElectionPollingDay> EarlierPollingDays =>
        Election.PollingDays.OrderByDescending(day => day.Number).Skip(1);
}

/// <summary>Reads elections for pages.</summary>
public sealed class ElectionList(
    PortalDbContext database,
    OwnRegions ownRegions,
    SignedIn signedIn,
    TimeProvider clock
)
{
    /// <summary>All of them, by polling day.</summary>
    public async Task<IReadOnlyList<ElectionLine>> ReadAsync(CancellationToken cancellationToken)
    {
        var elections = await database
            .ElectionEvents.AsNoTracking()
            .Include(election => election.PollingDays)
            .OrderBy(election => election.PollingDay)
            .ThenBy(election => election.Key)
            .ToListAsync(cancellationToken);
        return await DescribedAsync(elections, cancellationToken);
    }

    /// <summary>One of them; null when there is none of that key.</summary>
    public async Task<ElectionLine?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var election = await database
            .ElectionEvents.AsNoTracking()
            .Include(election => election.PollingDays)
            .SingleOrDefaultAsync(election => election.Key == key, cancellationToken);
        return election is null
            ? null
            : (await DescribedAsync([election], cancellationToken)).Single();
    }

    private async Task<IReadOnlyList<ElectionLine>> DescribedAsync(
        IReadOnlyList<ElectionEvent> elections,
        CancellationToken cancellationToken
    )
    {
        var agencyIds = signedIn.AgencyIds.ToArray();
        var choosable = signedIn.AgenciesToChooseFor();
        var agencies = await database
            .Agencies.Where(agency => agencyIds.Contains(agency.Id))
            .OrderBy(agency => agency.ShortName)
            .Select(agency => new { agency.Id, agency.ShortName })
            .ToListAsync(cancellationToken);
        var on = (
            await database
                .ElectionsOnFor(agencyIds)
                .Select(on => new
                {
                    on.AgencyId,
                    on.Election.Id,
                    on.RegionWords,
                })
                .ToListAsync(cancellationToken)
        ).ToDictionary(
            row => (row.AgencyId, row.Id),
            row => ElectionChoice.RegionsOf(row.RegionWords)
        );
        var own = await ownRegions.ReadAsync(cancellationToken);
        var today = clock.Today();
        return
        [
            .. elections.Select(election =>
            {
                AgencyChoice[] choices =
                [
                    .. agencies.Select(agency =>
                    {
                        var regions = on.GetValueOrDefault((agency.Id, election.Id));
                        return new AgencyChoice(
                            agency.Id,
                            agency.ShortName,
                            regions is not null,
                            choosable.Contains(agency.Id)
                        )
                        {
                            Regions = regions ?? [],
                            ConcernsReader = own.AreConcernedIn(agency.Id, regions ?? []),
                        };
                    }),
                ];
                return new ElectionLine(
                    election,
                    ElectionPhases.On(today, election.Dates),
                    ElectionTimeline.Of(
                        election.Dates,
                        choices.Any(choice => choice.IsOn && choice.ConcernsReader),
                        today
                    ),
                    choices
                );
            }),
        ];
    }
}
