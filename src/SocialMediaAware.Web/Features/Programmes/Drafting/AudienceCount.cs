using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>How many people an audience has on a day, each counted once.</summary>
/// <param name="People">All of them.</param>
/// <param name="WithoutAddress">Those of them whom no mail reaches.</param>
/// <param name="Groups">How many each of its groups has, in their order.</param>
/// <param name="Kinds">How many stand to the agency in each way, whether they have words to sign or not.</param>
public sealed record AudienceTally(
    int People,
    int WithoutAddress,
    IReadOnlyList<int> Groups,
    IReadOnlyDictionary<PersonKind, int> Kinds
);

/// <summary>Counts the people of an audience today, by the rule that the planner goes by.</summary>
public sealed class AudienceCount(PortalDbContext database, AudienceUnits units, TimeProvider clock)
{
    private sealed record Place(Guid PersonId, PersonKind Kind, Guid UnitId);

    /// <summary>Counts them.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="audience">The audience.</param>
    /// <param name="askedKinds">The kinds that have words to sign; null for every kind.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<AudienceTally> CountAsync(
        Guid agencyId,
        ProgrammeAudience audience,
        IReadOnlyCollection<PersonKind>? askedKinds,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var places = await database
            .Placements.HoldingOn(today)
            .Where(placement => placement.AgencyId == agencyId)
            .Select(placement => new Place(placement.PersonId, placement.Kind, placement.UnitId))
            .ToListAsync(cancellationToken);
        var flags = audience.AsksForFlags
            ? await FlagsAsync(agencyId, today, cancellationToken)
            : Enumerable.Empty<(Guid, string)>().ToLookup(one => one.Item1, one => one.Item2);
        var tree = audience.AsksForUnits
            ? await units.TreeAsync(agencyId, cancellationToken)
            : new UnitTree(agencyId, []);
        var unreached = await database
            .People.Where(person =>
                (person.Email == null || person.Email.Trim() == "")
                && database
                    .Placements.HoldingOn(today)
                    .Any(placement =>
                        placement.PersonId == person.Id && placement.AgencyId == agencyId
                    )
            )
            .Select(person => person.Id)
            .ToListAsync(cancellationToken);
        return Tally(audience, askedKinds, places, flags, tree.WaysUp(), [.. unreached]);
    }

    private static AudienceTally Tally(
        ProgrammeAudience audience,
        IReadOnlyCollection<PersonKind>? askedKinds,
        List<Place> places,
        ILookup<Guid, string> flags,
        IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> waysUp,
        HashSet<Guid> unreached
    )
    {
        var people = new HashSet<Guid>();
        var kinds = new HashSet<(Guid, PersonKind)>();
        HashSet<Guid>[] groups = [.. audience.Groups.Select(_ => new HashSet<Guid>())];
        foreach (var place in places)
        {
            var way = waysUp.GetValueOrDefault(place.UnitId) ?? [place.UnitId];
            string[] tasks = [.. flags[place.PersonId]];
            if (!audience.Includes(place.Kind, way, tasks))
            {
                continue;
            }

            kinds.Add((place.PersonId, place.Kind));
            foreach (var (at, group) in audience.Groups.Index())
            {
                if (group.Includes(place.Kind, way, tasks))
                {
                    groups[at].Add(place.PersonId);
                }
            }

            if (askedKinds?.Contains(place.Kind) ?? true)
            {
                people.Add(place.PersonId);
            }
        }

        return new(
            people.Count,
            people.Count(unreached.Contains),
            [.. groups.Select(group => group.Count)],
            kinds.GroupBy(one => one.Item2).ToDictionary(kind => kind.Key, kind => kind.Count())
        );
    }

    private async Task<ILookup<Guid, string>> FlagsAsync(
        Guid agencyId,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .PersonFlags.HoldingOn(today)
            .Where(flag => flag.AgencyId == agencyId)
            .Select(flag => new { flag.PersonId, flag.Flag })
            .ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.PersonId, row => row.Flag);
    }
}
