using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.OutsideLearning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Quizzes;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>What kind of step it is.</summary>
public enum PathStepKind
{
    /// <summary>Read a section.</summary>
    Read,

    /// <summary>Practise situations: a module's, or the two for all that the person signed before.</summary>
    Practise,

    /// <summary>Sign for everything.</summary>
    Sign,
}

/// <summary>One step on the way from the first section to the signature.</summary>
/// <param name="Kind">What kind it is.</param>
/// <param name="ModuleSlug">The module; empty for signing, and for situations that are for the whole assignment.</param>
/// <param name="SectionId">The section; empty for the others.</param>
/// <param name="Name">A section's heading; empty for the others, whose names are texts of the interface.</param>
/// <param name="Address">Where the step is done.</param>
/// <param name="IsDone">Whether it is behind the person.</param>
public sealed record PathStep(
    PathStepKind Kind,
    string ModuleSlug,
    string SectionId,
    string Name,
    string Address,
    bool IsDone
);

/// <summary>A module on the way, in the version that this person reads.</summary>
/// <param name="Module">The version.</param>
/// <param name="Begun">The version the person began with; null before they began.</param>
/// <param name="Opened">The ids of the sections whose text the person opened.</param>
/// <param name="Quiz">How far the practice is.</param>
/// <param name="Before">The text of the version the person began with, where the portal still holds it.</param>
/// <param name="Refreshed">What the person signed before and what changed since; null for who takes the whole way.</param>
/// <param name="Outside">What the person learnt elsewhere in its place: it is signed, and neither read nor practised; mostly null.</param>
public sealed record PathModule(
    Module Module,
    ContentVersion? Begun,
    IReadOnlySet<string> Opened,
    QuizStanding.Result Quiz,
    Module? Before = null,
    AskedModule? Refreshed = null,
    MetOutside? Outside = null
)
{
    /// <summary>The sections to read: on the short path those that changed since the person signed.</summary>
    public IReadOnlyList<Section> AskedSections =>
        Outside is not null ? [] : Refreshed?.ChangedSections ?? Module.Sections;

    /// <summary>Whether a major version came out since the person began.</summary>
    public bool HasMovedOn => Begun is { } begun && begun.Major < Module.Version.Major;

    /// <summary>After a major version came out: the sections whose text is new to whoever began with the version before.</summary>
    public IReadOnlyList<Section> ChangedSections =>
        HasMovedOn
            ?
            [
                .. Module.Sections.Where(section =>
                    Before?.Sections.Any(old => old.TextHash.SequenceEqual(section.TextHash))
                    != true
                ),
            ]
            : [];

    /// <summary>Whether every section was opened.</summary>
    public bool IsRead => Module.Sections.All(section => Opened.Contains(section.Id));
}

/// <summary>The way through an assignment: read, practise, sign. It is computed from what the person did, never kept.</summary>
public sealed class AssignmentPath
{
    /// <summary>How long one situation and signing take, in minutes.</summary>
    internal const double MinutesPerSituation = 0.75;

    internal const double MinutesToSign = 1;

    /// <summary>Lays out the way.</summary>
    public AssignmentPath(
        Assignment assignment,
        string programmeName,
        IReadOnlyList<PathModule> modules,
        IReadOnlyList<SignedEarlier>? counted = null
    )
    {
        Assignment = assignment;
        ProgrammeName = programmeName;
        Modules = modules;
        Counted = counted ?? [];
        Steps = [.. modules.SelectMany(StepsOf), .. RefresherStep(), SignStep(assignment)];
    }

    /// <summary>The assignment.</summary>
    public Assignment Assignment { get; }

    /// <summary>What the programme is called.</summary>
    public string ProgrammeName { get; }

    /// <summary>The modules in the order they are read.</summary>
    public IReadOnlyList<PathModule> Modules { get; }

    /// <summary>The modules that fresh signatures count for: nothing is asked about them.</summary>
    public IReadOnlyList<SignedEarlier> Counted { get; }

    /// <summary>Whether nothing is left to ask, because signatures made elsewhere count for everything.</summary>
    public bool IsMetElsewhere => Modules.Count == 0 && Counted.Count > 0;

    /// <summary>The modules that the person learnt elsewhere: they are signed only.</summary>
    public IEnumerable<PathModule> LearntElsewhere =>
        Modules.Where(part => part.Outside is not null);

    /// <summary>The modules of the short path.</summary>
    public IEnumerable<PathModule> Refreshed => Modules.Where(part => part.Refreshed is not null);

    /// <summary>Whether the short path is taken, for some of the modules at least.</summary>
    public bool IsShort => Refreshed.Any();

