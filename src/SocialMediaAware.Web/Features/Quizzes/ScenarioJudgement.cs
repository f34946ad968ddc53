using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>How a choice is judged.</summary>
public static class ScenarioJudgement
{
    /// <summary>Whether exactly the right options were chosen.</summary>
    public static bool IsRightlyAnsweredBy(this Scenario scenario, IReadOnlyList<int> chosen) =>
        scenario
            .Options.Where(option => option.IsRight)
            .Select(option => option.Index)
            .ToHashSet()
            .SetEquals(chosen);
}
