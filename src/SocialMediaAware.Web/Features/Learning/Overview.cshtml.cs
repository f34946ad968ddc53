using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>The short path at a glance: what changed since this person signed, and the few things to do.</summary>
public sealed class OverviewModel(AssignmentPaths paths, SignedIn signedIn, TimeProvider clock)
    : PageModel
{
    /// <summary>The way through the assignment.</summary>
    public AssignmentPath Path { get; private set; } = null!;

    /// <summary>The steps.</summary>
    public IReadOnlyList<ReadingStep> Steps { get; private set; } = [];

    /// <summary>The modules in which something changed.</summary>
    public IEnumerable<PathModule> Changed =>
        Path.Refreshed.Where(part => !part.Refreshed!.IsSameText);

    /// <summary>The modules that this person has never signed.</summary>
    public IEnumerable<PathModule> New => Path.Modules.Where(part => part.Refreshed is null);

    /// <summary>Whether the situations are next and not begun: they begin from here, without a page of their own before them.</summary>
    public bool BeginsWithSituations =>
        Path is { HasBegun: false, NextStep: { Kind: PathStepKind.Practise, ModuleSlug: "" } };

    /// <summary>Shows it; whoever takes the whole way goes to the next step.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid assignment,
        CancellationToken cancellationToken
    )
    {
        var path = signedIn.PersonId is { } personId
            ? await paths.ReadAsync(personId, assignment, cancellationToken)
            : null;
        if (path is null)
        {
            return NotFound();
        }

        if (!path.Assignment.CanBeDoneOn(clock.Today()) || path.IsMetElsewhere)
        {
            return Redirect("/");
        }

        if (!path.IsShort)
        {
            return LocalRedirect((path.NextStep ?? path.Steps[^1]).Address);
        }

        (Path, Steps) = (path, ReadingSteps.Of(path));
        return Page();
    }
}
