using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Team;

/// <summary>Somebody who was found by what identifies them.</summary>
public sealed record Colleague(Guid PersonId, string Name, Guid AgencyId);

/// <summary>Finds people by mail address or employee number.</summary>
public sealed class Colleagues(PortalDbContext database, TimeProvider clock)
{
    /// <summary>Who is placed today in one of these agencies and has this address or number; null for nobody, or several.</summary>
    public async Task<Colleague?> FindAsync(
        string? word,
        IReadOnlyCollection<Guid> agencyIds,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(word) || word.Length > Person.EmailLength)
        {
            return null;
        }

        var today = clock.Today();
        var (asWritten, small) = (word.Trim(), word.Trim().ToLowerInvariant());
        var mine = agencyIds.ToArray();
        var found = await database
            .Placements.HoldingOn(today)
            .Where(placement =>
                mine.Contains(placement.AgencyId)
                && (
                    placement.EmployeeNumber == asWritten
                    || database.People.Any(person =>
                        person.Id == placement.PersonId
                        && person.Email != null
#pragma warning disable CA1304, CA1311, MA0011 // The database writes it small, in no culture of ours.
                        && person.Email.ToLower() == small
#pragma warning restore CA1304, CA1311, MA0011
                    )
                )
                && database.People.Any(person =>
                    person.Id == placement.PersonId
                    && person.DiedOn == null
                    && person.MergedIntoId == null
                )
            )
            .OrderBy(placement => placement.HoldsFrom)
            .Select(placement => new
            {
                placement.PersonId,
                placement.AgencyId,
                Name = database
                    .PersonNames.HoldingOn(today)
                    .Where(name => name.PersonId == placement.PersonId)
                    .OrderByDescending(name => name.HoldsFrom)
                    .Select(name => name.Name)
                    .FirstOrDefault(),
            })
            .Take(10)
            .ToListAsync(cancellationToken);
        return found.Select(one => one.PersonId).Distinct().Count() == 1
            ? new(found[0].PersonId, found[0].Name ?? "", found[0].AgencyId)
            : null;
    }
}
