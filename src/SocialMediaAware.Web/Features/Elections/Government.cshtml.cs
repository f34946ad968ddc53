using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>Asks when the new government was sworn in, and records it.</summary>
public sealed class GovernmentModel(
    ElectionList elections,
    RecordingGovernment recording,
    IStringLocalizer<ElectionsTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>The day.</summary>
    [BindProperty]
    public string? Day { get; set; }

    /// <summary>The election.</summary>
    public ElectionEvent Election { get; private set; } = null!;

    /// <summary>Whether there is anything to record yet.</summary>
    public bool CanRecord =>
        Election.GovernmentFormedOn is null && Election.PollingDay < clock.Today();

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(
        string election,
        CancellationToken cancellationToken
    ) => await FindAsync(election, cancellationToken) ? Page() : NotFound();

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync(
        string election,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(election, cancellationToken))
        {
            return NotFound();
        }

        if (DayField.Read(Day) is not { } day)
        {
            ModelState.AddModelError(nameof(Day), texts["GovernmentDayMissing"]);
        }
        else
        {
            switch (await recording.RecordAsync(election, day, cancellationToken))
            {
                case ElectionChange.Done:
                    TempData[nameof(IndexModel.Notice)] = texts[
                        "GovernmentDone",
                        day.InWords()
                    ].Value;
                    return Redirect("/elections");
                case ElectionChange.ChangedMeanwhile:
                    await FindAsync(election, cancellationToken);
                    ModelState.AddModelError("", texts["GovernmentChangedMeanwhile"]);
                    break;
                default:
                    ModelState.AddModelError(
                        nameof(Day),
                        texts["GovernmentDayWrong", Election.PollingDay.InWords()]
                    );
                    break;
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (
            await elections.FindAsync(key, cancellationToken)
            is not { Election.Kind: ElectionKind.General } line
        )
        {
            return false;
        }

        Election = line.Election;
        return true;
    }
}
