using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>An election that counts for an agency.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Key">The election's key; <see cref="ElectionEvent.CycleKeyOf" /> makes the cycle's of it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="PollingDay">The polling day as it stands now.</param>
/// <param name="PreElectionFrom">The first day of the pre-election period.</param>
public sealed record ElectionForAgency(
    Guid AgencyId,
    string Key,
    string Name,
    DateOnly PollingDay,
    DateOnly PreElectionFrom
)
{
    /// <summary>The regions whose people it concerns; empty for the whole agency.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];
}

/// <summary>An election that counts for an agency, with all of its dates; queries can go on from here.</summary>
public sealed class ElectionOn
{
    /// <summary>The agency.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The election.</summary>
    public required ElectionEvent Election { get; init; }

    /// <summary>The regions whose people it concerns, as <see cref="ElectionChoice.RegionsOf" /> reads them.</summary>
    public string? RegionWords { get; init; }
}

/// <summary>Questions that elections answer.</summary>
public static class ElectionQueries
{
    /// <summary>
    /// The elections that count for each agency, past ones included. Choices stand behind walls: ask for agencies inside of which
    /// you stand, or stand outside of all.
    /// </summary>
    public static IQueryable<ElectionOn> ElectionsOn(this PortalDbContext database) =>
        from agency in database.Agencies
        from election in database.ElectionEvents
        let choice = database
            .ElectionChoices.Where(choice =>
                choice.AgencyId == agency.Id && choice.ElectionEventId == election.Id
            )
            .Select(choice => (bool?)choice.IsOn)
            .FirstOrDefault()
        where choice ?? election.Kind == ElectionKind.General
        select new ElectionOn
        {
            AgencyId = agency.Id,
            Election = election,
            RegionWords = database
                .ElectionChoices.Where(choice =>
                    choice.AgencyId == agency.Id && choice.ElectionEventId == election.Id
                )
                .Select(choice => choice.RegionWords)
                .FirstOrDefault(),
        };

    /// <summary>The elections that count for these agencies.</summary>
    public static IQueryable<ElectionOn> ElectionsOnFor(
        this PortalDbContext database,
        IReadOnlyCollection<Guid> agencyIds
    ) => database.ElectionsOn().Where(on => agencyIds.Contains(on.AgencyId));

    /// <summary>What a planner needs of them.</summary>
    public static IQueryable<ElectionForAgency> ForPlanning(
        this IQueryable<ElectionOn> elections
    ) =>
        elections.Select(on => new ElectionForAgency(
            on.AgencyId,
            on.Election.Key,
            on.Election.Name,
            on.Election.PollingDay,
            on.Election.PreElectionFrom
        )
        {
            Regions = ElectionChoice.RegionsOf(on.RegionWords),
        });
}
