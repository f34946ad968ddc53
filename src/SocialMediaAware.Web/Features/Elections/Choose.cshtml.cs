using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>Asks whether an election counts for an agency, and says what that does.</summary>
public sealed class ChooseModel(
    ElectionList elections,
    ChoosingElection choosing,
    IStringLocalizer<ElectionsTexts> texts
) : PageModel
{
    /// <summary>The agency; the reader's first one where the address names none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    /// <summary>Whether it shall count.</summary>
    [BindProperty]
    public string? IsOn { get; set; }

    /// <summary>The election.</summary>
    public ElectionEvent Election { get; private set; } = null!;

    /// <summary>How it stands for the agency.</summary>
    public AgencyChoice Choice { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(
        string election,
        CancellationToken cancellationToken
    ) => await FindAsync(election, cancellationToken) ? Page() : NotFound();

    /// <summary>Chooses.</summary>
    public async Task<IActionResult> OnPostAsync(
        string election,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(election, cancellationToken))
        {
            return NotFound();
        }

        var outcome = IsOn is "true" or "false"
            ? await choosing.ChooseAsync(
                election,
                Choice.AgencyId,
                IsOn == "true",
                cancellationToken
            )
            : ElectionChange.Refused;
        if (outcome is ElectionChange.Done)
        {
            TempData[nameof(IndexModel.Notice)] = texts[
                IsOn == "true" ? "TurnedOn" : "TurnedOff",
                Election.Name,
                Choice.Agency
            ].Value;
            return Redirect("/elections");
        }

        ModelState.Clear();
        ModelState.AddModelError(
            "",
            texts[outcome is ElectionChange.Refused ? "ChoiceMissing" : "ChoiceChangedMeanwhile"]
        );
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (await elections.FindAsync(key, cancellationToken) is not { } line)
        {
            return false;
        }

        var choice = line.Choices.FirstOrDefault(choice =>
            choice.CanChoose
            && (
                string.IsNullOrEmpty(Agency)
                || string.Equals(
                    choice.AgencyId.ToString(),
                    Agency,
                    StringComparison.OrdinalIgnoreCase
                )
            )
        );
        if (choice is null)
        {
            return false;
        }

        (Election, Choice) = (line.Election, choice);
        return true;
    }
}
