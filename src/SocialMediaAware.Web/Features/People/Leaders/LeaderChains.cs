using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Web.Features.People.Leaders;

/// <summary>
/// Reads what chains of leaders are made from on a day. Only leaders who are gone or away are looked at closely: of all others the
/// facts about a person say who leads them.
/// </summary>
public sealed class LeaderChains(PortalDbContext database, OnHold onHold)
{
    /// <summary>The chains of every agency within the caller's walls, by agency.</summary>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<LeaderChainsOnDay> ReadAsync(
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var standIns = await StandInsAsync(day, cancellationToken);
        var gone = await GoneAsync(day, cancellationToken);
        var away = await onHold.AwayAsync(day, personIds: null, cancellationToken);
        var above = await LeadersOfAbsentAsync(
            day,
            [.. gone.Select(one => one.PersonId).Union(away)],
            cancellationToken
        );
        var agencyIds = standIns
            .Select(one => one.AgencyId)
            .Concat(gone.Select(one => one.AgencyId))
            .Concat(above.Select(one => one.AgencyId))
            .Distinct();
        return new(
            agencyIds.ToDictionary(
                agencyId => agencyId,
                agencyId => new LeaderChain(
                    new(
                        gone.Where(one => one.AgencyId == agencyId)
                            .Select(one => one.PersonId)
                            .ToHashSet(),
                        away,
                        above
                            .Where(one => one.AgencyId == agencyId)
                            .ToLookup(one => one.PersonId, one => one.LeaderId),
                        [
                            .. standIns
                                .Where(one => one.AgencyId == agencyId)
                                .Select(one => one.StandIn),
                        ]
                    )
                )
            ),
            new LeaderChain(
                new(new HashSet<Guid>(), away, Enumerable.Empty<Guid>().ToLookup(id => id), [])
            )
        );
    }

    private async Task<List<(Guid AgencyId, StandingIn StandIn)>> StandInsAsync(
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .StandIns.HoldingOn(day)
            .Where(one =>
                database
                    .Placements.HoldingOn(day)
                    .Any(placement =>
                        placement.PersonId == one.StandInId && placement.AgencyId == one.AgencyId
                    )
            )
            .Select(one => new
            {
                one.AgencyId,
                one.LeaderId,
                one.StandInId,
                one.Kind,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(one =>
                (one.AgencyId, new StandingIn(one.LeaderId, one.StandInId, one.Kind))
            ),
        ];
    }

    private async Task<List<(Guid AgencyId, Guid PersonId)>> GoneAsync(
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .LeadingOn(day)
            .Select(one => new { one.AgencyId, one.LeaderId })
            .Distinct()
            .Where(one =>
                !database
                    .Placements.HoldingOn(day)
                    .Any(placement =>
                        placement.PersonId == one.LeaderId && placement.AgencyId == one.AgencyId
                    )
                || database.People.Any(person =>
                    person.Id == one.LeaderId && person.DiedOn != null && person.DiedOn <= day
                )
            )
            .ToListAsync(cancellationToken);
        return [.. rows.Select(one => (one.AgencyId, one.LeaderId))];
    }

    // Whoever left may have been unfastened from their own leaders: the ones they had last are the next ones up.
    private async Task<List<(Guid AgencyId, Guid PersonId, Guid LeaderId)>> LeadersOfAbsentAsync(
        DateOnly day,
        Guid[] absent,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .Leaderships.Believed()
            .Where(one => EF.Parameter(absent).Contains(one.PersonId) && one.HoldsFrom <= day)
            .Select(one => new
            {
                one.AgencyId,
                one.PersonId,
                one.LeaderId,
                one.HoldsUntil,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(one => (one.AgencyId, one.PersonId))
                .SelectMany(person =>
                {
                    var last = person.Max(one => one.HoldsUntil ?? DateOnly.MaxValue);
                    return person
                        .Where(one =>
                            one.HoldsUntil is not { } until
                            || until > day
                            || (last <= day && until == last)
                        )
                        .Select(one => (one.AgencyId, one.PersonId, one.LeaderId));
                }),
        ];
    }
}

/// <summary>The chains of several agencies on a day.</summary>
/// <param name="Chains">By agency, where anything is out of the ordinary.</param>
/// <param name="Ordinary">The chain of every other agency.</param>
public sealed record LeaderChainsOnDay(
    IReadOnlyDictionary<Guid, LeaderChain> Chains,
    LeaderChain Ordinary
)
{
    /// <summary>The chain of an agency.</summary>
    public LeaderChain In(Guid agencyId) => Chains.GetValueOrDefault(agencyId, Ordinary);
}
