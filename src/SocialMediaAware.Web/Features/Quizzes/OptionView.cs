using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>How an option looks once the situation is answered.</summary>
/// <param name="Class">The class of its card; empty for a plain one.</param>
/// <param name="SaysKey">The key of the words that say what the colour shows; null for an option that is neither chosen nor right.</param>
/// <param name="ShowsFeedback">Whether its feedback stands below it.</param>
public sealed record OptionView(string Class, string? SaysKey, bool ShowsFeedback)
{
    /// <summary>How it looks.</summary>
    public static OptionView Of(
        ScenarioOption option,
        bool isChosen,
        Scenario scenario,
        AnswerOutcome outcome
    )
    {
        if (outcome == AnswerOutcome.Informed)
        {
            return new("", isChosen ? "Chosen" : null, ShowsFeedback: true);
        }

        var several = scenario.Kind == ScenarioKind.All ? "Several" : "";
        var isInFull = outcome == AnswerOutcome.Explained;
        return (isChosen, option.IsRight) switch
        {
            (true, true) => new("sma-answer--right", $"ChosenRight{several}", ShowsFeedback: true),
            (true, false) => new("sma-answer--wrong", $"ChosenWrong{several}", ShowsFeedback: true),
            (false, true) => new("sma-answer--right", $"Right{several}", ShowsFeedback: true),
            _ => new("", null, isInFull),
        };
    }
}
