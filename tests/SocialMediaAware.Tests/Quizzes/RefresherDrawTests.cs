using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Quizzes;
using static SocialMediaAware.Tests.Quizzes.ScenarioBuilder;

namespace SocialMediaAware.Tests.Quizzes;

public sealed class RefresherDrawTests
{
    private static readonly DateTimeOffset Older = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Newer = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Draw_WhenSomethingChangedAndSomethingWasMissed_AsksBothInThisOrder() =>
        Assert.Equal(
            ["changed", "missed"],
            Draw(
                [
                    AScenario("never-met", ["A"]),
                    AScenario("missed", ["B"]),
                    AScenario("changed", ["C"]),
                ],
                changed: ["C"],
                missed: new() { ["B"] = Newer },
                met: new() { ["missed"] = Newer, ["changed"] = Newer }
            )
        );

    [Fact]
    public void Draw_WhenTwoObligationsChanged_AsksAboutEachOfThem() =>
        Assert.Equal(
            ["C", "D"],
            DrawScenarios(
                    [
                        AScenario("c1", ["C"]),
                        AScenario("c2", ["C"]),
                        AScenario("d1", ["D"]),
                        AScenario("a1", ["A"]),
                    ],
                    changed: ["C", "D"],
                    met: new() { ["d1"] = Newer }
                )
                .Select(each => each.ObligationIds[0])
                .Order()
        );

    [Fact]
    public void Draw_WhenNothingChangedOrWasMissed_AsksWhatWasMetLongestAgo() =>
        Assert.Equal(
            ["never", "older"],
            Draw(
                [AScenario("newer", ["A"]), AScenario("older", ["B"]), AScenario("never", ["C"])],
                met: new() { ["newer"] = Newer, ["older"] = Older }
            )
        );

    [Fact]
    public void Draw_WhenWhatWasMissedWasAnsweredRightSince_IsNotMissedAnyMore() =>
        Assert.Equal(
            ["older", "since"],
            Draw(
                [AScenario("since", ["A"]), AScenario("older", ["B"])],
                missed: new() { ["A"] = Older },
                met: new() { ["since"] = Newer, ["older"] = Older.AddDays(1) }
            )
        );

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Draw_WhenOneOfAnObligationWasNotMet_PrefersIt(long seed) =>
        Assert.Contains(
            "new",
            Draw(
                [
                    AScenario("old", ["A"]),
                    AScenario("new", ["A"]),
                    AScenario("aside", ["B", "A"]),
                    AScenario("b", ["B"]),
                ],
                changed: ["A"],
                met: new()
                {
                    ["old"] = Older,
                    ["aside"] = Older,
                    ["b"] = Newer,
                },
                seed: seed
            )
        );

    [Fact]
    public void Draw_WhenAllWereMet_TakesTheOneMetLongestAgo() =>
        Assert.Equal(
            "older",
            Draw(
                [AScenario("newer", ["A"]), AScenario("older", ["A"])],
                changed: ["A"],
                met: new() { ["newer"] = Newer, ["older"] = Older }
            )[0]
        );

    [Fact]
    public void Draw_WhenAScenarioIsForAnElection_IsDrawnOnlyForOne()
    {
        Scenario[] pool =
        [
            AScenario("always", ["A"]),
            AScenario("election", ["A"], phases: ["pre-election"]),
            AScenario("other", ["B"]),
        ];
        Assert.DoesNotContain("election", Draw(pool, changed: ["A"]));
        Assert.Equal("election", Draw(pool, changed: ["A"], phases: ["pre-election"])[0]);
    }

    [Fact]
    public void Draw_WhenSourcesDisagree_ComesLast() =>
        Assert.DoesNotContain(
            "contested",
            Draw(
                [
                    AScenario("contested", ["C"], contested: true),
                    AScenario("a", ["A"]),
                    AScenario("b", ["B"]),
                ],
                changed: ["C"]
            )
        );

    [Fact]
    public void Draw_WhenThePoolHasOne_DrawsOne()
    {
        Assert.Equal(["only"], Draw([AScenario("only", ["A"])]));
        Assert.Empty(Draw([]));
    }

    private static string[] Draw(
        Scenario[] pool,
        string[]? changed = null,
        Dictionary<string, DateTimeOffset>? missed = null,
        Dictionary<string, DateTimeOffset>? met = null,
        string[]? phases = null,
        long seed = 7
    ) => [.. DrawScenarios(pool, changed, missed, met, phases, seed).Select(each => each.Slug)];

    private static IReadOnlyList<Scenario> DrawScenarios(
        Scenario[] pool,
        string[]? changed = null,
        Dictionary<string, DateTimeOffset>? missed = null,
        Dictionary<string, DateTimeOffset>? met = null,
        string[]? phases = null,
        long seed = 7
    ) =>
        RefresherDraw.Draw(
            pool,
            new RefresherRules(
                RefresherDraw.Count,
                (changed ?? []).ToHashSet(),
                missed ?? [],
                met ?? [],
                (phases ?? []).ToHashSet(),
                seed
            )
        );
}
