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
        QuizSubject subject,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var met = await database
            .ScenariosMet.MetBy(attempt.PersonId, subject.ModuleSlugs)
            .ToListAsync(cancellationToken);
        Meet(met, attempt, answered, at);
        // A refresher's next round is for other modules than the round before.
        var pool = attempt.IsRefresher
            ? subject.Only(module => attempt.Refreshed.Any(each => each.ModuleSlug == module.Slug))
            : subject;
        var metAt = met.ToDictionary(each => each.ScenarioSlug, each => each.LastMetAt);
        if (answered.Outcome == AnswerOutcome.NotYet)
        {
            BringBack(answered.ObligationId, attempt, pool, metAt);
        }

        while (attempt.NextUnsettled is { } unsettled)
        {
            BringBack(unsettled, attempt, pool, metAt);
        }

        var tallies = Tallies(attempt, assignment);
        var missed = attempt
            .Standings.Where(standing => standing.Misses > 0)
            .Select(standing => (ModuleOf(standing, attempt), standing.ObligationId))
            .ToList();
        if (!attempt.Conclude(at))
        {
            return false;
        }

        // When each was met would tell when it was answered: from here on they were all met together.
        foreach (var drawn in attempt.Drawn)
        {
            Meet(met, attempt, drawn, attempt.PassedAt!.Value);
        }

        await RememberMissesAsync(attempt, missed, cancellationToken);
        await ScenarioTallies.CountAsync(database, tallies, cancellationToken);
        return true;
    }

    private static void BringBack(
        string obligationId,
        QuizAttempt attempt,
        QuizSubject pool,
        Dictionary<string, DateTimeOffset> metAt
    )
    {
        var stillOpen = attempt
            .Standings.Where(standing => !standing.IsSettled)
            .Select(standing => standing.ObligationId)
            .ToHashSet();
        var putSoFar = attempt.Drawn.Select(each => each.ScenarioSlug).ToList();
        var scenario = QuizDraw.ComeBack(
            pool.Scenarios,
            obligationId,
            stillOpen,
            putSoFar,
            pool.RulesFor(metAt, attempt.Seed)
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
        DrawnScenario drawn,
        DateTimeOffset at
    )
    {
        var known = met.Find(each => each.ScenarioSlug == drawn.ScenarioSlug);
        if (known is not null)
        {
            known.MeetAgain(at);
            return;
        }

        var meeting = ScenarioMet.Meet(
            attempt.PersonId,
            attempt.ModuleOf(drawn),
            drawn.ScenarioSlug,
            at
        );
        met.Add(meeting);
        database.ScenariosMet.Add(meeting);
    }

    private async Task RememberMissesAsync(
        QuizAttempt attempt,
        List<(string ModuleSlug, string ObligationId)> obligations,
        CancellationToken cancellationToken
    )
    {
        var at = attempt.PassedAt!.Value;
        string[] moduleSlugs = [.. obligations.Select(each => each.ModuleSlug).Distinct()];
        var known = await database
            .ObligationsMissed.Where(each =>
                each.PersonId == attempt.PersonId && moduleSlugs.Contains(each.ModuleSlug)
            )
            .ToDictionaryAsync(each => (each.ModuleSlug, each.ObligationId), cancellationToken);
        foreach (var (moduleSlug, obligationId) in obligations)
        {
            if (known.TryGetValue((moduleSlug, obligationId), out var missed))
            {
                missed.MissAgain(at);
                continue;
            }

            database.ObligationsMissed.Add(
                ObligationMissed.Miss(attempt.PersonId, moduleSlug, obligationId, at)
            );
        }
    }

    // The module in whose situation it was missed.
    private static string ModuleOf(ObligationStanding standing, QuizAttempt attempt) =>
        attempt.ModuleOf(
            attempt.Drawn.FirstOrDefault(each => each.ObligationId == standing.ObligationId)
                ?? attempt.Drawn[0]
        );

    // Each option that was chosen, and the answer as a whole.
    private static List<CountedChoice> Tallies(QuizAttempt attempt, Assignment assignment) =>
        [
            .. attempt
                .Drawn.Where(drawn => drawn.SelectedOptions is { Length: > 0 })
                .SelectMany(drawn =>
                    drawn
                        .SelectedOptions!.Append(
                            ScenarioTally.WholeAnswerOf(drawn.SelectedOptions!)
                        )
                        .Select(option => new CountedChoice(
                            attempt.AgencyId,
                            attempt.ModuleOf(drawn),
                            drawn.ScenarioSlug,
                            Convert.ToHexStringLower(drawn.Hash),
                            ScenarioTally.CycleOf(assignment.CycleKey),
                            option,
                            drawn.IsFirstMeeting
                        ))
                ),
        ];
}
