using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Quizzes;
using static SocialMediaAware.Tests.Quizzes.ScenarioBuilder;

namespace SocialMediaAware.Tests.Quizzes;

/// <summary>What holds for the draw of a refresher whatever the pool and the person's past.</summary>
public sealed class RefresherDrawProperties
{
    private const int Pools = 2000;
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Draw_FromAnyPool_IsTwoDifferentOnesThatMayBeDrawn() =>
        ForAnyPool(
            (pool, rules, drawn) =>
            {
                var drawable = pool.Where(each => MayBe(each, rules)).ToList();
                Assert.Equal(Math.Min(2, drawable.Count), drawn.Count);
                Assert.Equal(drawn.Count, drawn.Select(each => each.Slug).Distinct().Count());
                Assert.All(drawn, each => Assert.True(MayBe(each, rules)));
            }
        );

    [Fact]
    public void Draw_FromAnyPool_BeginsWithWhatChangedThenWithWhatWasMissed() =>
        ForAnyPool(
            (pool, rules, drawn) =>
            {
                var binding = pool.Where(each => MayBe(each, rules) && !each.Contested).ToList();
                if (binding.Count == 0)
                {
                    return;
                }

                Assert.False(drawn[0].Contested);
                var missed = StillMissed(pool, rules);
                if (binding.Exists(each => IsAbout(each, rules.ChangedObligations)))
                {
                    Assert.True(IsAbout(drawn[0], rules.ChangedObligations));
                }
                else if (binding.Exists(each => IsAbout(each, missed)))
                {
                    Assert.True(IsAbout(drawn[0], missed));
                }
            }
        );

    [Fact]
    public void Draw_FromAnyPool_AsksTwoChangedThingsWhereTwoChanged() =>
        ForAnyPool(
            (pool, rules, drawn) =>
            {
                if (drawn.Count < 2)
                {
                    return;
                }

                var first = drawn[0].ObligationIds.ToHashSet();
                var otherChanged = rules
                    .ChangedObligations.Where(obligation => !first.Contains(obligation))
                    .ToHashSet();
                var rest = pool.Where(each =>
                    MayBe(each, rules) && !each.Contested && each.Slug != drawn[0].Slug
                );
                if (rest.Any(each => IsAbout(each, otherChanged)))
                {
                    Assert.True(IsAbout(drawn[1], otherChanged));
                }
            }
        );

    [Fact]
    public void Draw_FromAnyPool_PrefersAnUnmetOneAboutTheSame() =>
        ForAnyPool(
            (pool, rules, drawn) =>
            {
                if (drawn.Count == 0 || !IsAbout(drawn[0], rules.ChangedObligations))
                {
                    return;
                }

                var unmet = pool.Where(each =>
                    MayBe(each, rules)
                    && each.Contested == drawn[0].Contested
                    && IsAbout(each, rules.ChangedObligations)
                    && !rules.MetAt.ContainsKey(each.Slug)
                );
                Assert.True(!unmet.Any() || !rules.MetAt.ContainsKey(drawn[0].Slug));
            }
        );

    [Fact]
    public void Draw_FromTheSamePoolInAnotherOrder_IsTheSame() =>
        ForAnyPool(
            (pool, rules, drawn) =>
                Assert.Equal(
                    drawn.Select(each => each.Slug),
                    RefresherDraw.Draw([.. pool.Reverse()], rules).Select(each => each.Slug)
                )
        );

    private static bool MayBe(Scenario scenario, RefresherRules rules) =>
        scenario.Phases.Count == 0 || scenario.Phases.Any(rules.Phases.Contains);

    private static bool IsAbout(Scenario scenario, IReadOnlySet<string> obligations) =>
        scenario.ObligationIds.Any(obligations.Contains);

    // Missed, and no situation about it met since.
    private static HashSet<string> StillMissed(
        IReadOnlyList<Scenario> pool,
        RefresherRules rules
    ) =>
        [
            .. rules
                .MissedAt.Where(missed =>
                    pool.Where(each => each.ObligationIds.Contains(missed.Key))
                        .All(each =>
                            !rules.MetAt.TryGetValue(each.Slug, out var met) || met <= missed.Value
                        )
                )
                .Select(missed => missed.Key),
        ];

    private static void ForAnyPool(
        Action<IReadOnlyList<Scenario>, RefresherRules, IReadOnlyList<Scenario>> holds
    )
    {
        for (var seed = 1; seed <= Pools; seed++)
        {
            var random = new Random(seed);
            var (pool, rules) = AnyPool(random);
            try
            {
                holds(pool, rules, RefresherDraw.Draw(pool, rules));
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"It does not hold for seed {seed}.", failure);
            }
        }
    }

    private static (IReadOnlyList<Scenario> Pool, RefresherRules Rules) AnyPool(Random random)
    {
        string[] obligations = ["A", "B", "C", "D", "E"];
        var pool = Enumerable
            .Range(0, random.Next(0, 9))
            .Select(number =>
                AScenario(
                    $"s{number}",
                    [.. Some(random, obligations, 0.35).DefaultIfEmpty("A")],
                    contested: random.NextDouble() < 0.15,
                    phases: random.NextDouble() < 0.2 ? ["pre-election"] : null
                )
            )
            .ToList();
        DateTimeOffset AnyDay() => Start.AddDays(random.Next(0, 6));
        var rules = new RefresherRules(
            RefresherDraw.Count,
            Some(random, obligations, 0.3).ToHashSet(),
            Some(random, obligations, 0.3).ToDictionary(each => each, _ => AnyDay()),
            Some(random, [.. pool.Select(each => each.Slug)], 0.5)
                .ToDictionary(each => each, _ => AnyDay()),
            random.NextDouble() < 0.5 ? new HashSet<string> { "pre-election" } : [],
            random.NextInt64()
        );
        return (pool, rules);
    }

    private static List<string> Some(Random random, string[] all, double share)
    {
        var some = new List<string>();
        foreach (var each in all)
        {
            if (random.NextDouble() < share)
            {
                some.Add(each);
            }
        }

        return some;
    }
}
