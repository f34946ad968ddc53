using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>A step as the list beside a section shows it.</summary>
/// <param name="Name">What it is called; empty when a text of the interface names it.</param>
/// <param name="TextKey">That text; null for sections and modules.</param>
/// <param name="Address">Where it leads; null while it cannot be done.</param>
/// <param name="IsDone">Whether it is behind the person.</param>
/// <param name="IsCurrent">Whether this is the page that shows the list.</param>
/// <param name="IsAsked">Whether an assignment asks for it.</param>
/// <param name="StateKey">The text that says how it stands, where done or to do does not say it.</param>
public sealed record ReadingStep(
    string Name,
    string? TextKey,
    string? Address,
    bool IsDone,
    bool IsCurrent,
    bool IsAsked = true,
    string? StateKey = null
);

/// <summary>Lays out the steps beside a section.</summary>
public static class ReadingSteps
{
    /// <summary>
    /// The sections of this module one by one; with an assignment the practice, the other modules by their titles, and signing.
    /// </summary>
    public static IReadOnlyList<ReadingStep> Of(ReadingPlace place, Section current)
    {
        var path = place.Path;
        if (path is null)
        {
            return
            [
                .. place.Module.Sections.Select(section => new ReadingStep(
                    section.Heading,
                    null,
                    $"/learning/{place.Module.Slug}/{section.Id}",
                    IsDone: false,
                    section.Id == current.Id,
                    IsAsked: false
                )),
            ];
        }

        return
        [
            .. path.Modules.SelectMany(part =>
                part.Module.Slug == place.Module.Slug
                    ? InFull(path, part, current)
                    : [AsOne(path, part)]
            ),
            .. OfRefresher(path),
            new ReadingStep(
                "",
                "Sign",
                path.IsReadyToSign ? path.NextStep!.Address : null,
                path.NextStep is null,
                IsCurrent: false
            ),
        ];
    }

    /// <summary>The steps of the short path where nobody reads: what changed, what is new, the situations, and signing.</summary>
    public static IReadOnlyList<ReadingStep> Of(AssignmentPath path) =>
        [
            .. path.Modules.SelectMany(part =>
                part.Refreshed is null
                    ? [AsOne(path, part)]
                    : path
                        .Steps.Where(step => step.ModuleSlug == part.Module.Slug)
                        .Select(step => new ReadingStep(
                            step.Name,
                            null,
                            step.Address,
                            step.IsDone,
                            IsCurrent: false
                        ))
            ),
            .. OfRefresher(path),
            new ReadingStep(
                "",
                "Sign",
                path.IsReadyToSign ? path.NextStep!.Address : null,
                path.NextStep is null,
                IsCurrent: false
            ),
        ];

    /// <summary>Which step is the current one, from 1, and of how many. What was signed before and did not change is none.</summary>
    public static (int Number, int Count) PlaceIn(IReadOnlyList<ReadingStep> steps)
    {
        var counted = steps.Where(step => step.StateKey is null || step.IsCurrent).ToList();
        return (counted.TakeWhile(step => !step.IsCurrent).Count() + 1, counted.Count);
    }

    private static IEnumerable<ReadingStep> InFull(
        AssignmentPath path,
        PathModule part,
        Section current
    )
    {
        var steps = path.Steps.Where(step => step.ModuleSlug == part.Module.Slug).ToList();
        foreach (var section in part.Module.Sections)
        {
            var step = steps.Find(each => each.SectionId == section.Id);
            yield return new ReadingStep(
                section.Heading,
                null,
                $"/learning/{part.Module.Slug}/{section.Id}?assignment={path.Assignment.Id}",
                step?.IsDone ?? true,
                section.Id == current.Id,
                StateKey: step is null ? StateOf(part) : null
            );
        }

        foreach (var step in steps.Where(each => each.Kind == PathStepKind.Practise))
        {
            yield return new ReadingStep(
                "",
                "Practise",
                part.IsRead ? step.Address : null,
                step.IsDone,
                IsCurrent: false
            );
        }
    }

    // On the short path the situations come once, for all that was signed before.
    private static IEnumerable<ReadingStep> OfRefresher(AssignmentPath path) =>
        path
            .Steps.Where(step => step is { Kind: PathStepKind.Practise, ModuleSlug: "" })
            .Select(step => new ReadingStep(
                "",
                "TwoSituations",
                path.Refreshed.All(part => part.IsRead) ? step.Address : null,
                step.IsDone,
                IsCurrent: false
            ));

    private static ReadingStep AsOne(AssignmentPath path, PathModule part)
    {
        var steps = path.Steps.Where(step => step.ModuleSlug == part.Module.Slug).ToList();
        var next = steps.Find(step => !step.IsDone);
        return new ReadingStep(
            part.Module.Title,
            null,
            (next ?? steps.FirstOrDefault())?.Address
                ?? $"/learning/{part.Module.Slug}?assignment={path.Assignment.Id}",
            next is null,
            IsCurrent: false,
            StateKey: steps.Count == 0 ? StateOf(part) : null
        );
    }

    private static string StateOf(PathModule part) =>
        part.Outside is null ? "StepUnchanged" : "StepElsewhere";
}
