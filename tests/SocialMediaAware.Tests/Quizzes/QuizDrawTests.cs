using FsCheck;
using FsCheck.Fluent;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Quizzes;
using static SocialMediaAware.Tests.Quizzes.ScenarioBuilder;

namespace SocialMediaAware.Tests.Quizzes;

public sealed class QuizDrawTests
{
    private static readonly DateTimeOffset LongAgo = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Draw_WhateverThePool_MeetsEveryRequiredObligationThatCanBeMet() =>
        ForAnyPool(
            (pool, rules) =>
            {
                var drawn = QuizDraw.Draw(pool, rules);
                return rules
                    .RequiredObligations.Where(obligation =>
                        pool.Any(each =>
                            each.Phases.Count == 0 && each.ObligationIds.Contains(obligation)
                        )
                    )
                    .All(obligation => drawn.Any(each => each.ObligationIds.Contains(obligation)));
            }
        );

    [Fact]
    public void Draw_WhateverThePool_DrawsAsManyAsAskedForWhereThereAreAsManyAndNoneTwice() =>
        ForAnyPool(
            (pool, rules) =>
            {
                var drawn = QuizDraw.Draw(pool, rules);
                var possible = pool.Count(each => each.Phases.Count == 0);
                return drawn.Count >= Math.Min(rules.Count, possible)
                    && drawn.Count <= Math.Max(rules.Count, rules.RequiredObligations.Count)
                    && drawn.DistinctBy(each => each.Slug).Count() == drawn.Count
                    && drawn.All(each => each.Phases.Count == 0);
            }
        );

    [Fact]
    public void Draw_WhenSeedAndPoolAreTheSame_DrawsTheSameWhateverTheOrderOfThePool() =>
        ForAnyPool(
            (pool, rules) =>
                QuizDraw
                    .Draw(pool, rules)
                    .Select(each => each.Slug)
                    .SequenceEqual(
                        QuizDraw.Draw([.. pool.Reverse()], rules).Select(each => each.Slug)
                    )
        );

    [Fact]
    public void Draw_WhateverThePool_DrawsAsFewMetScenariosAsAnyDrawOfThatSizeCould() =>
        ForAnyPool(
            (pool, rules) =>
            {
                var drawn = QuizDraw.Draw(pool, rules);
                return Met(drawn, rules) == FewestMet(pool, rules, drawn.Count);
            },
            withContested: false
        );

    [Fact]
    public void Draw_WhenSeedsDiffer_DoesNotAlwaysDrawTheSame()
    {
        Scenario[] pool = [.. Enumerable.Range(0, 8).Select(n => AScenario($"s{n}", ["A"]))];
        var draws = Enumerable
            .Range(0, 20)
            .Select(seed => string.Join(' ', Slugs(QuizDraw.Draw(pool, Rules(["A"], 3, seed)))));
        Assert.True(draws.Distinct().Count() > 5);
    }

    [Fact]
    public void Draw_WhenTheOnlyScenarioOfAPhase_WaitsForThePhase()
    {
        Scenario[] pool =
        [
            AScenario("always", ["A"]),
            AScenario("before-the-election", ["B"], phases: ["pre-election"]),
        ];
        var rules = Rules(["A", "B"], 2);
        Assert.Equal(["always"], Slugs(QuizDraw.Draw(pool, rules)));

        var during = rules with { Phases = new HashSet<string> { "pre-election" } };
        Assert.Equal(2, QuizDraw.Draw(pool, during).Count);
    }

    [Fact]
    public void Draw_WhenMoreObligationsThanOneCoverTakes_MeetsThemAll()
    {
        string[] obligations = [.. Enumerable.Range(0, 30).Select(n => $"O{n}")];
        Scenario[] pool = [.. obligations.Select(each => AScenario($"about-{each}", [each]))];
        Assert.Equal(30, QuizDraw.Draw(pool, Rules(obligations, 3)).Count);
    }

    [Fact]
    public void Draw_WhenThePoolIsEmpty_DrawsNothing() =>
        Assert.Empty(QuizDraw.Draw([], Rules(["A"], 3)));

    [Fact]
    public void Draw_WhenAContestedAndAnOrdinaryScenarioMeetAnObligation_CountsOnTheOrdinaryOne()
    {
        Scenario[] pool =
        [
            AScenario("disputed", ["A"], contested: true),
            AScenario("ordinary", ["A"]),
        ];
        for (var seed = 0; seed < 20; seed++)
        {
            Assert.Equal(["ordinary"], Slugs(QuizDraw.Draw(pool, Rules(["A"], 1, seed))));
        }
    }

