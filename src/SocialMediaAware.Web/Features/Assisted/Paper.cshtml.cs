using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>Finds what somebody has to sign, to print a form for it; or a form by its number. Each search is written to the audit log.</summary>
public sealed class PaperModel(
    Candidates candidates,
    PaperForms forms,
    SignedIn signedIn,
    AuditLog audit,
    IStringLocalizer<AssistedTexts> texts
) : PageModel
{
    /// <summary>What was done just now; null for nothing.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>A part of a name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>The number of a form.</summary>
    [BindProperty]
    public string? Number { get; set; }

    /// <summary>What was found; null when nothing was looked for.</summary>
    public IReadOnlyList<OpenDuty>? Duties { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Search))
        {
            return;
        }

        Duties = await candidates.FindDutiesAsync(Search, cancellationToken);
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            signedIn.AgencyIds.Take(2).ToArray() is [var only] ? only : null,
            "/assisted/paper",
            $"People with something to sign: {Duties.Count}",
            cancellationToken
        );
    }

    /// <summary>Goes to the form of a number.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await forms.FindByNumberAsync(Number, cancellationToken) is { } form)
        {
            return Redirect($"/assisted/paper/forms/{form}/record");
        }

        ModelState.AddModelError(nameof(Number), texts["FormNumberUnknown"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
