using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>How a choice is judged, and what that means for the obligations of the attempt.</summary>
public static class ScenarioJudgement
{
    /// <summary>Whether exactly the right options were chosen.</summary>
    public static bool IsRightlyAnsweredBy(this Scenario scenario, IReadOnlyList<int> chosen) =>
        scenario
            .Options.Where(option => option.IsRight)
            .Select(option => option.Index)
            .ToHashSet()
            .SetEquals(chosen);

    /// <summary>Judges a choice, and keeps in the obligations' standings what came of it.</summary>
    /// <param name="standings">The standings of the attempt.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="scenario">The situation that was answered.</param>
    /// <param name="chosen">The indexes of the options chosen.</param>
    /// <param name="obligationId">What the situation was brought for.</param>
    internal static AnswerOutcome Judge(
        this List<ObligationStanding> standings,
        QuizAttempt attempt,
        Scenario scenario,
        IReadOnlyList<int> chosen,
        string obligationId
    )
    {
        if (scenario.Contested)
        {
            return AnswerOutcome.Informed;
        }

        if (!scenario.IsRightlyAnsweredBy(chosen))
        {
            var missed = standings.Of(attempt, obligationId);
            missed.Miss();
            return missed.IsExplained ? AnswerOutcome.Explained : AnswerOutcome.NotYet;
        }

        foreach (
            var met in standings.Where(standing =>
                scenario.ObligationIds.Contains(standing.ObligationId)
            )
        )
        {
            met.AnswerRight();
        }

        // Also what it was brought for, should the content have been rewritten in between.
        standings.Of(attempt, obligationId).AnswerRight();
        return AnswerOutcome.Right;
    }

    /// <summary>Where an obligation stands; a standing begins with what first touches it.</summary>
    internal static ObligationStanding Of(
        this List<ObligationStanding> standings,
        QuizAttempt attempt,
        string obligationId
    )
    {
        var standing = standings.Find(each => each.ObligationId == obligationId);
        if (standing is null)
        {
            standing = new ObligationStanding(attempt.Id, obligationId);
            standings.Add(standing);
        }

        return standing;
    }
}
