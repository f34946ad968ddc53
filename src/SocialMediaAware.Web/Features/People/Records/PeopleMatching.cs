using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Finds the people whom a search is for: one name of each, the one that is shown.</summary>
public sealed class PeopleMatching(PortalDbContext database, TimeProvider clock)
{
    /// <summary>The names of those who are found.</summary>
    public IQueryable<PersonName> Of(PeopleSearch search)
    {
        var today = clock.Today();
        // Few people are left out, or have no address or a flag: each of these is read once, not once for every name.
        var unlisted = database
            .People.Where(person => person.DiedOn != null || person.MergedIntoId != null)
            .Select(person => person.Id);
        var names = database
            .PersonNames.ShownOn(today, database.PersonNames)
            .Where(name => !unlisted.Contains(name.PersonId));
        if (search.Standing is PeopleStanding.WithoutAddress)
        {
            var unreached = database
                .People.Where(person => person.Email == null || person.Email.Trim() == "")
                .Select(person => person.Id);
            names = names.Where(name => unreached.Contains(name.PersonId));
        }

        if (search.Flag is { } flag)
        {
            var flagged = database
                .PersonFlags.HoldingOn(today)
                .Where(one => one.AgencyId == search.AgencyId && one.Flag == flag)
                .Select(one => one.PersonId);
            names = names.Where(name => flagged.Contains(name.PersonId));
        }

        names = Placed(names, search, today);
        return search.Words.Length == 0 ? names : Found(names, search);
    }

    private IQueryable<PersonName> Placed(
        IQueryable<PersonName> names,
        PeopleSearch search,
        DateOnly today
    )
    {
        Expression<Func<Placement, bool>> own = placement => placement.AgencyId == search.AgencyId;
        var current = database.Placements.FromDayOn(today).Where(own);
        var here = current.Where(placement => placement.HoldsFrom <= today);
        var sought = Narrowed(
            search.Standing switch
            {
                PeopleStanding.Here => here,
                PeopleStanding.Left or PeopleStanding.Everybody => database
                    .Placements.Believed()
                    .Where(own),
                _ => current,
            },
            search
        );
        names = names.Where(name => sought.Any(placement => placement.PersonId == name.PersonId));
        return search.Standing switch
        {
            PeopleStanding.Starting => names.Where(name =>
                !here.Any(placement => placement.PersonId == name.PersonId)
            ),
            PeopleStanding.Left => names.Where(name =>
                !current.Any(placement => placement.PersonId == name.PersonId)
            ),
            _ => names,
        };
    }

    private static IQueryable<Placement> Narrowed(
        IQueryable<Placement> placements,
        PeopleSearch search
    )
    {
        if (search.UnitIds is { } unitIds)
        {
            var ids = unitIds.ToArray();
            placements = placements.Where(placement =>
                EF.Parameter(ids).Contains(placement.UnitId)
            );
        }

        if (search.Kind is { } kind)
        {
            placements = placements.Where(placement => placement.Kind == kind);
        }

        return search.Region is { } region
            ? placements.Where(placement => placement.Region == region)
            : placements;
    }

    // By name, by address or by number: each is asked once for the whole agency.
    private IQueryable<PersonName> Found(IQueryable<PersonName> names, PeopleSearch search)
    {
        var text = search.Words.Trim();
        var findable = database.PersonNames.Believed();
        if (!search.FindsFormerNames)
        {
            var today = clock.Today();
            findable = findable.Where(name => name.HoldsUntil == null || name.HoldsUntil > today);
        }

        foreach (var word in SearchWords.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            findable = findable.Where(name => name.FoundBy.Contains(word));
        }

        var lookUpForm = Account.LookUpForm(text);
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Both databases translate this call and no other.
        var found = findable
            .Select(name => name.PersonId)
            .Union(
                database
                    .People.Where(person => person.Email!.ToUpper().Contains(lookUpForm))
                    .Select(person => person.Id)
            )
#pragma warning restore CA1304, CA1311, CA1862, MA0011
            .Union(
                database
                    .Placements.Believed()
                    .Where(placement =>
                        placement.AgencyId == search.AgencyId && placement.EmployeeNumber == text
                    )
                    .Select(placement => placement.PersonId)
            );
        return names.Where(name => found.Contains(name.PersonId));
    }
}
