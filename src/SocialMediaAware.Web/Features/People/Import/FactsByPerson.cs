namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Facts of many people, found by person. They are held in one sorted row: a list for each of 100,000 people would weigh more than the facts.</summary>
/// <typeparam name="TFact">What kind of fact.</typeparam>
public sealed class FactsByPerson<TFact>
{
    private readonly Guid[] people;
    private readonly TFact[] facts;

    /// <summary>Takes them in.</summary>
    /// <param name="all">The facts.</param>
    /// <param name="personOf">Whom a fact is about.</param>
    public FactsByPerson(IEnumerable<TFact> all, Func<TFact, Guid> personOf)
    {
        facts = [.. all];
        people = [.. facts.Select(personOf)];
        Array.Sort(people, facts);
    }

    /// <summary>All of them, person by person.</summary>
    public IReadOnlyList<TFact> All => facts;

    /// <summary>Those of one person, in no order.</summary>
    public ArraySegment<TFact> Of(Guid personId)
    {
        var found = Array.BinarySearch(people, personId);
        if (found < 0)
        {
            return ArraySegment<TFact>.Empty;
        }

        var (first, end) = (found, found + 1);
        while (first > 0 && people[first - 1] == personId)
        {
            first--;
        }

        while (end < people.Length && people[end] == personId)
        {
            end++;
        }

        return new ArraySegment<TFact>(facts, first, end - first);
    }
}
