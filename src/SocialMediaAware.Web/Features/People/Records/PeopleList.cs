using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>
/// Lists the people of an agency by name, a page at a time: three queries, however many people there are. Whoever died or turned out
/// to be somebody else is not among them.
/// </summary>
public sealed class PeopleList(
    PortalDbContext database,
    PeopleMatching matching,
    TimeProvider clock
)
{
    /// <summary>How many people a page shows.</summary>
    public const int PeopleOnAPage = 50;

    /// <summary>Reads a page.</summary>
    /// <param name="search">Whom to list.</param>
    /// <param name="page">Which page, from 1; one too far gives the last.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<PeoplePage> ReadAsync(
        PeopleSearch search,
        int page,
        CancellationToken cancellationToken
    )
    {
        var names = matching.Of(search);
        var count = await names.CountAsync(cancellationToken);
        var pages = Math.Max(1, (count + PeopleOnAPage - 1) / PeopleOnAPage);
        var shown = Math.Clamp(page, 1, pages);
        var people = await names
            .OrderBy(name => name.FoundBy)
            .ThenBy(name => name.PersonId)
            .Skip((shown - 1) * PeopleOnAPage)
            .Take(PeopleOnAPage)
            .Select(name => new
            {
                name.PersonId,
                name.Name,
                Email = database
                    .People.Where(person => person.Id == name.PersonId)
                    .Select(person => person.Email)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var placements = await PlacementsAsync(
            search.AgencyId,
            [.. people.Select(person => person.PersonId)],
            cancellationToken
        );
        return new PeoplePage(
            [
                .. people.Select(person =>
                    LineOf(
                        person.PersonId,
                        person.Name,
                        string.IsNullOrWhiteSpace(person.Email) ? null : person.Email,
                        [.. placements[person.PersonId]]
                    )
                ),
            ],
            count,
            shown,
            pages
        );
    }

    private PersonLine LineOf(
        Guid personId,
        string name,
        string? email,
        IReadOnlyList<PlacementLine> placements
    )
    {
        var today = clock.Today();
        var phase = placements.Min(placement => placement.PhaseOn(today));
        PlacementLine[] same =
        [
            .. placements
                .Where(placement => placement.PhaseOn(today) == phase)
                .OrderByDescending(placement => placement.IsSecondment)
                .ThenByDescending(placement => phase == 2 ? placement.Until : null)
                .ThenBy(placement => placement.From),
        ];
        return new PersonLine(personId, name, email, same[0], phase == 2 ? 0 : same.Length - 1);
    }

    private async Task<ILookup<Guid, PlacementLine>> PlacementsAsync(
        Guid agencyId,
        Guid[] personIds,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .Placements.Believed()
            .Where(placement =>
                placement.AgencyId == agencyId
                && EF.Parameter(personIds).Contains(placement.PersonId)
            )
            .Select(placement => new PlacementLine(
                placement.PersonId,
                placement.UnitId,
                placement.Kind,
                placement.Position,
                placement.IsSecondment,
                placement.HoldsFrom,
                placement.HoldsUntil
            ))
            .ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.PersonId);
    }
}
