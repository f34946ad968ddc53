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
public sealed record AgencyChoice(Guid AgencyId, string Agency, bool IsOn, bool CanChoose);

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
    /// <summary>Whether it counts for any of the reader's agencies.</summary>
    public bool IsOn => Choices.Any(choice => choice.IsOn);

    /// <summary>The polling days that it had before the current one, newest first.</summary>
    public IEnumerable<ElectionPollingDay> EarlierPollingDays =>
        Election.PollingDays.OrderByDescending(day => day.Number).Skip(1);
}

/// <summary>Reads elections for pages.</summary>
public sealed class ElectionList(PortalDbContext database, SignedIn signedIn, TimeProvider clock)
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
                .Select(on => new { on.AgencyId, on.Election.Id })
                .ToListAsync(cancellationToken)
        ).ToHashSet();
        var today = clock.Today();
        return
        [
            .. elections.Select(election =>
            {
                AgencyChoice[] choices =
                [
                    .. agencies.Select(agency => new AgencyChoice(
                        agency.Id,
                        agency.ShortName,
                        on.Contains(new { AgencyId = agency.Id, election.Id }),
                        choosable.Contains(agency.Id)
                    )),
                ];
                return new ElectionLine(
                    election,
                    ElectionPhases.On(today, election.Dates),
                    ElectionTimeline.Of(election.Dates, choices.Any(choice => choice.IsOn), today),
                    choices
                );
            }),
        ];
    }
}
