using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>What the portal believes about the people of an agency before an import.</summary>
public sealed class KnownPeople
{
    /// <summary>Everybody who has or had a placement in the agency.</summary>
    public required IReadOnlyDictionary<Guid, Person> People { get; init; }

    /// <summary>Their names.</summary>
    public required FactsByPerson<PersonName> Names { get; init; }

    /// <summary>Their placements in the agency, whoever owns them.</summary>
    public required FactsByPerson<Placement> Placements { get; init; }

    /// <summary>The numbers of people of whom no placement is believed any more: somebody who was to come, and did not.</summary>
    public required IReadOnlyList<(string Number, Guid PersonId)> FormerNumbers { get; init; }

    /// <summary>Who leads them, whoever says so.</summary>
    public required FactsByPerson<Leadership> Leaderships { get; init; }

    /// <summary>Their flags, whoever says so.</summary>
    public required FactsByPerson<PersonFlag> Flags { get; init; }

    /// <summary>Their leave, whoever says so.</summary>
    public required FactsByPerson<Leave> Leaves { get; init; }

    /// <summary>What this feed said last of somebody's name, where it ever did: what HR entered since is not undone by saying it again.</summary>
    public required IReadOnlyDictionary<Guid, PersonName> NamesOfFeed { get; init; }

    /// <summary>People who have and had no placement in the agency, by mail address: those of them whom the file may mean.</summary>
    public required IReadOnlyDictionary<string, Person> Elsewhere { get; init; }

    /// <summary>The person as they are held now: somebody who turned out to be another is that other.</summary>
    public Person? Find(Guid personId)
    {
        var person =
            People.GetValueOrDefault(personId)
            ?? Elsewhere.Values.FirstOrDefault(other => other.Id == personId);
        for (var step = 0; person?.MergedIntoId is { } kept && step < 10; step++)
        {
            person = People.GetValueOrDefault(kept);
        }

        return person;
    }

    /// <summary>What is believed to hold after a day, or on it.</summary>
    public static IEnumerable<TFact> Tail<TFact>(IEnumerable<TFact> facts, DateOnly day)
        where TFact : IFact =>
        facts.Where(fact => fact.HoldsUntil is null || fact.HoldsUntil > day);
}
