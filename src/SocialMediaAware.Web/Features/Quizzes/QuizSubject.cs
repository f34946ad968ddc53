using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>What a quiz is about: one module, or on the short path all the modules that the person signed before.</summary>
/// <param name="Modules">The versions that the person reads.</param>
/// <param name="IsRefresher">Whether it is the refresher of a whole assignment.</param>
/// <param name="ChangedObligations">On the short path: what the changed sections teach.</param>
/// <param name="Phases">The phases of an election whose situations may be drawn.</param>
public sealed record QuizSubject(
    IReadOnlyList<Module> Modules,
    bool IsRefresher,
    IReadOnlySet<string> ChangedObligations,
    IReadOnlySet<string> Phases
)
{
    private static readonly HashSet<string> None = new(StringComparer.Ordinal);

    /// <summary>The situations of all its modules. Their slugs are unique over all modules.</summary>
    public IReadOnlyList<Scenario> Scenarios => [.. Modules.SelectMany(module => module.Scenarios)];

    /// <summary>The slugs of its modules.</summary>
    public IReadOnlyList<string> ModuleSlugs => [.. Modules.Select(module => module.Slug)];

    /// <summary>One module's own quiz.</summary>
    /// <param name="module">The version that the person reads.</param>
    /// <param name="phasesNow">The phases of elections that hold today; none where they are left out.</param>
    public static QuizSubject Of(Module module, IReadOnlySet<string>? phasesNow = null) =>
        new([module], IsRefresher: false, None, phasesNow ?? None);

    /// <summary>
    /// The refresher of an assignment. An election's refresher may draw the situations of an election before its period begins.
    /// </summary>
    /// <param name="asked">What the assignment asks.</param>
    /// <param name="phasesNow">The phases of elections that hold today; none where they are left out.</param>
    /// <returns>Null when no module with a quiz takes the short path.</returns>
    public static QuizSubject? RefresherOf(Asked asked, IReadOnlySet<string>? phasesNow = null)
    {
        var refreshed = asked
            .Refreshed.Where(module => module.Content is { Quiz.Draw: > 0 })
            .ToList();
        Module[] modules = [.. refreshed.Select(module => module.Content!)];
        return modules.Length == 0
            ? null
            : new QuizSubject(
                modules,
                IsRefresher: true,
                refreshed
                    .SelectMany(module => module.ChangedSections)
                    .SelectMany(section => section.TeachesObligationIds)
                    .ToHashSet(StringComparer.Ordinal),
                asked.Kind == ProgrammeKind.Election
                    ? modules
                        .SelectMany(module => module.Scenarios)
                        .SelectMany(scenario => scenario.Phases)
                        .ToHashSet(StringComparer.Ordinal)
                    : phasesNow ?? None
            );
    }

    /// <summary>Finds a situation.</summary>
    public Scenario? FindScenario(string slug) =>
        Modules
            .Select(module => module.FindScenario(slug))
            .FirstOrDefault(found => found is not null);

    /// <summary>The same for some of its modules only.</summary>
    public QuizSubject Only(Func<Module, bool> which) =>
        this with
        {
            Modules = [.. Modules.Where(which)],
        };

    /// <summary>By what a missed obligation comes back.</summary>
    public DrawRules RulesFor(IReadOnlyDictionary<string, DateTimeOffset> metAt, long seed) =>
        new(
            IsRefresher ? [] : Modules[0].Quiz.RequiredObligations,
            IsRefresher ? RefresherDraw.Count : Modules[0].Quiz.Draw,
            metAt,
            Phases,
            seed
        );
}
