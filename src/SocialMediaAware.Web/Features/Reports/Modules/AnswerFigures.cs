using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Quizzes;

namespace SocialMediaAware.Web.Features.Reports.Modules;

/// <summary>How people answered a scenario when they met it for the first time.</summary>
/// <param name="People">How many answered.</param>
/// <param name="Right">How many chose exactly the right options; zero where there is no right or wrong.</param>
/// <param name="Chosen">How many chose each option, by its index.</param>
public sealed record AnswerFigures(int People, int Right, IReadOnlyList<int> Chosen)
{
    /// <summary>Not exactly right at the first answer.</summary>
    public int NotRight => People - Right;

    /// <summary>Reads the counters of a scenario.</summary>
    /// <remarks>
    /// Where one option is chosen, the options' counters are the answers. Where several may be, only whole answers say how many
    /// people there were and who was exactly right.
    /// </remarks>
    public static AnswerFigures Of(Scenario scenario, IReadOnlyDictionary<int, int> counts)
    {
        var isWhole = scenario.Kind == ScenarioKind.All;
        var answers = counts.Where(count => isWhole ? count.Key < 0 : count.Key >= 0).ToList();
        int[] chosen =
        [
            .. scenario.Options.Select(option =>
                answers.Where(answer => HasChosen(answer.Key, option.Index)).Sum(one => one.Value)
            ),
        ];
        int[] right =
        [
            .. scenario.Options.Where(option => option.IsRight).Select(option => option.Index),
        ];
        var rightAnswer = isWhole ? ScenarioTally.WholeAnswerOf(right) : right.FirstOrDefault(-1);
        return new(
            answers.Sum(answer => answer.Value),
            scenario.Contested ? 0 : counts.GetValueOrDefault(rightAnswer),
            chosen
        );
    }

    /// <summary>The figures of several rounds together.</summary>
    public static AnswerFigures? Sum(IReadOnlyCollection<AnswerFigures> figures) =>
        figures.Count == 0
            ? null
            : figures.Aggregate(
                (sum, more) =>
                    new(
                        sum.People + more.People,
                        sum.Right + more.Right,
                        [.. sum.Chosen.Zip(more.Chosen, (one, other) => one + other)]
                    )
            );

    private static bool HasChosen(int answer, int option) =>
        answer < 0 ? ScenarioTally.IsChosenIn(answer, option) : answer == option;
}
