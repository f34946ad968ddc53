using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.MyData;

/// <summary>
/// All that the portal holds on somebody, table by table, read over the walls by their own ids only. A test sees to it that every
/// table of the database that names a person is here, or named as an exception.
/// </summary>
public sealed partial class OwnTables(PortalDbContext database)
{
    /// <summary>The name of the table of signatures.</summary>
    public const string Signatures = "signatures";

    /// <summary>The tables, in the order of the page.</summary>
    public static IReadOnlyList<IOwnTable> All { get; } =
    [
        .. AboutPeople(),
        .. AboutWork(),
        .. AboutDuties(),
        .. AboutLearning(),
        .. AboutEvidence(),
        .. AboutTalk(),
        .. AboutMail(),
        .. AboutUse(),
    ];

    /// <summary>A table by its name; null when there is none such.</summary>
    public static IOwnTable? Find(string? key) => All.FirstOrDefault(table => table.Key == key);

    /// <summary>All ids under which somebody is held: their own, and those that were merged into it.</summary>
    public async Task<OwnIds> IdsOfAsync(SignedIn signedIn, CancellationToken cancellationToken)
    {
        List<Guid> people = [];
        Guid[] found = signedIn.PersonId is { } own ? [own] : [];
        while (found.Length > 0)
        {
            people.AddRange(found);
            var into = found;
            found = await database
                .People.Where(person =>
                    person.MergedIntoId != null && into.Contains(person.MergedIntoId.Value)
                )
                .Select(person => person.Id)
                .ToArrayAsync(cancellationToken);
        }

        Guid[] personIds = [.. people];
        var accounts = await database
            .Users.Where(account =>
                account.PersonId != null && personIds.Contains(account.PersonId.Value)
            )
            .Select(account => account.Id)
            .ToListAsync(cancellationToken);
        return new(
            personIds,
            [.. accounts.Append(signedIn.AccountId).Distinct()],
            [.. personIds.SelectMany(SubjectsOf)]
        );
    }

    // The addresses under which the audit log speaks of a person.
    private static IEnumerable<string> SubjectsOf(Guid personId) =>
        [personId.ToString(), $"/people/person/{personId}", $"/people/{personId}"];

    // The one place that looks over the walls: each use of it asks for somebody's own ids.
    private static IQueryable<T> Held<T>(PortalDbContext database)
        where T : class =>
        database.Set<T>().IgnoreQueryFilters([PortalDbContext.AgencyWall]).AsNoTracking();

    /// <summary>What people say is wrong, over the walls: the caller asks for somebody's own.</summary>
    internal static IQueryable<CorrectionRequest> Requests(PortalDbContext database) =>
        Held<CorrectionRequest>(database);

    /// <summary>The agencies where somebody is placed on a day, or else all where they were.</summary>
    internal static async Task<IReadOnlyList<Guid>> AgenciesAsync(
        PortalDbContext database,
        OwnIds ids,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var placed = await Held<Placement>(database)
            .Where(placement => ids.PersonIds.Contains(placement.PersonId))
            .Select(placement => new
            {
                placement.AgencyId,
                IsNow = placement.UnlearntAt == null
                    && placement.HoldsFrom <= day
                    && (placement.HoldsUntil == null || placement.HoldsUntil > day),
            })
            .Distinct()
            .ToListAsync(cancellationToken);
        var isAnywhere = placed.Exists(place => place.IsNow);
        return
        [
            .. placed
                .Where(place => place.IsNow || !isAnywhere)
                .Select(place => place.AgencyId)
                .Distinct(),
        ];
    }
}
