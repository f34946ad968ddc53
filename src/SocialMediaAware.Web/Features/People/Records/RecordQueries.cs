using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Questions about the record of people.</summary>
public static class RecordQueries
{
    /// <summary>The one name of each person that is shown on a day: the one that holds, or the first that will.</summary>
    /// <param name="names">The names to choose from.</param>
    /// <param name="day">The New Zealand date.</param>
    /// <param name="all">Every name, to see whether another comes first.</param>
    public static IQueryable<PersonName> ShownOn(
        this IQueryable<PersonName> names,
        DateOnly day,
        IQueryable<PersonName> all
    ) =>
        names
            .Believed()
            .Where(name => name.HoldsUntil == null || name.HoldsUntil > day)
            .Where(name =>
                name.HoldsFrom <= day
                || !all.Any(other =>
                    other.PersonId == name.PersonId
                    && other.UnlearntAt == null
                    && other.HoldsFrom < name.HoldsFrom
                    && (other.HoldsUntil == null || other.HoldsUntil > day)
                )
            );

    /// <summary>Placements that hold on a day or will hold later, as believed now.</summary>
    public static IQueryable<Placement> FromDayOn(
        this IQueryable<Placement> placements,
        DateOnly day
    ) =>
        placements
            .Believed()
            .Where(placement => placement.HoldsUntil == null || placement.HoldsUntil > day);

    /// <summary>People whom lists may name: they live, and are held once.</summary>
    public static IQueryable<Person> Listed(this IQueryable<Person> people) =>
        people.Where(person => person.DiedOn == null && person.MergedIntoId == null);
}
