using System.Numerics;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>What a draw goes by.</summary>
/// <param name="RequiredObligations">The obligations that the draw has to meet.</param>
/// <param name="Count">How many scenarios to draw, if the pool has as many; more where the obligations need more.</param>
/// <param name="MetAt">When the person last met which scenario, by slug.</param>
/// <param name="Phases">The phases of an election that hold today.</param>
/// <param name="Seed">The same seed draws the same.</param>
public sealed record DrawRules(
    IReadOnlyList<string> RequiredObligations,
    int Count,
    IReadOnlyDictionary<string, DateTimeOffset> MetAt,
    IReadOnlySet<string> Phases,
    long Seed
);

/// <summary>
/// Draws situations from a pool: a module's, or the pools of several modules put together. It knows no clock, database or chance.
/// </summary>
public static class QuizDraw
{
    // A cover is exact for so many obligations; the work doubles with each.
    private const int ObligationsAtOnce = 12;

    private const int CostOfContested = 10_000;
    private const int CostOfMet = 100;
    private const int CostOfAnotherSubject = 1;

    /// <summary>Draws so that every required obligation is met, with as few scenarios as possible that the person has met.</summary>
    /// <returns>The scenarios in the order in which to put them. A required obligation that no scenario exercises is left out.</returns>
    public static IReadOnlyList<Scenario> Draw(IReadOnlyList<Scenario> pool, DrawRules rules)
    {
        var ranked = Ranked(pool, rules);
        var drawn = new List<Scenario>();
        var open = rules
            .RequiredObligations.Distinct(StringComparer.Ordinal)
            .Where(obligation => ranked.Exists(each => each.ObligationIds.Contains(obligation)))
            .ToList();
        while (open.Count > 0)
        {
            var rest = ranked.Except(drawn).ToList();
            int CostOf(Scenario scenario) => Cost(scenario, rules);
            drawn.AddRange(
                Cover([.. open.Take(ObligationsAtOnce)], rest, CostOf, rules.Count - drawn.Count)
            );
            open.RemoveAll(obligation =>
                drawn.Exists(each => each.ObligationIds.Contains(obligation))
            );
        }

        Fill(drawn, ranked, rules);
        return [.. drawn.OrderBy(each => SeededOrder.Of(rules.Seed, $"order/{each.Slug}"))];
    }

    /// <summary>Finds the situation with which a missed obligation comes back.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="obligationId">What was missed.</param>
    /// <param name="stillOpen">Obligations that it would be good to meet on the way.</param>
    /// <param name="putSoFar">The slugs put in this attempt, in order.</param>
    /// <param name="rules">What the draw goes by.</param>
    /// <returns>
    /// One that was not put in this attempt, or, when the pool is used up, the one met longest ago; null when none exercises the
    /// obligation.
    /// </returns>
    public static Scenario? ComeBack(
        IReadOnlyList<Scenario> pool,
        string obligationId,
        IReadOnlySet<string> stillOpen,
        IReadOnlyList<string> putSoFar,
        DrawRules rules
    )
    {
        int LastPut(Scenario scenario) =>
            putSoFar
                .Select((slug, index) => slug == scenario.Slug ? index + 1 : 0)
                .DefaultIfEmpty()
                .Max();
        return Ranked(pool, rules)
            .Where(each => !each.Contested && each.ObligationIds.Contains(obligationId))
            .OrderBy(LastPut)
            .ThenBy(each => MetAt(each, rules))
            .ThenBy(each => each.ObligationIds[0] == obligationId ? 0 : 1)
            .ThenByDescending(each => each.ObligationIds.Count(stillOpen.Contains))
            .FirstOrDefault();
    }

