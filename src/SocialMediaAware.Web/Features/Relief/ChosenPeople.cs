using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>People as they were chosen: by what identifies them, one a line, or by where they are.</summary>
/// <param name="Words">Mail addresses and employee numbers, one a line; empty to choose by unit and kind.</param>
/// <param name="UnitId">The unit, with those below it; null for all.</param>
/// <param name="Kind">The kind of person; null for all.</param>
public sealed record PeopleChoice(string? Words, Guid? UnitId, PersonKind? Kind)
{
    /// <summary>So many can be named at once.</summary>
    public const int MostWords = 5000;

    /// <summary>What was named, each once.</summary>
    public IReadOnlyList<string> Named =>
        [
            .. (Words ?? "")
                .Split(
                    ['\r', '\n', ';', ','],
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(MostWords),
        ];
}

/// <summary>Who was found.</summary>
/// <param name="People">Each once, by name.</param>
/// <param name="Unknown">What was named and is nobody's here.</param>
public sealed record FoundPeople(
    IReadOnlyList<(Guid PersonId, string Name)> People,
    IReadOnlyList<string> Unknown
);

/// <summary>Finds people that were chosen, among those who are placed in an agency today.</summary>
public sealed class ChosenPeople(
    PortalDbContext database,
    ReliefChoices choices,
    TimeProvider clock
)
{
    /// <summary>Finds them.</summary>
    /// <param name="agencyId">The agency; the caller has made sure that it is the reader's.</param>
    /// <param name="choice">How they were chosen.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<FoundPeople> FindAsync(
        Guid agencyId,
        PeopleChoice choice,
        CancellationToken cancellationToken
    )
    {
        var placed = database
            .Placements.HoldingOn(clock.Today())
            .Where(placement =>
                placement.AgencyId == agencyId
                && database.People.Any(person =>
                    person.Id == placement.PersonId
                    && person.DiedOn == null
                    && person.MergedIntoId == null
                )
            );
        return choice.Named.Count > 0
            ? await NamedAsync(placed, choice.Named, cancellationToken)
            : new(
                await ListAsync(
                    await WithinAsync(placed, agencyId, choice, cancellationToken),
                    cancellationToken
                ),
                []
            );
    }

    private async Task<FoundPeople> NamedAsync(
        IQueryable<Placement> placed,
        IReadOnlyList<string> named,
        CancellationToken cancellationToken
    )
    {
        string[] words = [.. named];
        string[] small = [.. named.Select(word => word.ToLowerInvariant())];
        var known = await placed
            .Join(
                database.People,
                placement => placement.PersonId,
                person => person.Id,
                (placement, person) =>
                    new
                    {
                        placement.PersonId,
                        placement.EmployeeNumber,
#pragma warning disable CA1304, CA1311, MA0011 // The database writes it small, in no culture of ours.
                        Email = person.Email == null ? null : person.Email.ToLower(),
#pragma warning restore CA1304, CA1311, MA0011
                    }
            )
            .Where(one =>
                (one.EmployeeNumber != null && EF.Parameter(words).Contains(one.EmployeeNumber))
                || (one.Email != null && EF.Parameter(small).Contains(one.Email))
            )
            .ToListAsync(cancellationToken);
        var met = known
            .SelectMany(one => new[] { one.EmployeeNumber, one.Email })
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var people = known.Select(one => one.PersonId).Distinct().ToArray();
        return new(
            await ListAsync(
                placed.Where(placement => EF.Parameter(people).Contains(placement.PersonId)),
                cancellationToken
            ),
            [.. named.Where(word => !met.Contains(word))]
        );
    }

    private async Task<IQueryable<Placement>> WithinAsync(
        IQueryable<Placement> placed,
        Guid agencyId,
        PeopleChoice choice,
        CancellationToken cancellationToken
    )
    {
        if (choice.Kind is { } kind)
        {
            placed = placed.Where(placement => placement.Kind == kind);
        }

        if (choice.UnitId is { } unitId && unitId != agencyId)
        {
            var trees = await choices.UnitsAsync(cancellationToken);
            var tree = trees.FirstOrDefault(one => one.Root.Id == agencyId);
            Guid[] units = tree?.Find(unitId) is { } unit
                ? [.. tree.WithThoseBelow(unit).Select(node => node.Id)]
                : [];
            placed = placed.Where(placement => EF.Parameter(units).Contains(placement.UnitId));
        }

        return placed;
    }

    private async Task<IReadOnlyList<(Guid PersonId, string Name)>> ListAsync(
        IQueryable<Placement> placed,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var rows = await placed
            .Select(placement => placement.PersonId)
            .Distinct()
            .Select(personId => new
            {
                PersonId = personId,
                Name = database
                    .PersonNames.HoldingOn(today)
                    .Where(name => name.PersonId == personId)
                    .OrderByDescending(name => name.HoldsFrom)
                    .Select(name => name.Name)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => (row.PersonId, Name: row.Name ?? ""))
                .OrderBy(row => row.Name, StringComparer.Create(NewZealandEnglish.Culture, true))
                .ThenBy(row => row.PersonId),
        ];
    }
}
