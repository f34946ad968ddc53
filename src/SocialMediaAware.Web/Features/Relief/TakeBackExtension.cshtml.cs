using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>Takes back time that was given.</summary>
public sealed class TakeBackExtensionModel(
    ExtensionList extensions,
    Extending extending,
    IStringLocalizer<ReliefTexts> texts
) : PageModel
{
    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Which one.</summary>
    public ExtensionLine Extension { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid extension,
        CancellationToken cancellationToken
    ) => await FindAsync(extension, cancellationToken) ? Page() : NotFound();

    /// <summary>Takes it back.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid extension,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(extension, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        var reason = ExtensionForm.ReadReason(Reason, ModelState, texts);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await extending.TakeBackAsync(extension, reason, cancellationToken);
        TempData["Notice"] = texts["ExtensionTakenBack"].Value;
        return Redirect("/people/extensions");
    }

    private async Task<bool> FindAsync(Guid extensionId, CancellationToken cancellationToken)
    {
        Extension = (await extensions.FindAsync(extensionId, cancellationToken))!;
        return Extension is not null;
    }
}
