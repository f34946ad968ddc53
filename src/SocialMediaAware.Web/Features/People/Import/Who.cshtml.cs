using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Takes what HR says about who somebody of an import is, and goes back to it.</summary>
public sealed class WhoModel(
    ImportPages pages,
    DecidingWho deciding,
    SignedIn signedIn,
    IStringLocalizer<ImportTexts> texts
) : PageModel
{
    /// <summary>What could not be done, for the page of the import.</summary>
    [TempData]
    public string? Problem { get; set; }

    /// <summary>There is nothing to see here.</summary>
    public IActionResult OnGet(Guid import) => Redirect($"/people/import/{import}");

    /// <summary>Takes it.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid import,
        [FromForm] string? employeeNumber,
        [FromForm] Guid? personId,
        CancellationToken cancellationToken
    )
    {
        var agencyIds = signedIn.AgenciesAs(PortalRole.HumanResources);
        if (await pages.FindAsync(import, agencyIds, cancellationToken) is null)
        {
            return NotFound();
        }

        var isDecided =
            personId is { } person
            && await deciding.DecideAsync(import, employeeNumber ?? "", person, cancellationToken);
        Problem = isDecided ? null : texts["DecideFailed"].Value;
        return Redirect($"/people/import/{import}?show={ImportOutcome.Conflict}");
    }
}
