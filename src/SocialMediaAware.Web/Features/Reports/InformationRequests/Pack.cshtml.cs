using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>A pack: how far it is, and its file once it is released.</summary>
public sealed class PackModel(InformationPacks packs) : PageModel
{
    /// <summary>The pack.</summary>
    public InformationPack Pack { get; private set; } = null!;

    /// <summary>The step that comes next.</summary>
    public string NextStep => Pack.Request.OfferedCount > 0 ? "figures" : "comparison";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid pack, CancellationToken cancellationToken)
    {
        if (await packs.FindAsync(pack, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Pack = found;
        return Page();
    }
}
