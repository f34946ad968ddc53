using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>
/// One person's go at the quiz of one module version, for one assignment. There is never a second go: every wrong answer leads
/// on, to another situation or to the reasoning in full, until the attempt is passed.
/// </summary>
public sealed class QuizAttempt : IBelongsToAgency
{
    private readonly List<DrawnScenario> drawn = [];
    private readonly List<ObligationStanding> standings = [];

    private QuizAttempt() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The assignment it is for.</summary>
    public Guid AssignmentId { get; private init; }

    /// <summary>Who answers.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>The module whose quiz it is.</summary>
    public string ModuleSlug { get; private init; } = "";

    /// <summary>The module's major version.</summary>
    public int Major { get; private init; }

    /// <summary>The module's minor version.</summary>
    public int Minor { get; private init; }

    /// <summary>What the draw was made from: the same seed and pool draw the same situations.</summary>
    public long Seed { get; private init; }

    /// <summary>When the person began (UTC).</summary>
    public DateTimeOffset BegunAt { get; private init; }

    /// <summary>When it was passed (UTC); null before.</summary>
    public DateTimeOffset? PassedAt { get; private set; }

    /// <summary>The canonical form of the <see cref="PassedAttempt" /> that a signature rests on; null before it is passed.</summary>
    public byte[]? Evidence { get; private set; }

    /// <summary>Raised by each answer, so that of two answers given at once one is recorded.</summary>
    public int Revision { get; private set; }

    /// <summary>The situations, in the order in which they are put.</summary>
    public IReadOnlyList<DrawnScenario> Drawn => [.. drawn.OrderBy(each => each.Position)];

    /// <summary>Where each drawn obligation stands; empty once the attempt is passed.</summary>
    public IReadOnlyList<ObligationStanding> Standings => standings;

    /// <summary>The situation to answer next; null when there is none.</summary>
    public DrawnScenario? Current =>
        PassedAt is null ? Drawn.FirstOrDefault(each => !each.IsAnswered) : null;

    /// <summary>Begins with the situations that were drawn.</summary>
    /// <param name="assignment">What it is for.</param>
    /// <param name="module">The version that the person read.</param>
    /// <param name="seed">What the draw was made from.</param>
    /// <param name="situations">The draw, in order.</param>
    /// <param name="metBefore">The scenarios that the person met before.</param>
    /// <param name="at">Now.</param>
    public static QuizAttempt Begin(
        Assignment assignment,
        Module module,
        long seed,
        IReadOnlyList<Scenario> situations,
        IReadOnlySet<string> metBefore,
        DateTimeOffset at
    )
    {
        var attempt = new QuizAttempt
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = assignment.AgencyId,
            AssignmentId = assignment.Id,
            PersonId = assignment.PersonId,
            ModuleSlug = module.Slug,
            Major = module.Version.Major,
            Minor = module.Version.Minor,
            Seed = seed,
            BegunAt = at,
        };
        foreach (var situation in situations)
        {
            attempt.Put(
                situation,
                situation.ObligationIds[0],
                isFirstMeeting: !metBefore.Contains(situation.Slug)
            );
        }

