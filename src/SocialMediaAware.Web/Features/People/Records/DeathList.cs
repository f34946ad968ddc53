using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Somebody who has died, for those who may have to take it back.</summary>
public sealed record DeathLine(Guid PersonId, string Name, DateOnly DiedOn);

/// <summary>The one place that still finds who has died, for HR alone.</summary>
public sealed class DeathList(PortalDbContext database, RecordAccess access, TimeProvider clock)
{
    private const int MostShown = 50;

    /// <summary>Those whose name holds these words; the last ones where there are none.</summary>
    public Task<List<DeathLine>> FindAsync(string? words, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var agencyIds = access.KeptAgencies;
        var sought = SearchWords.Of(words?.Trim() ?? "");
        return database
            .PersonNames.ShownOn(today, database.PersonNames)
            .Where(name => name.FoundBy.Contains(sought))
            .Where(name =>
                database.Placements.Any(placement =>
                    placement.PersonId == name.PersonId && agencyIds.Contains(placement.AgencyId)
                )
            )
            .Join(
                database.People.Where(person => person.DiedOn != null),
                name => name.PersonId,
                person => person.Id,
                (name, person) =>
                    new
                    {
                        person.Id,
                        name.Name,
                        DiedOn = person.DiedOn!.Value,
                    }
            )
            .OrderByDescending(line => line.DiedOn)
            .ThenBy(line => line.Id)
            .Take(MostShown)
            .Select(line => new DeathLine(line.Id, line.Name, line.DiedOn))
            .ToListAsync(cancellationToken);
    }
}
