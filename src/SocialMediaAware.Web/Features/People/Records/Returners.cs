using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Why somebody who is held already may be the person who is entered.</summary>
public enum Likeness
{
    /// <summary>The same employee number in the agency: it is the same person.</summary>
    Number,

    /// <summary>The same mail address.</summary>
    Address,

    /// <summary>The same name.</summary>
    Name,
}

/// <summary>Somebody who may be the person who is entered.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">What they are called; null for somebody who is held in an agency of others only.</param>
/// <param name="Likeness">What is the same.</param>
/// <param name="LastPosition">What they do or did last in this agency; null for somebody of others.</param>
/// <param name="LastDay">Their last day in it; null while they are here, or for somebody of others.</param>
public sealed record Returner(
    Guid PersonId,
    string? Name,
    Likeness Likeness,
    string? LastPosition,
    DateOnly? LastDay
);

/// <summary>Looks for people who are held already, before somebody is entered.</summary>
public sealed class Returners(PortalDbContext database, TimeProvider clock)
{
    private const int MostShown = 10;

    /// <summary>Those who may be the same, the surest first.</summary>
    public async Task<IReadOnlyList<Returner>> FindAsync(
        Guid agencyId,
        string name,
        string? email,
        string? employeeNumber,
        CancellationToken cancellationToken
    )
    {
        var byNumber = employeeNumber is null
            ? []
            : await IdsAsync(
                database
                    .Placements.Where(one =>
                        one.AgencyId == agencyId && one.EmployeeNumber == employeeNumber
                    )
                    .Select(one => one.PersonId),
                cancellationToken
            );
        var byAddress = email is null ? [] : await ByAddressAsync(email, cancellationToken);
        var foundBy = SearchWords.Of(name);
        var byName = await IdsAsync(
            database
                .PersonNames.Believed()
                .Where(one => one.FoundBy == foundBy || one.FoundBy.StartsWith(foundBy + " "))
                .Where(one =>
                    database.Placements.Any(placement =>
                        placement.PersonId == one.PersonId && placement.AgencyId == agencyId
                    )
                )
                .Select(one => one.PersonId),
            cancellationToken
        );
        var likeness = byNumber
            .Select(id => (Id: id, Likeness: Likeness.Number))
            .Concat(byAddress.Select(id => (Id: id, Likeness: Likeness.Address)))
            .Concat(byName.Select(id => (Id: id, Likeness: Likeness.Name)))
            .DistinctBy(one => one.Id)
            .Take(MostShown)
            .ToList();
        return await DescribeAsync(agencyId, likeness, cancellationToken);
    }

    private async Task<List<Guid>> ByAddressAsync(string email, CancellationToken cancellationToken)
    {
        var lookUpForm = Accounts.Account.LookUpForm(email);
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Both databases translate this call and no other.
        return await IdsAsync(
            database
                .Users.Where(account =>
                    account.NormalizedEmail == lookUpForm && account.PersonId != null
                )
                .Select(account => account.PersonId!.Value)
                .Union(
                    database
                        .People.Where(person => person.Email!.ToUpper() == lookUpForm)
                        .Select(person => person.Id)
                ),
            cancellationToken
        );
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }

    // Whoever turned out to be somebody else is found as that person; whoever died does not come back.
    private Task<List<Guid>> IdsAsync(IQueryable<Guid> ids, CancellationToken cancellationToken) =>
        database
            .People.Where(person => ids.Contains(person.Id) && person.DiedOn == null)
            .Select(person => person.MergedIntoId ?? person.Id)
            .Distinct()
            .OrderBy(id => id)
            .Take(MostShown)
            .ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<Returner>> DescribeAsync(
        Guid agencyId,
        IReadOnlyList<(Guid Id, Likeness Likeness)> likeness,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var ids = likeness.Select(one => one.Id).ToArray();
        var names = await database
            .PersonNames.ShownOn(today, database.PersonNames)
            .Where(name => EF.Parameter(ids).Contains(name.PersonId))
            .Select(name => new { name.PersonId, name.Name })
            .ToListAsync(cancellationToken);
        var placements = await database
            .Placements.Where(one =>
                one.AgencyId == agencyId && EF.Parameter(ids).Contains(one.PersonId)
            )
            .Select(one => new
            {
                one.PersonId,
                one.Position,
                one.HoldsUntil,
                IsBelieved = one.UnlearntAt == null,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. likeness.Select(one =>
            {
                var last = placements
                    .Where(placement => placement.PersonId == one.Id)
                    .OrderByDescending(placement => placement.IsBelieved)
                    .ThenByDescending(placement => placement.HoldsUntil ?? DateOnly.MaxValue)
                    .FirstOrDefault();
                return new Returner(
                    one.Id,
                    last is null ? null : names.Find(name => name.PersonId == one.Id)?.Name,
                    one.Likeness,
                    last?.Position,
                    last?.HoldsUntil?.AddDays(-1)
                );
            }),
        ];
    }
}
