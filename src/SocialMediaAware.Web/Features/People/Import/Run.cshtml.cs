using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Shared;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Shows what a file would change, person by person, and does it.</summary>
public sealed class RunModel(
    ImportPages pages,
    ApplyingImport applying,
    AfterImport after,
    DecidingWho deciding,
    SignedIn signedIn,
    AuditLog audit,
    ImportWords words,
    IStringLocalizer<ImportTexts> texts
) : PageModel
{
    /// <summary>What people can be looked at by.</summary>
    public static IReadOnlyList<ImportOutcome> Outcomes { get; } =
    [
        ImportOutcome.Conflict,
        ImportOutcome.Ended,
        ImportOutcome.Changed,
        ImportOutcome.New,
        ImportOutcome.Back,
    ];

    /// <summary>Which people are shown.</summary>
    [BindProperty(SupportsGet = true)]
    public ImportOutcome? Show { get; set; }

    /// <summary>The number of people that end, as it was typed.</summary>
    [BindProperty]
    public string? Ending { get; set; }

    /// <summary>What was just done.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The import.</summary>
    public ImportRun Run { get; private set; } = null!;

    /// <summary>The people shown; null when the preview is held no more.</summary>
    public PreviewPart? Part { get; private set; }

    /// <summary>The way to the other pages.</summary>
    public PageLinks Links { get; private set; } = new(null, null);

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
            Run.AgencyId,
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

        var ending = int.TryParse(Ending?.Trim(), out var typed) ? typed : (int?)null;
        var answer = await applying.ApplyAsync(
            import,
            ending,
            signedIn.AccountId,
            cancellationToken
        );
        if (answer is ImportAnswer.Applied or ImportAnswer.AppliedBefore)
        {
            await after.PlanAsync(Run, answer, cancellationToken);
            Notice = texts["Done", words.Counts(Run)];
            return Redirect($"/people/import/{import}");
        }

        await FindAsync(import, 1, cancellationToken);
        ModelState.Clear();
        ModelState.AddModelError(
            answer is ImportAnswer.NumberNeeded ? nameof(Ending) : "",
            answer is ImportAnswer.NumberNeeded
                ? texts["NumberWrong", Run.Ended]
                : texts[answer.ToString()]
        );
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Says who somebody is.</summary>
    public async Task<IActionResult> OnPostDecideAsync(
        Guid import,
        [FromForm] string? employeeNumber,
        [FromForm] Guid personId,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(import, 1, cancellationToken))
        {
            return NotFound();
        }

        if (await deciding.DecideAsync(import, employeeNumber ?? "", personId, cancellationToken))
        {
            return Redirect($"/people/import/{import}");
        }

        ModelState.Clear();
        ModelState.AddModelError("", texts["DecideFailed"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, int number, CancellationToken cancellationToken)
    {
        var agencyIds = signedIn.AgenciesAs(PortalRole.HumanResources);
        if (await pages.FindAsync(id, agencyIds, cancellationToken) is not { } run)
        {
            return false;
        }

        Run = run;
        var show = Show is { } asked && Outcomes.Contains(asked) ? asked : FirstToShow;
        Show = show;
        var page = Math.Clamp(number, 1, 100_000);
        Part = await pages.PreviewAsync(run, show, page, cancellationToken);
        var last = (run.CountOf(show) + ImportPages.PeopleOnAPage - 1) / ImportPages.PeopleOnAPage;
        Links = PageLinks.Numbered(
            page,
            Math.Max(1, last),
            one => $"/people/import/{id}?show={show}&page-number={one}"
        );
        return true;
    }

    private ImportOutcome FirstToShow =>
        Outcomes.FirstOrDefault(one => Run.CountOf(one) > 0, ImportOutcome.New);
}
