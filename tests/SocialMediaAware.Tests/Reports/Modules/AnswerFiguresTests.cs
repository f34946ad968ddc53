using SocialMediaAware.Tests.Quizzes;
using SocialMediaAware.Web.Features.Quizzes;
using SocialMediaAware.Web.Features.Reports.Modules;

namespace SocialMediaAware.Tests.Reports.Modules;

/// <summary>What the counters of a scenario say, and how it is written.</summary>
public sealed class AnswerFiguresTests
{
    [Fact]
    public void Figures_WhenOneOptionIsChosen_AreTheOptionsCounters()
    {
        var scenario = ScenarioBuilder.AScenario("one", ["A-1"]);

        // Whole answers say the same again, and those from before they were counted are missing: the options' counters are complete.
        var figures = AnswerFigures.Of(
            scenario,
            new Dictionary<int, int>
            {
                [0] = 6,
                [2] = 3,
                [ScenarioTally.WholeAnswerOf([0])] = 2,
            }
        );

        Assert.Equal((9, 6, 3), (figures.People, figures.Right, figures.NotRight));
        Assert.Equal([6, 0, 3], figures.Chosen);
    }

    [Fact]
    public void Figures_WhenSeveralMayBeChosen_CountPeopleAndNotChoices()
    {
        var scenario = ScenarioBuilder.AScenario("all", ["A-1"], right: [0, 2]);

        var figures = AnswerFigures.Of(
            scenario,
            new Dictionary<int, int>
            {
                // What was chosen, before and since whole answers are counted.
                [0] = 40,
                [1] = 9,
                [2] = 30,
                [ScenarioTally.WholeAnswerOf([0, 2])] = 4,
                [ScenarioTally.WholeAnswerOf([0])] = 2,
                [ScenarioTally.WholeAnswerOf([0, 1, 2])] = 1,
            }
        );

        Assert.Equal((7, 4), (figures.People, figures.Right));
        Assert.Equal([7, 1, 5], figures.Chosen);
    }

    [Fact]
    public void Figures_WhenSourcesDisagree_HaveNoRightAnswer()
    {
        var figures = AnswerFigures.Of(
            ScenarioBuilder.AScenario("contested", ["A-1"], contested: true),
            new Dictionary<int, int> { [0] = 5 }
        );

        Assert.Equal((5, 0), (figures.People, figures.Right));
    }

    [Fact]
    public void WholeAnswers_OfAnyOptions_AreToldApart()
    {
        var all = Enumerable
            .Range(1, 255)
            .Select(set => Enumerable.Range(0, 8).Where(index => (set >> index & 1) == 1).ToList())
            .ToDictionary(options => ScenarioTally.WholeAnswerOf(options));

        Assert.Equal(255, all.Count);
        Assert.All(
            all,
            one =>
                Assert.Equal(
                    one.Value,
                    Enumerable.Range(0, 8).Where(index => ScenarioTally.IsChosenIn(one.Key, index))
                )
        );
        Assert.All(all.Keys, key => Assert.True(key < 0));
        Assert.Equal(ScenarioTally.WholeAnswerOf([2, 0]), ScenarioTally.WholeAnswerOf([0, 2, 2]));
        Assert.Equal(0, ScenarioTally.WholeAnswerOf([]));
        Assert.Equal(0, ScenarioTally.WholeAnswerOf([31]));
    }

    [Fact]
    public void Sum_OfRounds_AddsPeopleAndEachOption()
    {
        var sum = AnswerFigures.Sum([new(5, 2, [2, 3]), new(6, 6, [6, 0])])!;

        Assert.Equal((11, 8), (sum.People, sum.Right));
        Assert.Equal([8, 3], sum.Chosen);
        Assert.Null(AnswerFigures.Sum([]));
    }

    [Theory]
    [InlineData(0, 5, "0%")]
    [InlineData(1, 3, "33%")]
    [InlineData(2, 3, "66%")]
    [InlineData(999, 1000, "99%")]
    [InlineData(1, 1000, "< 1%")]
    [InlineData(7, 7, "100%")]
    public void Share_OfAnyPart_NeverSaysAllOrNobodyBeforeItIs(int part, int whole, string words) =>
        Assert.Equal(words, ModuleFigure.Share(part, whole));
}
