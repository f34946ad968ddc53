using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>How names are edited: from a day on there is one name, and no gap before it.</summary>
public static class NameEdits
{
    /// <summary>From a day on they are called otherwise.</summary>
    /// <param name="names">All names of the person that are believed until now.</param>
    /// <param name="personId">The person.</param>
    /// <param name="name">What they want to be called.</param>
    /// <param name="officialName">The name in the agency's records, where it is another.</param>
    /// <param name="from">The first day.</param>
    /// <param name="change">Who says so, and why.</param>
    /// <returns>What is to be saved.</returns>
    public static IReadOnlyList<PersonName> Change(
        IReadOnlyCollection<PersonName> names,
        Guid personId,
        string name,
        string? officialName,
        DateOnly from,
        PeopleChange change
    ) =>
        [
            .. names.Select(one => one.EndOn(from, change)).OfType<PersonName>(),
            PersonName.Learn(personId, name, from, change.At, officialName, change),
        ];
}
