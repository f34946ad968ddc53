using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Leads to where the making of a programme goes on: its first open step, or the check of all answers.</summary>
public sealed class EditModel(ProgrammeDrafts drafts) : PageModel
{
    /// <summary>Leads there.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid programme,
        CancellationToken cancellationToken
    ) =>
        await drafts.FindAsync(programme, cancellationToken) is { } draft
            ? Redirect(
                StepFrame.AddressOf(
                    programme,
                    draft.FirstOpenStep?.ToString().ToLowerInvariant() ?? "check"
                )
            )
            : NotFound();
}
