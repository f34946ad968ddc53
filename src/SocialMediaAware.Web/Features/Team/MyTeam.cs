using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Leaders;

namespace SocialMediaAware.Web.Features.Team;

/// <summary>Somebody whom the reader leads, or sees to on behalf of a leader.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">What they are called.</param>
/// <param name="AgencyId">In which agency.</param>
/// <param name="LeaderId">Who leads them by the facts; the reader themself for their own people.</param>
/// <param name="Part">How the reader counts.</param>
public sealed record TeamMember(
    Guid PersonId,
    string Name,
    Guid AgencyId,
    Guid LeaderId,
    LeaderPart Part
)
{
    /// <summary>Whether the reader may enter something for them, and not only look.</summary>
    public bool CanBeEnteredFor => Part != LeaderPart.Assists;
}

/// <summary>Finds the people whom the reader leads today: their own, those of leaders they stand in for or assist, and those of leaders below who are gone or away.</summary>
public sealed class MyTeam(
    PortalDbContext database,
    SignedIn signedIn,
    LeaderChains leaderChains,
    TimeProvider clock
)
{
    /// <summary>All of them, each once, in no order.</summary>
    public async Task<IReadOnlyList<TeamMember>> ListAsync(CancellationToken cancellationToken)
    {
        var (chains, agencyIds) = await ChainsAsync(cancellationToken);
        var leaderIds = chains
            .Values.SelectMany(led =>
                led.Leaders.Keys.Concat(led.Acting.Keys.Select(one => one.LeaderId))
            )
            .Distinct()
            .ToArray();
        var rows = await Led(agencyIds)
            .Where(row => EF.Parameter(leaderIds).Contains(row.LeaderId))
            .ToListAsync(cancellationToken);
        return Mine(rows, chains);
    }

    /// <summary>One of them; null for somebody who is not, whoever they are.</summary>
    public async Task<TeamMember?> FindAsync(Guid personId, CancellationToken cancellationToken) =>
        await ListOfAsync(personId, cancellationToken) is [var member, ..] ? member : null;

    /// <summary>One of them, in each agency in which the reader leads them; none for somebody who is not.</summary>
    public async Task<IReadOnlyList<TeamMember>> ListOfAsync(
        Guid personId,
        CancellationToken cancellationToken
    )
    {
        var (chains, agencyIds) = await ChainsAsync(cancellationToken);
        var rows = await Led(agencyIds)
            .Where(row => row.PersonId == personId)
            .ToListAsync(cancellationToken);
        return Mine(rows, chains);
    }

    private async Task<(Dictionary<Guid, LedThrough> Chains, Guid[] AgencyIds)> ChainsAsync(
        CancellationToken cancellationToken
    )
    {
        var agencyIds = signedIn.AgenciesAs(PortalRole.Leader).ToArray();
        var me = signedIn.PersonId ?? Guid.Empty;
        var chains = await leaderChains.ReadAsync(clock.Today(), cancellationToken);
        return (
            agencyIds.ToDictionary(
                agencyId => agencyId,
                agencyId => chains.In(agencyId).PeopleOf(me)
            ),
            agencyIds
        );
    }

    // Whoever has left or died is in nobody's team.
    private IQueryable<LedRow> Led(Guid[] agencyIds)
    {
        var today = clock.Today();
        return database
            .LeadingOn(today)
            .Where(one =>
                agencyIds.Contains(one.AgencyId)
                && database
                    .Placements.HoldingOn(today)
                    .Any(placement =>
                        placement.PersonId == one.PersonId && placement.AgencyId == one.AgencyId
                    )
                && database.People.Any(person =>
                    person.Id == one.PersonId
                    && person.DiedOn == null
                    && person.MergedIntoId == null
                )
            )
            .Select(one => new LedRow
            {
                AgencyId = one.AgencyId,
                LeaderId = one.LeaderId,
                PersonId = one.PersonId,
                Name =
                    database
                        .PersonNames.HoldingOn(today)
                        .Where(name => name.PersonId == one.PersonId)
                        .OrderByDescending(name => name.HoldsFrom)
                        .Select(name => name.Name)
                        .FirstOrDefault()
                    ?? "",
            });
    }

    private List<TeamMember> Mine(IEnumerable<LedRow> rows, Dictionary<Guid, LedThrough> chains) =>
        [
            .. rows.Where(row => row.PersonId != signedIn.PersonId)
                .Select(row =>
                    (Row: row, Part: chains[row.AgencyId].PartFor(row.PersonId, [row.LeaderId]))
                )
                .Where(one => one.Part is not null)
                .OrderBy(one => one.Part)
                .ThenBy(one => one.Row.LeaderId != signedIn.PersonId)
                .ThenBy(one => one.Row.LeaderId)
                .DistinctBy(one => (one.Row.PersonId, one.Row.AgencyId))
                .Select(one => new TeamMember(
                    one.Row.PersonId,
                    one.Row.Name,
                    one.Row.AgencyId,
                    one.Row.LeaderId,
                    one.Part!.Value
                )),
        ];

    private sealed record LedRow
    {
        public required Guid AgencyId { get; init; }

        public required Guid LeaderId { get; init; }

        public required Guid PersonId { get; init; }

        public required string Name { get; init; }
    }
}
