using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>What the draw of a refresher goes by.</summary>
/// <param name="Count">How many situations to draw, if the pool has as many.</param>
/// <param name="ChangedObligations">What changed since the person signed.</param>
/// <param name="MissedAt">When the person last missed which obligation.</param>
/// <param name="MetAt">When the person last met which scenario, by slug.</param>
/// <param name="Phases">The phases of an election whose situations may be drawn.</param>
/// <param name="Seed">The same seed draws the same.</param>
public sealed record RefresherRules(
    int Count,
    IReadOnlySet<string> ChangedObligations,
    IReadOnlyDictionary<string, DateTimeOffset> MissedAt,
    IReadOnlyDictionary<string, DateTimeOffset> MetAt,
    IReadOnlySet<string> Phases,
    long Seed
);

/// <summary>
/// Draws the situations of a refresher, from the pools of all its modules put together: changed obligations first, then those
/// missed before, then the least recently met. It knows no clock, database or chance.
/// </summary>
public static class RefresherDraw
{
    /// <summary>How many situations a whole assignment asks on the short path.</summary>
    public const int Count = 2;

    private enum Turn
    {
        Changed,
        Missed,
        LeastRecent,
        Again,
    }

    /// <summary>Draws.</summary>
    /// <returns>The situations in the order in which to put them; fewer where the pool has fewer.</returns>
    public static IReadOnlyList<Scenario> Draw(IReadOnlyList<Scenario> pool, RefresherRules rules)
    {
        var drawable = pool.Where(each => MayBeDrawn(each, rules))
            .DistinctBy(each => each.Slug)
            .ToList();
        var lastMet = pool.SelectMany(each =>
                each.ObligationIds.Select(obligation => (obligation, At: MetAt(each, rules)))
            )
            .GroupBy(entry => entry.obligation)
            .ToDictionary(group => group.Key, group => group.Max(entry => entry.At));
        var drawn = new List<Scenario>();
        while (drawn.Count < rules.Count)
        {
            var met = drawn.SelectMany(each => each.ObligationIds).ToHashSet();
            var next = drawable
                .Except(drawn)
                .SelectMany(each =>
                    each.ObligationIds.Select(obligation =>
                        Reason.Of(each, obligation, met.Contains(obligation), lastMet, rules)
                    )
                )
                .OrderBy(reason => reason.Weight)
                .ThenBy(reason => reason.Chance)
                .FirstOrDefault();
            if (next is null)
            {
                break;
            }

            drawn.Add(next.Scenario);
        }

        return drawn;
    }

    private static bool MayBeDrawn(Scenario scenario, RefresherRules rules) =>
        scenario.Phases.Count == 0 || scenario.Phases.Any(rules.Phases.Contains);

    private static DateTimeOffset MetAt(Scenario scenario, RefresherRules rules) =>
        rules.MetAt.GetValueOrDefault(scenario.Slug, DateTimeOffset.MinValue);

    /// <summary>A reason to draw a scenario next: what it is about, and whose turn that is. The smallest is the best.</summary>
    private sealed record Reason(
        Scenario Scenario,
        (
            bool IsContested,
            Turn Turn,
            DateTimeOffset LeastRecent,
            bool WasMet,
            bool IsAlways,
            bool IsAside,
            DateTimeOffset MetAt
        ) Weight,
        ulong Chance
    )
    {
        public static Reason Of(
            Scenario scenario,
            string obligation,
            bool isDrawn,
            Dictionary<string, DateTimeOffset> lastMet,
            RefresherRules rules
        )
        {
            var turn = TurnOf(obligation, isDrawn, lastMet[obligation], rules);
            return new Reason(
                scenario,
                (
                    scenario.Contested,
                    turn,
                    // Among what changed and what was missed, new situations go before the long unseen.
                    turn == Turn.LeastRecent
                        ? lastMet[obligation]
                        : DateTimeOffset.MinValue,
                    rules.MetAt.ContainsKey(scenario.Slug),
                    scenario.Phases.Count == 0,
                    scenario.ObligationIds[0] != obligation,
                    MetAt(scenario, rules)
                ),
                SeededOrder.Of(rules.Seed, $"refresher/{scenario.Slug}")
            );
        }

        // What was missed once and answered right since is not missed any more.
        private static Turn TurnOf(
            string obligation,
            bool isDrawn,
            DateTimeOffset lastMet,
            RefresherRules rules
        ) =>
            isDrawn ? Turn.Again
            : rules.ChangedObligations.Contains(obligation) ? Turn.Changed
            : rules.MissedAt.TryGetValue(obligation, out var missedAt) && missedAt >= lastMet
                ? Turn.Missed
            : Turn.LeastRecent;
    }
}
