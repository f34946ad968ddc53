using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>Somebody for whom the reader can change something.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">What they are called.</param>
/// <param name="AgencyIds">The reader's agencies in which they are placed now or will be; those where they were last, when in none.</param>
public sealed record KeptPerson(Guid Id, string Name, IReadOnlyList<Guid> AgencyIds)
{
    /// <summary>The agency with whose walls something about them is kept that is said once.</summary>
    public Guid AgencyId => AgencyIds[0];
}

/// <summary>Finds the people whom HR keeps: those who were ever placed in an agency in which the reader is HR.</summary>
public sealed class KeptPeople(PortalDbContext database, SignedIn signedIn, TimeProvider clock)
{
    /// <summary>The person; null for somebody of another agency, and for somebody who died or is held as another.</summary>
    public async Task<KeptPerson?> FindAsync(Guid personId, CancellationToken cancellationToken)
    {
        var mine = signedIn.AgenciesAs(PortalRole.HumanResources).ToArray();
        var today = clock.Today();
        var places = await database
            .Placements.Believed()
            .Where(placement =>
                placement.PersonId == personId
                && mine.Contains(placement.AgencyId)
                && database.People.Any(person =>
                    person.Id == personId && person.DiedOn == null && person.MergedIntoId == null
                )
            )
            .OrderBy(placement => placement.HoldsFrom)
            .Select(placement => new { placement.AgencyId, placement.HoldsUntil })
            .ToListAsync(cancellationToken);
        if (places.Count == 0)
        {
            return null;
        }

        var current = places
            .Where(place => place.HoldsUntil is null || place.HoldsUntil > today)
            .Select(place => place.AgencyId)
            .Distinct()
            .ToList();
        return new(
            personId,
            await NameAsync(personId, cancellationToken),
            current.Count > 0 ? current : [places[^1].AgencyId]
        );
    }

    private async Task<string> NameAsync(Guid personId, CancellationToken cancellationToken) =>
        await database
            .PersonNames.HoldingOn(clock.Today())
            .Where(name => name.PersonId == personId)
            .OrderBy(name => name.HoldsFrom)
            .Select(name => name.Name)
            .LastOrDefaultAsync(cancellationToken)
        ?? "";
}
