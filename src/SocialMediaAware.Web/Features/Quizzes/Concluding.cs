using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>What follows from an answer, within the transaction of <see cref="Answering" />.</summary>
public sealed class Concluding(PortalDbContext database)
{
    /// <summary>Remembers the meeting, brings back what was missed, and passes the attempt when nothing is left.</summary>
    /// <returns>Whether the attempt is passed.</returns>
    internal async Task<bool> GoOnAsync(
        QuizAttempt attempt,
        DrawnScenario answered,
        Assignment assignment,
        Module module,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var met = await database
            .ScenariosMet.MetBy(attempt.PersonId, attempt.ModuleSlug)
            .ToListAsync(cancellationToken);
        Meet(met, attempt, answered.ScenarioSlug, at);
        var metAt = met.ToDictionary(each => each.ScenarioSlug, each => each.LastMetAt);
        if (answered.Outcome == AnswerOutcome.NotYet)
        {
            BringBack(answered.ObligationId, attempt, module, metAt);
        }

        while (attempt.NextUnsettled is { } unsettled)
        {
            BringBack(unsettled, attempt, module, metAt);
        }

        var tallies = Tallies(attempt, assignment);
        var missed = attempt
            .Standings.Where(standing => standing.Misses > 0)
            .Select(standing => standing.ObligationId)
            .ToList();
        if (!attempt.Conclude(at))
        {
            return false;
        }

        // When each was met would tell when it was answered: from here on they were all met together.
        foreach (var drawn in attempt.Drawn)
        {
            Meet(met, attempt, drawn.ScenarioSlug, attempt.PassedAt!.Value);
        }

        await RememberMissesAsync(attempt, missed, cancellationToken);
        await ScenarioTallies.CountAsync(database, tallies, cancellationToken);
        return true;
    }

    private static void BringBack(
        string obligationId,
        QuizAttempt attempt,
        Module module,
        Dictionary<string, DateTimeOffset> metAt
    )
    {
        var stillOpen = attempt
            .Standings.Where(standing => !standing.IsSettled)
            .Select(standing => standing.ObligationId)
            .ToHashSet();
        var putSoFar = attempt.Drawn.Select(each => each.ScenarioSlug).ToList();
        var scenario = QuizDraw.ComeBack(
            module.Scenarios,
            obligationId,
            stillOpen,
            putSoFar,
            DrawRules.Of(module, metAt, attempt.Seed)
        );
        if (scenario is null)
        {
            // The pool lost it meanwhile. Nobody is kept waiting for a situation that does not exist.
            attempt.Explain(obligationId);
            return;
        }

        attempt.Put(scenario, obligationId, isFirstMeeting: !metAt.ContainsKey(scenario.Slug));
    }

    private void Meet(
        List<ScenarioMet> met,
        QuizAttempt attempt,
        string scenarioSlug,
        DateTimeOffset at
    )
    {
        var known = met.Find(each => each.ScenarioSlug == scenarioSlug);
        if (known is not null)
        {
            known.MeetAgain(at);
            return;
        }

        var meeting = ScenarioMet.Meet(attempt.PersonId, attempt.ModuleSlug, scenarioSlug, at);
        met.Add(meeting);
        database.ScenariosMet.Add(meeting);
    }

    private async Task RememberMissesAsync(
        QuizAttempt attempt,
        List<string> obligationIds,
        CancellationToken cancellationToken
    )
    {
        var at = attempt.PassedAt!.Value;
        var known = await database
            .ObligationsMissed.Where(each =>
                each.PersonId == attempt.PersonId && each.ModuleSlug == attempt.ModuleSlug
            )
            .ToDictionaryAsync(each => each.ObligationId, cancellationToken);
        foreach (var obligationId in obligationIds)
        {
            if (known.TryGetValue(obligationId, out var missed))
            {
                missed.MissAgain(at);
                continue;
            }

            database.ObligationsMissed.Add(
                ObligationMissed.Miss(attempt.PersonId, attempt.ModuleSlug, obligationId, at)
            );
        }
    }

    private static List<CountedChoice> Tallies(QuizAttempt attempt, Assignment assignment) =>
        [
            .. attempt.Drawn.SelectMany(drawn =>
                (drawn.SelectedOptions ?? []).Select(option => new CountedChoice(
                    attempt.AgencyId,
                    attempt.ModuleSlug,
                    drawn.ScenarioSlug,
                    Convert.ToHexStringLower(drawn.Hash),
                    ScenarioTally.CycleOf(assignment.CycleKey),
                    option,
                    drawn.IsFirstMeeting
                ))
            ),
        ];
}
