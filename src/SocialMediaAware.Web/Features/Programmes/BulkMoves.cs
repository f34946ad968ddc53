using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>Finds the days on which many people at once came from one agency to another: they get more time for onboarding.</summary>
public sealed class BulkMoves(PortalDbContext database)
{
    /// <summary>So many people who come on one day are many.</summary>
    public const int FewestPeople = 20;

    /// <summary>So many days may lie between the last day there and the first day here: a weekend and a holiday.</summary>
    public const int MostDaysBetween = 5;

    /// <summary>The first days of bulk moves, by the agency that people came to.</summary>
    /// <param name="agencyIds">The agencies they may have come to.</param>
    /// <param name="onlyPersonId">The one person who asks; null for everybody. Most people are of one agency, and nothing is counted.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    internal async Task<ILookup<Guid, DateOnly>> ReadAsync(
        Guid[] agencyIds,
        Guid? onlyPersonId,
        CancellationToken cancellationToken
    )
    {
        // The agency that somebody came from may be another's behind a wall: only that they came is asked.
        var placements = database
            .Placements.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(placement => placement.UnlearntAt == null);
        if (
            onlyPersonId is { } personId
            && await placements
                .Where(placement => placement.PersonId == personId)
                .Select(placement => placement.AgencyId)
                .Distinct()
                .CountAsync(cancellationToken) < 2
        )
        {
            return Enumerable.Empty<Guid>().ToLookup(_ => Guid.Empty, _ => default(DateOnly));
        }

        var moved = await placements
            .Where(placement => agencyIds.Contains(placement.AgencyId))
            .Join(
                placements.Where(before => before.HoldsUntil != null),
                placement => placement.PersonId,
                before => before.PersonId,
                (placement, before) =>
                    new
                    {
                        placement.AgencyId,
                        placement.PersonId,
                        placement.HoldsFrom,
                        CameFrom = before.AgencyId,
                        LeftOn = before.HoldsUntil!.Value,
                    }
            )
            .Where(move => move.CameFrom != move.AgencyId && move.LeftOn <= move.HoldsFrom)
            .ToListAsync(cancellationToken);
        return moved
            .Where(move => move.HoldsFrom.DayNumber - move.LeftOn.DayNumber <= MostDaysBetween)
            .GroupBy(move => (move.AgencyId, move.HoldsFrom))
            .Where(day => day.DistinctBy(move => move.PersonId).Count() >= FewestPeople)
            .ToLookup(day => day.Key.AgencyId, day => day.Key.HoldsFrom);
    }
}
