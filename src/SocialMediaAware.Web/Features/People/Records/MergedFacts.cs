using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>
/// What is held on somebody in an agency, on its way to the person they turned out to be: each fact is unlearnt, and learnt for that
/// person where nothing says the same already.
/// </summary>
internal sealed class MergedFacts(
    PortalDbContext database,
    Guid keptId,
    Guid goesId,
    PeopleChange change
)
{
    private DateTimeOffset At => change.At;

    /// <summary>Moves all of them.</summary>
    public async Task MoveAsync(CancellationToken cancellationToken)
    {
        foreach (var name in await OfAsync(database.PersonNames, cancellationToken))
        {
            // There is one name: that of the one who is kept.
            name.Unlearn(change);
        }

        await MovePlacementsAsync(cancellationToken);
        await MoveLeadershipsAsync(cancellationToken);
        await MoveStandInsAsync(cancellationToken);
        foreach (var leave in await OwnAsync(database.Leaves, cancellationToken))
        {
            leave.Unlearn(change);
            database.Add(
                Leave.Learn(
                    change.AgencyId,
                    keptId,
                    leave.HoldsFrom,
                    leave.HoldsUntil,
                    At,
                    leave.Feed,
                    change
                )
            );
        }

        foreach (var flag in await OwnAsync(database.PersonFlags, cancellationToken))
        {
            flag.Unlearn(change);
            database.Add(
                PersonFlag.Learn(
                    change.AgencyId,
                    keptId,
                    flag.Flag,
                    flag.Feed,
                    flag.HoldsFrom,
                    flag.HoldsUntil,
                    change
                )
            );
        }

        foreach (var exemption in await OwnAsync(database.Exemptions, cancellationToken))
        {
            exemption.Unlearn(change);
            database.Add(
                Exemption.Give(
                    change.AgencyId,
                    keptId,
                    exemption.ProgrammeId,
                    exemption.ReasonCode,
                    exemption.GivenByAccountId,
                    exemption.HoldsFrom,
                    exemption.HoldsUntil ?? exemption.HoldsFrom.AddYears(1),
                    At,
                    change
                )
            );
        }
    }

    private async Task MovePlacementsAsync(CancellationToken cancellationToken)
    {
        var agencyId = change.AgencyId;
        var placements = await database
            .Placements.Believed()
            .Where(one =>
                one.AgencyId == agencyId && (one.PersonId == keptId || one.PersonId == goesId)
            )
            .ToListAsync(cancellationToken);
        var units = await database
            .Units.Where(unit => unit.AgencyId == agencyId)
            .Where(unit => placements.Select(one => one.UnitId).Contains(unit.Id))
            .ToDictionaryAsync(unit => unit.Id, cancellationToken);
        var held = placements.Where(one => one.PersonId == keptId).ToList();
        foreach (var placement in placements.Where(one => one.PersonId == goesId))
        {
            placement.Unlearn(change);
            var wish = PlacementWish.As(placement, units[placement.UnitId]);
            database.AddRange(
                DaysLeft(placement, held)
                    .Select(days =>
                        PlacementEdits.Learn(
                            keptId,
                            wish,
                            placement.Feed,
                            days.From,
                            days.Until,
                            change
                        )
                    )
            );
        }
    }

    /// <summary>The days of a position on which the kept one is not held to have the same position already.</summary>
    internal static IReadOnlyList<(DateOnly From, DateOnly? Until)> DaysLeft(
        Placement placement,
        IEnumerable<Placement> held
    )
    {
        List<(DateOnly From, DateOnly? Until)> left = [(placement.HoldsFrom, placement.HoldsUntil)];
        foreach (
            var same in held.Where(one =>
                one.UnitId == placement.UnitId && one.Position == placement.Position
            )
        )
        {
            left = [.. left.SelectMany(days => Without(days, same))];
        }

        return left;
    }

    private static IEnumerable<(DateOnly From, DateOnly? Until)> Without(
        (DateOnly From, DateOnly? Until) days,
        Placement same
    )
    {
        if (same.HoldsUntil <= days.From || same.HoldsFrom >= days.Until)
        {
            yield return days;
            yield break;
        }

        if (days.From < same.HoldsFrom)
        {
            yield return (days.From, same.HoldsFrom);
        }

        if (same.HoldsUntil is { } until && (days.Until is null || until < days.Until))
        {
            yield return (until, days.Until);
        }
    }

    private async Task MoveLeadershipsAsync(CancellationToken cancellationToken)
    {
        var agencyId = change.AgencyId;
        var all = await database
            .Leaderships.Believed()
            .Where(one => one.AgencyId == agencyId)
            .Where(one =>
                one.PersonId == goesId
                || one.LeaderId == goesId
                || one.PersonId == keptId
                || one.LeaderId == keptId
            )
            .ToListAsync(cancellationToken);
        var held = all.Where(one => one.PersonId != goesId && one.LeaderId != goesId)
            .Select(one => (one.PersonId, one.LeaderId))
            .ToHashSet();
        foreach (var one in all.Where(one => one.PersonId == goesId || one.LeaderId == goesId))
        {
            one.Unlearn(change);
            var (personId, leaderId) = (KeptOf(one.PersonId), KeptOf(one.LeaderId));
            if (personId != leaderId && held.Add((personId, leaderId)))
            {
                database.Add(
                    Leadership.Learn(
                        agencyId,
                        personId,
                        leaderId,
                        one.IsActing,
                        one.HoldsFrom,
                        one.HoldsUntil,
                        At,
                        one.Feed,
                        change
                    )
                );
            }
        }
    }

    private async Task MoveStandInsAsync(CancellationToken cancellationToken)
    {
        var agencyId = change.AgencyId;
        var all = await database
            .StandIns.Believed()
            .Where(one => one.AgencyId == agencyId)
            .Where(one => one.LeaderId == goesId || one.StandInId == goesId)
            .ToListAsync(cancellationToken);
        foreach (var one in all)
        {
            one.Unlearn(change);
            var (leaderId, standInId) = (KeptOf(one.LeaderId), KeptOf(one.StandInId));
            if (leaderId != standInId)
            {
                database.Add(
                    StandIn.Learn(
                        agencyId,
                        leaderId,
                        standInId,
                        one.Kind,
                        one.HoldsFrom,
                        one.HoldsUntil,
                        change
                    )
                );
            }
        }
    }

    private Guid KeptOf(Guid personId) => personId == goesId ? keptId : personId;

    private Task<List<PersonName>> OfAsync(
        IQueryable<PersonName> names,
        CancellationToken cancellationToken
    ) => names.Believed().Where(one => one.PersonId == goesId).ToListAsync(cancellationToken);

    private Task<List<TFact>> OwnAsync<TFact>(
        IQueryable<TFact> facts,
        CancellationToken cancellationToken
    )
        where TFact : class, IFact, IBelongsToAgency
    {
        var agencyId = change.AgencyId;
        return facts
            .Believed()
            .Where(one => one.AgencyId == agencyId)
            .Where(one => EF.Property<Guid>(one, "PersonId") == goesId)
            .ToListAsync(cancellationToken);
    }
}
