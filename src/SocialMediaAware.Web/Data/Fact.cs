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
