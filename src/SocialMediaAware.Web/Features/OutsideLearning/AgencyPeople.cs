using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>Somebody whom a mail address or an employee number names.</summary>
public sealed record NamedPerson(Guid PersonId, string Name);

/// <summary>Finds people of an agency, those who left it too, by mail address or employee number.</summary>
public sealed class AgencyPeople(PortalDbContext database, SignedIn signedIn, TimeProvider clock)
{
    /// <summary>The agencies in which the account that asks is HR, by name.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> ReadAgenciesAsync(
        CancellationToken cancellationToken
    )
    {
        var mine = signedIn.AgenciesAs(PortalRole.HumanResources);
        var agencies = await database
            .Agencies.Where(agency => mine.Contains(agency.Id))
            .OrderBy(agency => agency.ShortName)
            .Select(agency => new { agency.Id, agency.ShortName })
            .ToListAsync(cancellationToken);
        return [.. agencies.Select(agency => (agency.Id, agency.ShortName))];
    }

    /// <summary>Finds who is meant.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="words">Mail addresses and employee numbers, in small letters without spaces round them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Each word with everybody whom it names: nobody, one, or several.</returns>
    public async Task<ILookup<string, NamedPerson>> FindAsync(
        Guid agencyId,
        IReadOnlyCollection<string> words,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        // The database makes the letters small, whatever language this machine speaks.
#pragma warning disable CA1304, CA1311, MA0011
        var rows = await (
            from placement in database.Placements.Believed()
            where placement.AgencyId == agencyId
            join person in database.People on placement.PersonId equals person.Id
            where person.MergedIntoId == null && person.DiedOn == null
            where
                words.Contains(placement.EmployeeNumber!.ToLower())
                || words.Contains(person.Email!.ToLower())
            select new
            {
                person.Id,
                person.Email,
                placement.EmployeeNumber,
                Name = database
                    .PersonNames.HoldingOn(today)
                    .Where(name => name.PersonId == person.Id)
                    .Select(name => name.Name)
                    .FirstOrDefault(),
            }
        )
            .Distinct()
            .ToListAsync(cancellationToken);
#pragma warning restore CA1304, CA1311, MA0011
        return rows.SelectMany(row =>
                new[] { row.Email, row.EmployeeNumber }
                    .OfType<string>()
                    .Select(word =>
                        (Word: WordOf(word), Person: new NamedPerson(row.Id, row.Name ?? word))
                    )
            )
            .Where(found => words.Contains(found.Word))
            .DistinctBy(found => (found.Word, found.Person.PersonId))
            .ToLookup(found => found.Word, found => found.Person);
    }

    /// <summary>A mail address or number in the form in which they are compared.</summary>
    public static string WordOf(string? typed) => (typed ?? "").Trim().ToLowerInvariant();
}