    [Fact]
    public void ComeBack_WhenThereAreOthers_BringsOneThatWasNotMet()
    {
        Scenario[] pool =
        [
            AScenario("put", ["A"]),
            AScenario("met", ["A"]),
            AScenario("new", ["B", "A"]),
            AScenario("disputed", ["A"], contested: true),
            AScenario("other", ["B"]),
        ];
        var rules = Rules([], 1) with
        {
            MetAt = new Dictionary<string, DateTimeOffset> { ["met"] = LongAgo },
        };
        var open = new HashSet<string>();
        Assert.Equal("new", QuizDraw.ComeBack(pool, "A", open, ["put"], rules)?.Slug);
        Assert.Equal("met", QuizDraw.ComeBack(pool, "A", open, ["put", "new"], rules)?.Slug);
    }

    [Fact]
    public void ComeBack_WhenThePoolIsUsedUp_BringsTheOneMetLongestAgo()
    {
        Scenario[] pool = [AScenario("first", ["A"]), AScenario("second", ["A"])];
        var open = new HashSet<string>();
        var rules = Rules([], 1);
        Assert.Equal("first", QuizDraw.ComeBack(pool, "A", open, ["first", "second"], rules)?.Slug);
        Assert.Equal(
            "second",
            QuizDraw.ComeBack(pool, "A", open, ["first", "second", "first"], rules)?.Slug
        );
        Assert.Null(QuizDraw.ComeBack(pool, "Z", open, [], rules));
    }

    private static void ForAnyPool(
        Func<IReadOnlyList<Scenario>, DrawRules, bool> holds,
        bool withContested = true
    ) =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed =>
                {
                    var (pool, rules) = AnyPool(new Random(seed), withContested);
                    return holds(pool, rules);
                }
            )
        );

    private static (IReadOnlyList<Scenario>, DrawRules) AnyPool(Random random, bool withContested)
    {
        string[] obligations = [.. Enumerable.Range(0, 6).Select(n => $"O{n}")];
        Scenario[] pool =
        [
            .. Enumerable
                .Range(0, random.Next(0, 10))
                .Select(n =>
                    AScenario(
                        $"s{n}",
                        Some(random, obligations, random.Next(1, 4)),
                        withContested && random.Next(5) == 0,
                        random.Next(6) == 0 ? ["pre-election"] : []
                    )
                ),
        ];
        var met = pool.Where(_ => random.Next(2) == 0)
            .ToDictionary(each => each.Slug, _ => LongAgo.AddDays(random.Next(100)));
        var rules = new DrawRules(
            Some(random, obligations, random.Next(0, 5)),
            random.Next(1, 6),
            met,
            new HashSet<string>(),
            random.NextInt64()
        );
        return (pool, rules);
    }

    private static string[] Some(Random random, string[] all, int count) =>
        [.. all.OrderBy(_ => random.Next()).Take(count)];

    // The long way round: every subset of the pool of that size that meets what can be met.
    private static int FewestMet(IReadOnlyList<Scenario> pool, DrawRules rules, int size)
    {
        Scenario[] possible = [.. pool.Where(each => each.Phases.Count == 0)];
        string[] needed =
        [
            .. rules.RequiredObligations.Where(obligation =>
                possible.Any(each => each.ObligationIds.Contains(obligation))
            ),
        ];
        return Enumerable
            .Range(0, 1 << possible.Length)
            .Select(bits => possible.Where((_, index) => (bits & (1 << index)) != 0).ToList())
            .Where(subset =>
                subset.Count == size
                && needed.All(obligation =>
                    subset.Exists(each => each.ObligationIds.Contains(obligation))
                )
            )
            .Min(subset => Met(subset, rules));
    }

    private static int Met(IEnumerable<Scenario> scenarios, DrawRules rules) =>
        scenarios.Count(each => rules.MetAt.ContainsKey(each.Slug));

    private static DrawRules Rules(string[] required, int count, long seed = 7) =>
        new(required, count, new Dictionary<string, DateTimeOffset>(), new HashSet<string>(), seed);

    private static IEnumerable<string> Slugs(IEnumerable<Scenario> scenarios) =>
        scenarios.Select(each => each.Slug);
}