    /// <summary>Where the short path begins: what changed, or that nothing did.</summary>
    public string OverviewAddress => $"/learning/assignments/{Assignment.Id}";

    /// <summary>Where to begin or go on: the short path begins with what changed.</summary>
    public string NextAddress =>
        IsShort && !HasBegun ? OverviewAddress : (NextStep ?? Steps[^1]).Address;

    /// <summary>Whether the person did anything of it.</summary>
    public bool HasBegun => StepsDone > 0 || Modules.Any(part => part.Quiz.HasBegun);

    /// <summary>The day on which the person signed what is refreshed; null when that was not one day.</summary>
    public DateOnly? SignedBeforeOn =>
        Refreshed.Select(part => part.Refreshed!.Before!.At.NewZealandDate()).Distinct().ToList()
            is [var day]
            ? day
            : null;

    /// <summary>How many sections the short path asks to read, whether done or not.</summary>
    public int ChangedSectionCount => Refreshed.Sum(part => part.AskedSections.Count);

    /// <summary>Every step, the signature last.</summary>
    public IReadOnlyList<PathStep> Steps { get; }

    /// <summary>How many steps are done.</summary>
    public int StepsDone => Steps.Count(step => step.IsDone);

    /// <summary>The first step that is not done; null when all are.</summary>
    public PathStep? NextStep => Steps.FirstOrDefault(step => !step.IsDone);

    /// <summary>Whether only the signature is missing.</summary>
    public bool IsReadyToSign => NextStep?.Kind == PathStepKind.Sign;

    /// <summary>About how many minutes are left, one at least while anything is.</summary>
    public int MinutesLeft =>
        NextStep is null
            ? 0
            : (int)
                Math.Max(
                    1,
                    Math.Ceiling(Modules.Sum(MinutesLeftIn) + RefresherMinutes + MinutesToSign)
                );

    /// <summary>The next step after one, whether done or not: where Continue leads.</summary>
    public PathStep? StepAfter(string moduleSlug, string sectionId)
    {
        var at = Steps
            .Select((step, index) => (step, index))
            .Where(entry =>
                entry.step.ModuleSlug == moduleSlug && entry.step.SectionId == sectionId
            )
            .Select(entry => entry.index)
            .DefaultIfEmpty(-1)
            .First();
        return at < 0 ? NextStep : Steps.Skip(at + 1).FirstOrDefault();
    }

    // The two situations of the short path are for all of its modules together.
    private double RefresherMinutes =>
        Refreshed.FirstOrDefault(part => !part.Quiz.IsPassed) is { } part
            ? (
                part.Quiz.HasBegun
                    ? part.Quiz.DrawnCount - part.Quiz.AnsweredCount
                    : RefresherDraw.Count
            ) * MinutesPerSituation
            : 0;

    private static double MinutesLeftIn(PathModule module) =>
        module
            .AskedSections.Where(section => !module.Opened.Contains(section.Id))
            .Sum(section => section.Minutes)
        + (
            module.Quiz.IsPassed || module.Refreshed is not null || module.Outside is not null
                ? 0
                : (
                    module.Quiz.HasBegun
                        ? module.Quiz.DrawnCount - module.Quiz.AnsweredCount
                        : module.Module.Quiz.Draw
                ) * MinutesPerSituation
        );

    private IEnumerable<PathStep> StepsOf(PathModule part)
    {
        foreach (var section in part.AskedSections)
        {
            yield return new PathStep(
                PathStepKind.Read,
                part.Module.Slug,
                section.Id,
                section.Heading,
                $"/learning/{part.Module.Slug}/{section.Id}?assignment={Assignment.Id}",
                part.Opened.Contains(section.Id)
            );
        }

        if (part is { Refreshed: null, Outside: null })
        {
            yield return new PathStep(
                PathStepKind.Practise,
                part.Module.Slug,
                "",
                "",
                $"/quizzes/{Assignment.Id}/{part.Module.Slug}",
                part.Quiz.IsPassed
            );
        }
    }

    private IEnumerable<PathStep> RefresherStep()
    {
        if (Refreshed.Any(part => part.Module.Quiz.Draw > 0))
        {
            yield return new PathStep(
                PathStepKind.Practise,
                "",
                "",
                "",
                $"/quizzes/{Assignment.Id}",
                Refreshed.All(part => part.Quiz.IsPassed)
            );
        }
    }

    private static PathStep SignStep(Assignment assignment) =>
        new(
            PathStepKind.Sign,
            "",
            "",
            "",
            $"/attestations/sign/{assignment.Id}",
            assignment.SignedAt is not null
        );
}
