using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Quizzes;

namespace SocialMediaAware.Web.Features.People.Demonstration;

/// <summary>
/// How made-up people practise: some scenarios are harder than others, and some people take longer, so that the reports about modules
/// show what reports are for. It follows from an attempt's seed alone.
/// </summary>
public static class DemonstrationHabits
{
    // Out of a hundred people, so many at most do not answer a hard scenario rightly at once.
    private const int HardestMissed = 45;

    private const int LeastShareOfReading = 45;
    private const int SpreadOfReading = 80;
    private const int ShortestPractice = 90;
    private const int SpreadOfPractice = 330;
    private const int Hundred = 100;

    /// <summary>What somebody chooses. Who missed something once gets it right the next time.</summary>
    public static IReadOnlyList<int> ChoiceOf(
        QuizAttempt attempt,
        DrawnScenario drawn,
        Scenario scenario
    )
    {
        int[] right = Where(scenario, isRight: true);
        int[] wrong = Where(scenario, isRight: false);
        var isFirst = attempt.Drawn.All(each =>
            each.Position >= drawn.Position || each.ObligationId != drawn.ObligationId
        );
        var difficulty = scenario.Slug.Sum(letter => letter) % HardestMissed;
        return isFirst && Lot(attempt, scenario.Slug, Hundred) < difficulty
            ? [wrong[Lot(attempt, $"{scenario.Slug}/which", wrong.Length)]]
            : right;
    }

    /// <summary>How long somebody read and practised.</summary>
    /// <param name="attempt">Their attempt.</param>
    /// <param name="minutes">How long the module says that it takes.</param>
    public static (TimeSpan Reading, TimeSpan Practice) TimeOf(QuizAttempt attempt, int minutes) =>
        (
            TimeSpan.FromMinutes(minutes)
                * (LeastShareOfReading + Lot(attempt, "reading", SpreadOfReading))
                / Hundred,
            TimeSpan.FromSeconds(ShortestPractice + Lot(attempt, "practice", SpreadOfPractice))
        );

    private static int[] Where(Scenario scenario, bool isRight) =>
        [
            .. scenario
                .Options.Where(option => option.IsRight == isRight)
                .Select(option => option.Index),
        ];

    private static int Lot(QuizAttempt attempt, string about, int of) =>
        (int)(SeededOrder.Of(attempt.Seed, about) % (ulong)of);
}
