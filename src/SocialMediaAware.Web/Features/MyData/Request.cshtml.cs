using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.MyData;

/// <summary>What somebody said is wrong, what HR answered, and the statement that they may attach.</summary>
public sealed class RequestModel(Corrections corrections, IStringLocalizer<MyDataTexts> texts)
    : PageModel
{
    /// <summary>The statement of the correction sought.</summary>
    [BindProperty]
    public string? Statement { get; set; }

    /// <summary>The request.</summary>
    public CorrectionRequest Asked { get; private set; } = null!;

    /// <summary>Shows it; an answer counts as seen from then on.</summary>
    public async Task<IActionResult> OnGetAsync(Guid request, CancellationToken cancellationToken)
    {
        if (await corrections.FindOwnAsync(request, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        await corrections.SeeAsync(found, cancellationToken);
        (Asked, Statement) = (found, found.Text);
        return Page();
    }

    /// <summary>Attaches the statement.</summary>
    public async Task<IActionResult> OnPostAsync(Guid request, CancellationToken cancellationToken)
    {
        if (await corrections.FindOwnAsync(request, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Asked = found;
        var statement = CorrectionFields.Read(
            nameof(Statement),
            Statement,
            "Statement",
            ModelState,
            texts
        );
        if (
            ModelState.IsValid
            && !await corrections.AttachAsync(found, statement, cancellationToken)
        )
        {
            ModelState.AddModelError(nameof(Statement), texts["TakesNoStatement"]);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        TempData[nameof(IndexModel.Notice)] = texts["Attached"].Value;
        return Redirect("/my-data");
    }
}
