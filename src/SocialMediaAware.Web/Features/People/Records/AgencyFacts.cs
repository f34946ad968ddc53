using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>
/// The facts that tie a person to an agency: their positions, whom they lead and who leads them, and who stands in. They are read
/// to be edited.
/// </summary>
public sealed record AgencyFacts(
    IReadOnlyList<Placement> Placements,
    IReadOnlyList<Leadership> Leaderships,
    IReadOnlyList<StandIn> StandIns
)
{
    /// <summary>Lets all of them end on a day.</summary>
    /// <param name="day">The first day on which they no longer hold.</param>
    /// <param name="change">Who says so, and why.</param>
    /// <returns>What is left of them, to be saved.</returns>
    public IEnumerable<object> EndOn(DateOnly day, PeopleChange change) =>
        [
            .. Placements.Select(one => one.EndOn(day, change)).OfType<object>(),
            .. Leaderships.Select(one => one.EndOn(day, change)).OfType<object>(),
            .. StandIns.Select(one => one.EndOn(day, change)).OfType<object>(),
        ];

    /// <summary>What they were before an act ended them, learnt again; what the act left of them is unlearnt.</summary>
    /// <param name="ending">The act.</param>
    /// <param name="change">Who says that it was a mistake.</param>
    /// <returns>What is to be saved.</returns>
    public IEnumerable<object> Restore(Guid ending, PeopleChange change) =>
        [
            .. Restore(Placements, ending, change),
            .. Restore(Leaderships, ending, change),
            .. Restore(StandIns, ending, change),
        ];

    private static List<object> Restore<TFact>(
        IReadOnlyList<TFact> facts,
        Guid ending,
        PeopleChange change
    )
        where TFact : class, IRevisableFact<TFact>
    {
        foreach (var left in facts.Where(fact => fact.LearntInId == ending))
        {
            left.Unlearn(change);
        }

        return
        [
            .. facts
                .Where(fact => fact.UnlearntInId == ending)
                .Select(fact => fact.Again(fact.HoldsFrom, fact.HoldsUntil, change)),
        ];
    }
}

/// <summary>Reads the facts that tie a person to an agency.</summary>
public static class AgencyFactsReading
{
    /// <summary>Those that are believed now.</summary>
    public static Task<AgencyFacts> ReadBelievedAsync(
        this PortalDbContext database,
        Guid agencyId,
        Guid personId,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            database.Placements.Believed(),
            database.Leaderships.Believed(),
            database.StandIns.Believed(),
            agencyId,
            personId,
            cancellationToken
        );

    /// <summary>Those that an act ended, and what it left of them.</summary>
    public static Task<AgencyFacts> ReadTouchedAsync(
        this PortalDbContext database,
        PeopleChange change,
        Guid personId,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            database.Placements.Where(fact =>
                fact.LearntInId == change.Id || fact.UnlearntInId == change.Id
            ),
            database.Leaderships.Where(fact =>
                fact.LearntInId == change.Id || fact.UnlearntInId == change.Id
            ),
            database.StandIns.Where(fact =>
                fact.LearntInId == change.Id || fact.UnlearntInId == change.Id
            ),
            change.AgencyId,
            personId,
            cancellationToken
        );

    // A death ends what ties somebody to any agency, so these are read over the walls; the caller names the agency.
    private static async Task<AgencyFacts> ReadAsync(
        IQueryable<Placement> placements,
        IQueryable<Leadership> leaderships,
        IQueryable<StandIn> standIns,
        Guid agencyId,
        Guid personId,
        CancellationToken cancellationToken
    ) =>
        new(
            await placements
                .IgnoreQueryFilters([PortalDbContext.AgencyWall])
                .Where(fact => fact.AgencyId == agencyId && fact.PersonId == personId)
                .ToListAsync(cancellationToken),
            await leaderships
                .IgnoreQueryFilters([PortalDbContext.AgencyWall])
                .Where(fact =>
                    fact.AgencyId == agencyId
                    && (fact.PersonId == personId || fact.LeaderId == personId)
                )
                .ToListAsync(cancellationToken),
            await standIns
                .IgnoreQueryFilters([PortalDbContext.AgencyWall])
                .Where(fact =>
                    fact.AgencyId == agencyId
                    && (fact.LeaderId == personId || fact.StandInId == personId)
                )
                .ToListAsync(cancellationToken)
        );
}
