using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Shows what a file would change, person by person, and does it.</summary>
public sealed class RunModel(
    ImportPages pages,
    ApplyingImport applying,
    AfterImport after,
    SignedIn signedIn,
    AuditLog audit,
    ImportWords words,
    IStringLocalizer<ImportTexts> texts
) : PageModel
{
    /// <summary>Which people are shown.</summary>
    [BindProperty(SupportsGet = true)]
    public ImportOutcome? Show { get; set; }

    /// <summary>The number of people that end, as it was typed.</summary>
    [BindProperty]
    public string? Ending { get; set; }

    /// <summary>What was just done.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>What could not be done.</summary>
    [TempData]
    public string? Problem { get; set; }

    /// <summary>The import, and the people shown.</summary>
    public ImportView View { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid import,
        [FromQuery(Name = "page-number")] int number,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(import, number, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            View.Run.AgencyId,
            $"/people/import/{import}",
            "",
            cancellationToken
        );
        return Page();
    }

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid import, CancellationToken cancellationToken)
    {
        if (!await FindAsync(import, 1, cancellationToken))
        {
            return NotFound();
        }

        var ending = int.TryParse(Ending?.Trim(), CultureInfo.InvariantCulture, out var typed)
            ? typed
            : (int?)null;
        var answer = await applying.ApplyAsync(
            import,
            ending,
            signedIn.AccountId,
            cancellationToken
        );
        if (answer is ImportAnswer.Applied or ImportAnswer.AppliedBefore)
        {
            await after.PlanAsync(View.Run, answer, cancellationToken);
            Notice = texts["Done", words.Counts(View.Run)];
            return Redirect($"/people/import/{import}");
        }

        await FindAsync(import, 1, cancellationToken);
        ModelState.Clear();
        ModelState.AddModelError(
            answer is ImportAnswer.NumberNeeded ? nameof(Ending) : "",
            answer is ImportAnswer.NumberNeeded
                ? texts["NumberWrong", View.Run.Ended]
                : texts[answer.ToString()]
        );
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, int number, CancellationToken cancellationToken)
    {
        var agencyIds = signedIn.AgenciesAs(PortalRole.HumanResources);
        if (await pages.ViewAsync(id, agencyIds, Show, number, cancellationToken) is not { } view)
        {
            return false;
        }

        (View, Show) = (view, view.Show);
        return true;
    }
}
