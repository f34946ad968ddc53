using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Learning;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>What counts for a module from elsewhere, and the choice to read it all the same.</summary>
public sealed class WholeWayModel(ChoosingWholeWay choosing, SignedIn signedIn) : PageModel
{
    /// <summary>The assignment.</summary>
    [FromRoute(Name = "assignment")]
    public Guid AssignmentId { get; set; }

    /// <summary>The module.</summary>
    [FromRoute(Name = "module")]
    public string ModuleSlug { get; set; } = "";

    /// <summary>What is asked about the module.</summary>
    public AskedModule Asked { get; private set; } = null!;

    /// <summary>Whether the person reads it all the same.</summary>
    public bool IsWholeWay => Asked.Outside is null;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>Chooses, and leads on.</summary>
    public async Task<IActionResult> OnPostAsync(
        [FromForm] bool whole,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        await choosing.ChooseAsync(
            signedIn.PersonId!.Value,
            AssignmentId,
            ModuleSlug,
            whole,
            cancellationToken
        );
        return Redirect($"/learning/assignments/{AssignmentId}");
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (
            signedIn.PersonId is not { } personId
            || await choosing.FindAsync(personId, AssignmentId, ModuleSlug, cancellationToken)
                is not { } asked
        )
        {
            return false;
        }

        Asked = asked;
        return true;
    }
}
