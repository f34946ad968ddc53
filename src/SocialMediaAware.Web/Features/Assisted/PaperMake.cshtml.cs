using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Attestations;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>Makes a form for what somebody has to sign.</summary>
public sealed class PaperMakeModel(PaperForms forms) : PageModel
{
    /// <summary>What they have to sign.</summary>
    public SigningSheet Sheet { get; private set; } = null!;

    /// <summary>Whether it can be signed on paper.</summary>
    public bool IsPossible => PaperForms.CanBeOnPaper(Sheet);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid assignment,
        CancellationToken cancellationToken
    ) => await FindAsync(assignment, cancellationToken) ? Page() : NotFound();

    /// <summary>Makes the form.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid assignment,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(assignment, cancellationToken))
        {
            return NotFound();
        }

        if (!IsPossible)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var form = await forms.MakeAsync(Sheet, cancellationToken);
        return Redirect($"/assisted/paper/forms/{form}");
    }

    private async Task<bool> FindAsync(Guid assignment, CancellationToken cancellationToken)
    {
        if (await forms.FindSheetAsync(assignment, cancellationToken) is not { } sheet)
        {
            return false;
        }

        Sheet = sheet;
        return true;
    }
}
