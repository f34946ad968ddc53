using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Data;

/// <summary>
/// Something about a person or unit that holds for a time in the world, and that the portal knows for a time. It is never
/// overwritten: a correction unlearns it and learns another, so that a report as at a day comes out the same for ever.
/// </summary>
public interface IFact
{
    /// <summary>The first day on which it holds, as a New Zealand date.</summary>
    DateOnly HoldsFrom { get; }

    /// <summary>The first day on which it no longer holds; null while no end is known.</summary>
    DateOnly? HoldsUntil { get; }

    /// <summary>When the portal learnt it (UTC).</summary>
    DateTimeOffset LearntAt { get; }

    /// <summary>When the portal unlearnt it (UTC), because it turned out otherwise; null while it is believed.</summary>
    DateTimeOffset? UnlearntAt { get; }

    /// <summary>The act by which the portal learnt it, with who and why; null for what was there before such acts were kept.</summary>
    Guid? LearntInId { get; }

    /// <summary>The act by which the portal unlearnt it; null while it is believed.</summary>
    Guid? UnlearntInId { get; }
}

/// <summary>A fact that can be said again for another time: what an edit is made of.</summary>
/// <typeparam name="TFact">The fact itself.</typeparam>
public interface IRevisableFact<TFact> : IFact
    where TFact : class, IRevisableFact<TFact>
{
    /// <summary>The same, learnt anew for another time in the world.</summary>
    TFact Again(DateOnly from, DateOnly? until, PeopleChange change);

    /// <summary>Unlearns it: it turned out otherwise.</summary>
    void Unlearn(PeopleChange change);
}

/// <summary>How facts are edited: nothing is overwritten, one is unlearnt and others are learnt.</summary>
public static class FactEdits
{
    /// <summary>Whether it holds on a day, as believed now.</summary>
    public static bool HoldsOn(this IFact fact, DateOnly day) =>
        fact.UnlearntAt is null
        && fact.HoldsFrom <= day
        && (fact.HoldsUntil is null || fact.HoldsUntil > day);

    /// <summary>Lets a fact end on a day: it is unlearnt, and what is left of it learnt.</summary>
    /// <param name="fact">The fact, believed until now.</param>
    /// <param name="day">The first day on which it no longer holds.</param>
    /// <param name="change">Who says so, and why.</param>
    /// <returns>What is left of it, to be saved; null when nothing is, or when it had ended by then anyway.</returns>
    public static TFact? EndOn<TFact>(
        this IRevisableFact<TFact> fact,
        DateOnly day,
        PeopleChange change
    )
        where TFact : class, IRevisableFact<TFact>
    {
        if (fact.HoldsUntil <= day)
        {
            return null;
        }

        fact.Unlearn(change);
        return fact.HoldsFrom < day ? fact.Again(fact.HoldsFrom, day, change) : null;
    }

    /// <summary>Takes a fact back for a time: it is unlearnt, and what stands before and after that time is learnt again.</summary>
    /// <param name="fact">The fact, believed until now.</param>
    /// <param name="from">The first day on which it does not hold.</param>
    /// <param name="until">The first day on which it may hold again; null for never.</param>
    /// <param name="change">Who says so, and why.</param>
    /// <returns>What is left of it, to be saved: nothing, one part or two.</returns>
    public static IReadOnlyList<TFact> Except<TFact>(
        this IRevisableFact<TFact> fact,
        DateOnly from,
        DateOnly? until,
        PeopleChange change
    )
        where TFact : class, IRevisableFact<TFact>
    {
        if (fact.HoldsUntil <= from || fact.HoldsFrom >= until)
        {
            return [];
        }

        fact.Unlearn(change);
        List<TFact> left = [];
        if (fact.HoldsFrom < from)
        {
            left.Add(fact.Again(fact.HoldsFrom, from, change));
        }

        if (until is { } back && (fact.HoldsUntil is null || fact.HoldsUntil > back))
        {
            left.Add(fact.Again(back, fact.HoldsUntil, change));
        }

        return left;
    }
}

/// <summary>Questions that every fact answers.</summary>
public static class FactQueries
{
    /// <summary>Facts that are believed now, whenever they hold.</summary>
    public static IQueryable<TFact> Believed<TFact>(this IQueryable<TFact> facts)
        where TFact : class, IFact => facts.Where(fact => fact.UnlearntAt == null);

    /// <summary>Facts that hold on a day, as believed now.</summary>
    public static IQueryable<TFact> HoldingOn<TFact>(this IQueryable<TFact> facts, DateOnly day)
        where TFact : class, IFact =>
        facts.Where(fact =>
            fact.UnlearntAt == null
            && fact.HoldsFrom <= day
            && (fact.HoldsUntil == null || fact.HoldsUntil > day)
        );

    /// <summary>Facts that held on a day, as the portal knew at an instant.</summary>
    public static IQueryable<TFact> HoldingOn<TFact>(
        this IQueryable<TFact> facts,
        DateOnly day,
        DateTimeOffset knownAt
    )
        where TFact : class, IFact =>
        facts.Where(fact =>
            fact.LearntAt <= knownAt
            && (fact.UnlearntAt == null || fact.UnlearntAt > knownAt)
            && fact.HoldsFrom <= day
            && (fact.HoldsUntil == null || fact.HoldsUntil > day)
        );
}
