using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Attestations;

namespace SocialMediaAware.Web.Features.Publishing;

/// <summary>
/// A module as its owners see it: what the checker says beside the text, how it differs from what readers see, and what publishing it
/// would do.
/// </summary>
public sealed class ModuleModel(OwnedModules modules) : PageModel
{
    /// <summary>The module.</summary>
    public OwnedModule Owned { get; private set; } = null!;

    /// <summary>What publishing would change, section by section.</summary>
    public IReadOnlyList<ChangedSection> Changes { get; private set; } = [];

    /// <summary>How many people would be asked to sign again.</summary>
    public int ToSignAgain { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string module, CancellationToken cancellationToken)
    {
        if (await modules.FindAsync(module, cancellationToken) is not { } owned)
        {
            return NotFound();
        }

        Owned = owned;
        Changes = owned.Changes();
        ToSignAgain = await modules.CountToSignAgainAsync(owned, cancellationToken);
        return Page();
    }
}
