using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>Names the page of a quiz by what it shows.</summary>
public static class SituationTitle
{
    /// <summary>The title.</summary>
    public static string Of(SituationModel model, IStringLocalizer<QuizzesTexts> words) =>
        model.Screen switch
        {
            QuestionScreen { ErrorKey: not null } question => words[
                "ErrorTitle",
                question.Scenario.Title
            ].Value,
            QuestionScreen question => question.Scenario.Title,
            AnsweredScreen { Scenario: { } scenario } => scenario.Title,
            ResultScreen => words["ResultTitle"].Value,
            _ => words["StartTitle", model.Entrance.Title].Value,
        };
}