        var exercised = situations
            .Where(situation => !situation.Contested)
            .SelectMany(situation => situation.ObligationIds)
            .ToHashSet();
        var obligations = situations
            .Where(situation => !situation.Contested)
            .Select(situation => situation.ObligationIds[0])
            .Concat(module.Quiz.RequiredObligations.Where(exercised.Contains))
            .Distinct();
        attempt.standings.AddRange(
            obligations.Select(obligation => new ObligationStanding(attempt.Id, obligation))
        );
        return attempt;
    }

    /// <summary>Puts one more situation at the end.</summary>
    /// <param name="scenario">The situation.</param>
    /// <param name="obligationId">What brings it: the obligation that comes back if this is answered wrongly.</param>
    /// <param name="isFirstMeeting">Whether the person has never met it.</param>
    public DrawnScenario Put(Scenario scenario, string obligationId, bool isFirstMeeting)
    {
        var position = drawn.Count + 1;
        var added = new DrawnScenario(
            Id,
            position,
            scenario.Slug,
            scenario.Hash,
            obligationId,
            isFirstMeeting
        );
        added.Shuffle(scenario.Options.Count, Seed);
        drawn.Add(added);
        return added;
    }

    /// <summary>Takes the answer to the current situation.</summary>
    /// <returns>What came of it; <see cref="Conclude" /> and what has to come back are the caller's next step.</returns>
    public AnswerOutcome Answer(Scenario scenario, IReadOnlyList<int> chosen, DateTimeOffset at)
    {
        var current =
            Current ?? throw new InvalidOperationException("There is nothing left to answer.");
        var outcome = OutcomeOf(scenario, chosen, current.ObligationId);
        current.Record(scenario.Hash, chosen, outcome, at);
        Revision++;
        return outcome;
    }

    /// <summary>Goes past the current situation, because its text is no longer there.</summary>
    public void GoPast(DateTimeOffset at)
    {
        Current?.Record(null, [], AnswerOutcome.Informed, at);
        Revision++;
    }

    /// <summary>The obligation that still has to be met when every situation was answered; null when there is none.</summary>
    public string? NextUnsettled =>
        Current is null && PassedAt is null
            ? standings
                .Where(standing => !standing.IsSettled)
                .Select(standing => standing.ObligationId)
                .Order(StringComparer.Ordinal)
                .FirstOrDefault()
            : null;

    /// <summary>Counts an obligation as explained although it was not missed twice: nothing is left that exercises it.</summary>
    public void Explain(string obligationId) => StandingOf(obligationId).Explain();

    /// <summary>
    /// Passes the attempt if everything was answered right or explained, and cuts the single answers off from the person.
    /// </summary>
    /// <returns>Whether it is passed now.</returns>
    /// <remarks>
    /// People practise honestly only where nobody can look over their shoulder, later included. So what was chosen, in which
    /// order it was shown, when, and with what outcome goes in the very transaction that passes the attempt; what a signature
    /// rests on (which texts were put, and that they were passed) was computed before and stays.
    /// </remarks>
    public bool Conclude(DateTimeOffset at)
    {
        if (PassedAt is not null || Current is not null || standings.Any(each => !each.IsSettled))
        {
            return false;
        }

        PassedAt = at.ToMicroseconds();
        Evidence = QuizEvidence.CanonicalForm(ToPassedAttempt());
        foreach (var situation in drawn)
        {
            situation.CutOff();
        }

        standings.Clear();
        return true;
    }

    private PassedAttempt ToPassedAttempt() =>
        new(
            ModuleSlug,
            Major,
            Minor,
            [
                .. Drawn.Select(each => new Evidence.DrawnScenario(
                    each.ScenarioSlug,
                    TreeHash.FromBytes(each.Hash)
                )),
            ],
            UtcInstant.RoundedDown(PassedAt!.Value)
        );

    private AnswerOutcome OutcomeOf(
        Scenario scenario,
        IReadOnlyList<int> chosen,
        string obligationId
    )
    {
        if (scenario.Contested)
        {
            return AnswerOutcome.Informed;
        }

        if (scenario.IsRightlyAnsweredBy(chosen))
        {
            foreach (
                var met in standings.Where(standing =>
                    scenario.ObligationIds.Contains(standing.ObligationId)
                )
            )
            {
                met.AnswerRight();
            }

            // Also what it was brought for, should the content have been rewritten in between.
            StandingOf(obligationId).AnswerRight();
            return AnswerOutcome.Right;
        }

        var missed = StandingOf(obligationId);
        missed.Miss();
        return missed.IsExplained ? AnswerOutcome.Explained : AnswerOutcome.NotYet;
    }

    private ObligationStanding StandingOf(string obligationId)
    {
        var standing = standings.Find(each => each.ObligationId == obligationId);
        if (standing is null)
        {
            standing = new ObligationStanding(Id, obligationId);
            standings.Add(standing);
        }

        return standing;
    }
}

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
