using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>What an import is about to save: facts to learn, and facts to unlearn. It is emptied batch by batch.</summary>
/// <param name="change">The act that all of it names.</param>
public sealed class ImportWrites(PeopleChange change)
{
    /// <summary>The act that all of it names.</summary>
    public PeopleChange Change { get; } = change;

    /// <summary>What to add, by kind.</summary>
    public Dictionary<Type, List<object>> Added { get; } = [];

    /// <summary>What to unlearn, by kind.</summary>
    public Dictionary<Type, List<Guid>> Unlearnt { get; } = [];

    /// <summary>People who are held already and get another address or time zone.</summary>
    public List<(Guid PersonId, string? Email, string TimeZone)> Readdressed { get; } = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds something.</summary>
    public void Add<T>(T what)
        where T : class => To(Added, typeof(T)).Add(what);

    /// <summary>Lets a fact end on a day.</summary>
    public void End<TFact>(TFact fact, Guid id, DateOnly day)
        where TFact : class, IRevisableFact<TFact>
    {
        if (fact.HoldsUntil <= day)
        {
            return;
        }

        To(Unlearnt, typeof(TFact)).Add(id);
        if (fact.EndOn(day, Change) is { } left)
        {
            Add(left);
        }
    }

    /// <summary>Lets a fact hold until another day than it did.</summary>
    public void HoldUntil<TFact>(TFact fact, Guid id, DateOnly? until)
        where TFact : class, IRevisableFact<TFact>
    {
        To(Unlearnt, typeof(TFact)).Add(id);
        fact.Unlearn(Change);
        Add(fact.Again(fact.HoldsFrom, until, Change));
    }

    /// <summary>Gives somebody another address and time zone, and keeps in words what they were.</summary>
    public void Readdress(Person person, string? email, string timeZone, string detail)
    {
        Count++;
        Readdressed.Add((person.Id, email, timeZone));
        Add(
            PeopleChange.Record(
                Change.AgencyId,
                PeopleChangeKind.Imported,
                person.Id,
                Change.ByAccountId,
                Change.Reason,
                Change.At,
                Change.Feed,
                detail
            )
        );
    }

    /// <summary>Forgets what was saved.</summary>
    public void Clear()
    {
        foreach (var list in Added.Values)
        {
            list.Clear();
        }

        foreach (var list in Unlearnt.Values)
        {
            list.Clear();
        }

        Readdressed.Clear();
        Count = 0;
    }

    private List<T> To<T>(Dictionary<Type, List<T>> lists, Type type)
    {
        Count++;
        if (!lists.TryGetValue(type, out var list))
        {
            lists[type] = list = [];
        }

        return list;
    }
}
