using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>Reads what plans ask about the people of agencies, once for all programmes of an agency.</summary>
public sealed class PlanPeopleFacts(PortalDbContext database, BulkMoves bulkMoves)
{
    /// <summary>By agency, a plan's input that knows its people and nothing else yet.</summary>
    internal async Task<IReadOnlyDictionary<Guid, PlanInput>> ReadAsync(
        Guid[] agencyIds,
        IReadOnlyCollection<PlannableProgramme> programmes,
        PlanQuestion question,
        WorkingDayCalendar calendar,
        CancellationToken cancellationToken
    )
    {
        var placements = await PlacementsAsync(agencyIds, question.OnlyPersonId, cancellationToken);
        var leave = await LeaveAsync(agencyIds, question.OnlyPersonId, cancellationToken);
        var flags = programmes.Any(programme => programme.Audience.AsksForFlags)
            ? await FlagsAsync(agencyIds, question.OnlyPersonId, cancellationToken)
            : Enumerable.Empty<PlannedFlag>().ToLookup(_ => Guid.Empty);
        var ways = programmes.Any(programme => programme.Audience.AsksForUnits)
            ? await WaysUpAsync(agencyIds, question.Today, cancellationToken)
            : [];
        var bulk = await bulkMoves.ReadAsync(agencyIds, question.OnlyPersonId, cancellationToken);
        return agencyIds.ToDictionary(
            agencyId => agencyId,
            agencyId => new PlanInput(
                Programme: null!,
                Placements: [.. placements[agencyId]],
                Leave: [.. leave[agencyId]],
                Assignments: [],
                HeldForAnotherReason: new HashSet<Guid>()
            )
            {
                People = PlannedPeople.Of(
                    placements[agencyId],
                    leave[agencyId],
                    flags[agencyId],
                    calendar,
                    question.Today
                ),
                WaysUp = ways,
                Flags = [.. flags[agencyId]],
                DaysOfBulkMoves = bulk[agencyId].ToHashSet(),
            }
        );
    }

    private async Task<ILookup<Guid, PlannedPlacement>> PlacementsAsync(
        Guid[] agencyIds,
        Guid? onlyPersonId,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .Placements.Believed()
            .Where(placement =>
                agencyIds.Contains(placement.AgencyId)
                && (onlyPersonId == null || placement.PersonId == onlyPersonId)
            )
            .Join(
                database.People,
                placement => placement.PersonId,
                person => person.Id,
                (placement, person) =>
                    new
                    {
                        placement.AgencyId,
                        placement.PersonId,
                        person.FirstAppearedAt,
                        placement.Kind,
                        placement.Region,
                        placement.HoldsFrom,
                        placement.HoldsUntil,
                        placement.UnitId,
                        placement.WorkDays,
                    }
            )
            .ToListAsync(cancellationToken);
        return rows.ToLookup(
            row => row.AgencyId,
            row => new PlannedPlacement(
                row.PersonId,
                row.FirstAppearedAt.NewZealandDate(),
                row.Kind,
                row.Region,
                row.HoldsFrom,
                row.HoldsUntil,
                row.UnitId,
                row.WorkDays
            )
        );
    }

    private async Task<ILookup<Guid, PlannedLeave>> LeaveAsync(
        Guid[] agencyIds,
        Guid? onlyPersonId,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .Leaves.Where(leave =>
                agencyIds.Contains(leave.AgencyId)
                && (onlyPersonId == null || leave.PersonId == onlyPersonId)
            )
            .Select(leave => new
            {
                leave.AgencyId,
                leave.PersonId,
                leave.HoldsFrom,
                leave.HoldsUntil,
                leave.UnlearntAt,
            })
            .ToListAsync(cancellationToken);
        return rows.ToLookup(
            row => row.AgencyId,
            row => new PlannedLeave(
                row.PersonId,
                row.HoldsFrom,
                row.HoldsUntil,
                row.UnlearntAt is null
            )
        );
    }

    private async Task<ILookup<Guid, PlannedFlag>> FlagsAsync(
        Guid[] agencyIds,
        Guid? onlyPersonId,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .PersonFlags.Believed()
            .Where(flag =>
                agencyIds.Contains(flag.AgencyId)
                && (onlyPersonId == null || flag.PersonId == onlyPersonId)
            )
            .Select(flag => new
            {
                flag.AgencyId,
                flag.PersonId,
                flag.Flag,
                flag.HoldsFrom,
                flag.HoldsUntil,
            })
            .ToListAsync(cancellationToken);
        return rows.ToLookup(
            row => row.AgencyId,
            row => new PlannedFlag(row.PersonId, row.Flag, row.HoldsFrom, row.HoldsUntil)
        );
    }

    private async Task<Dictionary<Guid, IReadOnlyList<Guid>>> WaysUpAsync(
        Guid[] agencyIds,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var trees = await database
            .UnitFacts.HoldingOn(today)
            .Where(fact => agencyIds.Contains(fact.AgencyId))
            .ReadTreesAsync(cancellationToken);
        return trees.Values.SelectMany(tree => tree.WaysUp()).ToDictionary();
    }
}
