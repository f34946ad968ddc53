using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>
/// One person's go at the quiz of one module version, or on the short path at the refresher of a whole assignment. There is never
/// a second go: every wrong answer leads on, to another situation or to the reasoning in full, until the attempt is passed.
/// </summary>
public sealed class QuizAttempt : IBelongsToAgency
{
    private readonly List<DrawnScenario> drawn = [];
    private readonly List<ObligationStanding> standings = [];
    private readonly List<RefreshedModule> refreshed = [];

    private QuizAttempt() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The assignment it is for.</summary>
    public Guid AssignmentId { get; private init; }

    /// <summary>Who answers.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>The module whose quiz it is; empty for a refresher, which is for the whole assignment.</summary>
    public string ModuleSlug { get; private init; } = "";

    /// <summary>The module's major version; for a refresher, which round of it this is, from 1.</summary>
    public int Major { get; private init; }

    /// <summary>The module's minor version.</summary>
    public int Minor { get; private init; }

    /// <summary>What the draw was made from: the same seed and pool draw the same situations.</summary>
    public long Seed { get; private init; }

    /// <summary>When the person began (UTC).</summary>
    public DateTimeOffset BegunAt { get; private init; }

    /// <summary>When it was passed (UTC); null before.</summary>
    public DateTimeOffset? PassedAt { get; private set; }

    /// <summary>
    /// The canonical form of the <c>PassedAttempt</c> that a signature rests on; null before it is passed, and for a
    /// refresher, whose <see cref="Refreshed" /> have one each.
    /// </summary>
    public byte[]? Evidence { get; private set; }

    /// <summary>Raised by each answer, so that of two answers given at once one is recorded.</summary>
    public int Revision { get; private set; }

    /// <summary>The situations, in the order in which they are put.</summary>
    public IReadOnlyList<DrawnScenario> Drawn => [.. drawn.OrderBy(each => each.Position)];

    /// <summary>Where each drawn obligation stands; empty once the attempt is passed.</summary>
    public IReadOnlyList<ObligationStanding> Standings => standings;

    /// <summary>The module versions that a refresher is for; empty for one module's own quiz.</summary>
    public IReadOnlyList<RefreshedModule> Refreshed => refreshed;

    /// <summary>Whether it is the refresher of the whole assignment.</summary>
    public bool IsRefresher => ModuleSlug.Length == 0;

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
        attempt.PutFirst(situations, module.Quiz.RequiredObligations, metBefore);
        return attempt;
    }

    /// <summary>Begins the refresher of an assignment, or another round of it for what came out meanwhile.</summary>
    /// <param name="assignment">What it is for.</param>
    /// <param name="round">Which round it is, from 1.</param>
    /// <param name="modules">The versions that the person reads.</param>
    /// <param name="seed">What the draw was made from.</param>
    /// <param name="situations">The draw, in order.</param>
    /// <param name="metBefore">The scenarios that the person met before.</param>
    /// <param name="at">Now.</param>
    public static QuizAttempt BeginRefresher(
        Assignment assignment,
        int round,
        IReadOnlyList<Module> modules,
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
            Major = round,
            Seed = seed,
            BegunAt = at,
        };
        attempt.refreshed.AddRange(
            modules.Select(module => new RefreshedModule(
                attempt.Id,
                module.Slug,
                module.Version.Major,
                module.Version.Minor
            ))
        );
        attempt.PutFirst(situations, [], metBefore);
        return attempt;
    }

    private void PutFirst(
        IReadOnlyList<Scenario> situations,
        IReadOnlyList<string> required,
        IReadOnlySet<string> metBefore
    )
    {
        foreach (var situation in situations)
        {
            Put(situation, situation.ObligationIds[0], !metBefore.Contains(situation.Slug));
        }

        var binding = situations.Where(situation => !situation.Contested).ToList();
        var exercised = binding.SelectMany(situation => situation.ObligationIds).ToHashSet();
        standings.AddRange(
            binding
                .Select(situation => situation.ObligationIds[0])
                .Concat(required.Where(exercised.Contains))
                .Distinct()
                .Select(obligation => new ObligationStanding(Id, obligation))
        );
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
            isFirstMeeting,
            IsRefresher ? scenario.ModuleSlug : null
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
        var outcome = standings.Judge(this, scenario, chosen, current.ObligationId);
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
    public void Explain(string obligationId) => standings.Of(this, obligationId).Explain();

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
        KeepEvidence();
        foreach (var situation in drawn)
        {
            situation.CutOff();
        }

        standings.Clear();
        return true;
    }

    /// <summary>The module from whose pool a situation was drawn.</summary>
    public string ModuleOf(DrawnScenario situation) => situation.RefreshedSlug ?? ModuleSlug;

    private void KeepEvidence()
    {
        if (!IsRefresher)
        {
            Evidence = this.EvidenceFor(ModuleSlug, Major, Minor);
        }

        foreach (var module in refreshed)
        {
            module.Pass(this.EvidenceFor(module.ModuleSlug, module.Major, module.Minor));
        }
    }
}
