using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Quizzes;
using static SocialMediaAware.Tests.Quizzes.ScenarioBuilder;

namespace SocialMediaAware.Tests.Quizzes;

public sealed class QuizAttemptTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 15, 21, 0, 0, TimeSpan.Zero);
    private static readonly int[] Right = [0];
    private static readonly int[] Wrong = [1];

    [Fact]
    public void Answer_WhenRight_SettlesEveryObligationOfTheSituation()
    {
        var scenario = AScenario("one", ["A", "B"]);
        var attempt = Begin(AModule(1, ["B"], scenario), scenario);

        Assert.Equal(AnswerOutcome.Right, attempt.Answer(scenario, Right, Now));
        Assert.True(attempt.Conclude(Now));
    }

    [Fact]
    public void Answer_WhenWrongOnce_LeavesTheAttemptOpen()
    {
        var scenario = AScenario("one", ["A"]);
        var attempt = Begin(AModule(1, ["A"], scenario), scenario);

        Assert.Equal(AnswerOutcome.NotYet, attempt.Answer(scenario, Wrong, Now));
        Assert.False(attempt.Conclude(Now));
        Assert.Equal("A", attempt.NextUnsettled);
    }

    [Fact]
    public void Answer_WhenWrongTwiceOnOneObligation_IsExplainedAndEnough()
    {
        var scenario = AScenario("one", ["A"]);
        var other = AScenario("two", ["A"]);
        var attempt = Begin(AModule(1, ["A"], scenario, other), scenario);

        attempt.Answer(scenario, Wrong, Now);
        attempt.Put(other, "A", isFirstMeeting: true);
        Assert.Equal(AnswerOutcome.Explained, attempt.Answer(other, Wrong, Now));
        Assert.True(attempt.Conclude(Now));
    }

    [Fact]
    public void Answer_WhenRequiredObligationIsMetByTheWayAndMissed_IsStillAskedFor()
    {
        var scenario = AScenario("one", ["A", "B"]);
        var onlyA = AScenario("two", ["A"]);
        var attempt = Begin(AModule(1, ["B"], scenario, onlyA), scenario);

        attempt.Answer(scenario, Wrong, Now);
        attempt.Put(onlyA, "A", isFirstMeeting: true);
        attempt.Answer(onlyA, Right, Now);
        Assert.Equal("B", attempt.NextUnsettled);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Answer_WhenSourcesDisagree_InformsAndNeverBlocks(int chosen)
    {
        var scenario = AScenario("disputed", ["A"], contested: true);
        var attempt = Begin(AModule(1, ["A"], scenario), scenario);

        Assert.Equal(AnswerOutcome.Informed, attempt.Answer(scenario, [chosen], Now));
        Assert.True(attempt.Conclude(Now));
    }

    [Theory]
    [InlineData(new[] { 0, 2 }, true)]
    [InlineData(new[] { 2, 0, 0 }, true)]
    [InlineData(new[] { 0 }, false)]
    [InlineData(new[] { 0, 1, 2 }, false)]
    [InlineData(new[] { 1 }, false)]
    public void Answer_WhenAllAreAskedFor_IsRightForExactlyThose(int[] chosen, bool isRight) =>
        Assert.Equal(isRight, AScenario("all", ["A"], right: [0, 2]).IsRightlyAnsweredBy(chosen));

    [Fact]
    public void Answer_WhenNothingIsLeft_IsRefused()
    {
        var scenario = AScenario("one", ["A"]);
        var attempt = Begin(AModule(1, ["A"], scenario), scenario);
        attempt.Answer(scenario, Right, Now);

        Assert.Throws<InvalidOperationException>(() => attempt.Answer(scenario, Right, Now));
    }

    [Fact]
    public void Conclude_WhenPassed_KeepsTheEvidenceAndCutsTheAnswersOff()
    {
        var (first, second) = (AScenario("one", ["A"]), AScenario("two", ["B"]));
        var attempt = Begin(AModule(2, ["A", "B"], first, second), first, second);
        attempt.Answer(first, Right, Now);
        attempt.Answer(second, Right, Now);
        Assert.True(attempt.Conclude(Now));

        Assert.Equal(Now, attempt.PassedAt);
        Assert.Empty(attempt.Standings);
        Assert.All(
            attempt.Drawn,
            drawn =>
            {
                Assert.Null(drawn.SelectedOptions);
                Assert.Null(drawn.OptionOrder);
                Assert.Null(drawn.Outcome);
                Assert.Null(drawn.AnsweredAt);
            }
        );
        var evidence = QuizEvidence.ReadCanonicalForm(attempt.Evidence!);
        Assert.Equal((ModuleSlug, 1, 0), (evidence.ModuleSlug, evidence.Major, evidence.Minor));
        Assert.Equal(["one", "two"], evidence.Scenarios.Select(each => each.Slug));
        Assert.Equal(
            [first.HashHex, second.HashHex],
            evidence.Scenarios.Select(each => Convert.ToHexStringLower(each.ContentHash.ToArray()))
        );
        Assert.Equal(Now, evidence.PassedAt.ToDateTimeOffset());
    }

    [Fact]
    public void Put_ForManyAttempts_ShowsTheOptionsInDifferentOrders()
    {
        var scenario = AScenario("one", ["A"]);
        var module = AModule(1, ["A"], scenario);
        var orders = Enumerable
            .Range(0, 40)
            .Select(seed =>
                string.Join(
                    ',',
                    QuizAttempt
                        .Begin(AnAssignment(), module, seed, [scenario], new HashSet<string>(), Now)
                        .Drawn[0]
                        .OptionOrder!
                )
            )
            .Distinct();
        Assert.Equal(6, orders.Count());
    }

    [Theory]
    [InlineData("onboarding/kainga-ora/2026-11-02", "onboarding/kainga-ora")]
    [InlineData("yearly/2027", "yearly/2027")]
    public void CycleOf_WhenTheKeyNamesAFirstDay_LeavesItOut(string key, string cycle) =>
        Assert.Equal(cycle, ScenarioTally.CycleOf(key));

    private static QuizAttempt Begin(Module module, params Scenario[] situations) =>
        QuizAttempt.Begin(AnAssignment(), module, 7, situations, new HashSet<string>(), Now);

    private static Assignment AnAssignment() =>
        Assignment.Make(
            Guid.NewGuid(),
            Guid.NewGuid(),
            PersonKind.Employee,
            Guid.NewGuid(),
            "yearly/2027",
            new DateOnly(2026, 11, 1),
            new DateOnly(2026, 12, 1),
            [(ModuleSlug, 1)],
            Now
        );
}
