using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Reads what the portal believes about the people and units of an agency.</summary>
public sealed class KnownPeopleReading(PortalDbContext database)
{
    private const int AddressesAtOnce = 5000;

    /// <summary>Reads the people.</summary>
    public async Task<KnownPeople> ReadAsync(
        ImportTerms terms,
        PeopleFile file,
        CancellationToken cancellationToken
    )
    {
        var placements = await database
            .Placements.AsNoTracking()
            .Believed()
            .Where(placement => placement.AgencyId == terms.AgencyId)
            .ToListAsync(cancellationToken);
        var people = await PeopleOf(terms.AgencyId)
            .ToDictionaryAsync(person => person.Id, cancellationToken);
        var elsewhere = await ElsewhereAsync(people, file, cancellationToken);
        var names = await NamesAsync(terms.AgencyId, elsewhere, cancellationToken);
        return new KnownPeople
        {
            People = people,
            Elsewhere = elsewhere,
            Names = new(names, name => name.PersonId),
            Placements = new(placements, placement => placement.PersonId),
            FormerNumbers = await FormerNumbersAsync(terms.AgencyId, cancellationToken),
            Leaderships = await LeadershipsAsync(terms, cancellationToken),
            Flags = await FlagsAsync(terms.AgencyId, cancellationToken),
            Leaves = await LeavesAsync(terms, cancellationToken),
            NamesOfFeed = await NamesOfFeedAsync(terms, cancellationToken),
        };
    }

    /// <summary>Reads the units.</summary>
    public async Task<UnitFinder> ReadUnitsAsync(
        Guid agencyId,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var trees = await database
            .UnitFacts.HoldingOn(day)
            .Where(fact => fact.AgencyId == agencyId)
            .ReadTreesAsync(cancellationToken);
        return new UnitFinder(
            trees.GetValueOrDefault(agencyId) ?? new UnitTree(agencyId, []),
            await database
                .Units.AsNoTracking()
                .Where(unit => unit.AgencyId == agencyId)
                .ToListAsync(cancellationToken)
        );
    }

    private async Task<IReadOnlyList<(string, Guid)>> FormerNumbersAsync(
        Guid agencyId,
        CancellationToken cancellationToken
    )
    {
        var all = database.Placements.Where(placement => placement.AgencyId == agencyId);
        var former = await all.Where(placement =>
                placement.UnlearntAt != null
                && placement.EmployeeNumber != null
                && !all.Any(other =>
                    other.PersonId == placement.PersonId && other.UnlearntAt == null
                )
            )
            .Select(placement => new { placement.EmployeeNumber, placement.PersonId })
            .Distinct()
            .ToListAsync(cancellationToken);
        return [.. former.Select(one => (one.EmployeeNumber!, one.PersonId))];
    }

    private IQueryable<Person> PeopleOf(Guid agencyId) =>
        database
            .People.AsNoTracking()
            .Where(person =>
                database
                    .Placements.Where(placement => placement.AgencyId == agencyId)
                    .Any(placement => placement.PersonId == person.Id)
            );

    private async Task<List<PersonName>> NamesAsync(
        Guid agencyId,
        Dictionary<string, Person> elsewhere,
        CancellationToken cancellationToken
    )
    {
        var believed = database.PersonNames.AsNoTracking().Believed();
        var names = await believed
            .Where(name => PeopleOf(agencyId).Any(person => person.Id == name.PersonId))
            .ToListAsync(cancellationToken);
        if (elsewhere.Count > 0)
        {
            var ids = elsewhere.Values.Select(person => person.Id).ToArray();
            names.AddRange(
                await believed
                    .Where(name => EF.Parameter(ids).Contains(name.PersonId))
                    .ToListAsync(cancellationToken)
            );
        }

        return names;
    }

    private async Task<FactsByPerson<Leadership>> LeadershipsAsync(
        ImportTerms terms,
        CancellationToken cancellationToken
    ) =>
        new(
            await database
                .Leaderships.AsNoTracking()
                .Believed()
                .Where(fact => fact.AgencyId == terms.AgencyId && fact.Feed == terms.Feed)
                .ToListAsync(cancellationToken),
            fact => fact.PersonId
        );

    private async Task<FactsByPerson<PersonFlag>> FlagsAsync(
        Guid agencyId,
        CancellationToken cancellationToken
    ) =>
        new(
            await database
                .PersonFlags.AsNoTracking()
                .Believed()
                .Where(fact => fact.AgencyId == agencyId)
                .ToListAsync(cancellationToken),
            fact => fact.PersonId
        );

    private async Task<FactsByPerson<Leave>> LeavesAsync(
        ImportTerms terms,
        CancellationToken cancellationToken
    ) =>
        new(
            await database
                .Leaves.AsNoTracking()
                .Believed()
                .Where(fact => fact.AgencyId == terms.AgencyId && fact.Feed == terms.Feed)
                .ToListAsync(cancellationToken),
            fact => fact.PersonId
        );

    // Somebody who comes from another agency is one person: their receipts go with them.
    private async Task<Dictionary<string, Person>> ElsewhereAsync(
        Dictionary<Guid, Person> people,
        PeopleFile file,
        CancellationToken cancellationToken
    )
    {
        var elsewhere = new Dictionary<string, Person>(StringComparer.OrdinalIgnoreCase);
        if (await database.People.CountAsync(cancellationToken) == people.Count)
        {
            return elsewhere;
        }

        var held = people
            .Values.Select(person => person.Email)
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var addresses = file
            .Lines.Select(line => line.Email)
            .OfType<string>()
            .Where(email => !held.Contains(email))
            .SelectMany(email => new[] { email, email.ToLowerInvariant() })
            .Distinct(StringComparer.Ordinal);
        foreach (var some in addresses.Chunk(AddressesAtOnce))
        {
            var found = await database
                .People.AsNoTracking()
                .Where(person => EF.Parameter(some).Contains(person.Email))
                .Where(person => person.DiedOn == null && person.MergedIntoId == null)
                .ToListAsync(cancellationToken);
            foreach (var person in found.Where(person => !people.ContainsKey(person.Id)))
            {
                elsewhere.TryAdd(person.Email!, person);
            }
        }

        return elsewhere;
    }

    // Only of people whose name somebody else said since: of the others it is the name that is held.
    private async Task<Dictionary<Guid, PersonName>> NamesOfFeedAsync(
        ImportTerms terms,
        CancellationToken cancellationToken
    )
    {
        var changes = database
            .PeopleChanges.Where(change =>
                change.AgencyId == terms.AgencyId && change.Feed == terms.Feed
            )
            .Select(change => change.Id);
        var said = await database
            .PersonNames.AsNoTracking()
            .Where(name => changes.Contains(name.LearntInId!.Value))
            .Where(name =>
                database.PersonNames.Any(other =>
                    other.PersonId == name.PersonId
                    && other.UnlearntAt == null
                    && other.LearntAt > name.LearntAt
                    && !changes.Contains(other.LearntInId!.Value)
                )
            )
            .ToListAsync(cancellationToken);
        return said.GroupBy(name => name.PersonId)
            .ToDictionary(
                group => group.Key,
                group => group.OrderBy(name => name.LearntAt).ThenBy(name => name.HoldsFrom).Last()
            );
    }
}
