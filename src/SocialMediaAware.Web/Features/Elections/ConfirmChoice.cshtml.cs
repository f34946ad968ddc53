using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>Shows what turning an election on or off would do in an agency, and does it.</summary>
public sealed class ConfirmChoiceModel(
    ElectionChoiceForms forms,
    RefresherPreviews previews,
    ChoosingElection choosing,
    IStringLocalizer<ElectionsTexts> texts
) : PageModel
{
    /// <summary>The agency.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    /// <summary>Whether it shall count.</summary>
    [BindProperty(SupportsGet = true)]
    public string? IsOn { get; set; }

    /// <summary>The regions whose people it shall concern; none for the whole agency.</summary>
    [BindProperty(SupportsGet = true, Name = "Region")]
    public IReadOnlyList<string> Regions { get; set; } = [];

    /// <summary>What is chosen.</summary>
    public ElectionToChoose Chosen { get; private set; } = null!;

    /// <summary>What it would do.</summary>
    public RefresherPreview Preview { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(
        string election,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(election, cancellationToken))
        {
            return NotFound();
        }

        // An address that was typed or cut off: begin where it is asked.
        if (Chosen.IsOn is null || Chosen.IsUnknown)
        {
            return Redirect(
                $"/elections/choose/{Chosen.Election.Key}?agency={Chosen.Choice.AgencyId}"
            );
        }

        await LookAheadAsync(cancellationToken);
        return Page();
    }

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

        var outcome = Chosen is { IsOn: { } isOn, IsUnknown: false }
            ? await choosing.ChooseAsync(
                election,
                Chosen.Choice.AgencyId,
                isOn,
                Chosen.Regions,
                cancellationToken
            )
            : ElectionChange.Refused;
        if (outcome is ElectionChange.Done)
        {
            TempData[nameof(IndexModel.Notice)] = texts[
                Chosen.IsOn == false ? "TurnedOff"
                : Chosen.Regions.Count > 0 ? "TurnedOnIn"
                : "TurnedOn",
                Chosen.Election.Name,
                Chosen.Choice.Agency,
                string.Join(", ", Chosen.Regions)
            ].Value;
            return Redirect("/elections");
        }

        ModelState.Clear();
        ModelState.AddModelError(
            "",
            texts[outcome is ElectionChange.Refused ? "ChoiceMissing" : "ChoiceChangedMeanwhile"]
        );
        await LookAheadAsync(cancellationToken);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task LookAheadAsync(CancellationToken cancellationToken)
    {
        var agencyId = Chosen.Choice.AgencyId;
        var isOn = Chosen.IsOn ?? Chosen.Choice.IsOn;
        var found = await previews.ReadAsync([agencyId], Chosen.Planned, isOn, cancellationToken);
        Preview = found[agencyId];
    }

    private async Task<bool> FindAsync(string key, CancellationToken cancellationToken)
    {
        var chosen = await forms.ReadAsync(key, new(Agency, IsOn, Regions), cancellationToken);
        Chosen = chosen!;
        return chosen is not null;
    }
}