    // Those that may be drawn today: what was not met first, then what was met longest ago, equals in the seed's order.
    private static List<Scenario> Ranked(IReadOnlyList<Scenario> pool, DrawRules rules) =>
        [
            .. pool.Where(each => each.Phases.Count == 0 || each.Phases.Any(rules.Phases.Contains))
                .DistinctBy(each => each.Slug)
                .OrderBy(each => MetAt(each, rules))
                .ThenBy(each => SeededOrder.Of(rules.Seed, $"rank/{each.Slug}")),
        ];

    private static DateTimeOffset MetAt(Scenario scenario, DrawRules rules) =>
        rules.MetAt.GetValueOrDefault(scenario.Slug, DateTimeOffset.MinValue);

    private static int Cost(Scenario scenario, DrawRules rules) =>
        (scenario.Contested ? CostOfContested : 0)
        + (rules.MetAt.ContainsKey(scenario.Slug) ? CostOfMet : 0)
        + (
            rules.RequiredObligations.Contains(scenario.ObligationIds[0]) ? 0 : CostOfAnotherSubject
        );

    // Prefers what is about something that is not drawn yet, among those equally new to the person.
    private static void Fill(List<Scenario> drawn, List<Scenario> ranked, DrawRules rules)
    {
        while (drawn.Count < rules.Count)
        {
            var subjects = drawn.Select(each => each.ObligationIds[0]).ToHashSet();
            var next = ranked
                .Except(drawn)
                .OrderBy(each => MetAt(each, rules))
                .ThenBy(each => subjects.Contains(each.ObligationIds[0]) ? 1 : 0)
                .FirstOrDefault();
            if (next is null)
            {
                return;
            }

            drawn.Add(next);
        }
    }

    private sealed record Chain(Scenario? Last, Chain? Before, int Cost);

    /// <summary>
    /// The cheapest set of scenarios that meets all of these obligations and is no larger than wanted; the smallest one where
    /// none is that small. Exact: it walks all sets, always towards the first obligation that is not met, and keeps the cheapest
    /// way to each combination of obligations met.
    /// </summary>
    private static List<Scenario> Cover(
        IReadOnlyList<string> obligations,
        List<Scenario> scenarios,
        Func<Scenario, int> costOf,
        int wanted
    )
    {
        var all = (1 << obligations.Count) - 1;
        var meets = scenarios
            .Select(each => (Scenario: each, Mask: MaskOf(each, obligations), Cost: costOf(each)))
            .Where(each => each.Mask != 0)
            .ToList();
        var layer = new Dictionary<int, Chain> { [0] = new(null, null, 0) };
        var covers = new List<(int Size, Chain Chain)>();
        for (var size = 1; size <= obligations.Count; size++)
        {
            var next = new Dictionary<int, Chain>();
            foreach (var (met, chain) in layer.Where(each => each.Key != all))
            {
                var firstOpen = 1 << BitOperations.TrailingZeroCount(~met);
                foreach (var (scenario, mask, cost) in meets.Where(m => (m.Mask & firstOpen) != 0))
                {
                    var known = next.GetValueOrDefault(met | mask);
                    if (known is null || chain.Cost + cost < known.Cost)
                    {
                        next[met | mask] = new Chain(scenario, chain, chain.Cost + cost);
                    }
                }
            }

            layer = next;
            if (layer.TryGetValue(all, out var cover))
            {
                covers.Add((size, cover));
            }
        }

        return Scenarios(
            covers
                .OrderBy(cover => Math.Max(0, cover.Size - Math.Max(wanted, 0)))
                .ThenBy(cover => cover.Chain.Cost)
                .ThenBy(cover => cover.Size)
                .First()
                .Chain
        );
    }

    private static int MaskOf(Scenario scenario, IReadOnlyList<string> obligations) =>
        obligations
            .Select((obligation, bit) => scenario.ObligationIds.Contains(obligation) ? 1 << bit : 0)
            .Sum();

    private static List<Scenario> Scenarios(Chain chain)
    {
        var found = new List<Scenario>();
        for (var link = chain; link?.Last is not null; link = link.Before)
        {
            found.Add(link.Last);
        }

        return found;
    }
}
