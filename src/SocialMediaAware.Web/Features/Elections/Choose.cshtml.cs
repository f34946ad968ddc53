using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>Asks whether an election counts for an agency, and for whose people. Nothing is changed here: what it does is shown first.</summary>
public sealed class ChooseModel(ElectionChoiceForms forms, IStringLocalizer<ElectionsTexts> texts)
    : PageModel
{
    /// <summary>The agency; the reader's first one where the address names none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    /// <summary>Whether it shall count.</summary>
    [BindProperty]
    public string? IsOn { get; set; }

    /// <summary>The regions whose people it shall concern; none for the whole agency.</summary>
    [BindProperty(SupportsGet = true, Name = "Region")]
    public IReadOnlyList<string> Regions { get; set; } = [];

    /// <summary>What may be chosen.</summary>
    public ElectionToChoose Chosen { get; private set; } = null!;

    /// <summary>The regions that are ticked.</summary>
    public IReadOnlyList<string> Ticked => Regions.Count > 0 ? Regions : Chosen.Choice.Regions;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(
        string election,
        CancellationToken cancellationToken
    ) => await FindAsync(election, cancellationToken) ? Page() : NotFound();

    /// <summary>Goes on to what it would do.</summary>
    public async Task<IActionResult> OnPostAsync(
        string election,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(election, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (Chosen.IsOn is null)
        {
            ModelState.AddModelError("", texts["ChoiceMissing"]);
        }
        else if (Chosen.IsUnknown)
        {
            ModelState.AddModelError("Region", texts["ChoiceRegionUnknown"]);
        }
        else if (!Chosen.ChangesSomething)
        {
            ModelState.AddModelError("Region", texts["ChoiceSame"]);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var query = new QueryBuilder
        {
            { "agency", Chosen.Choice.AgencyId.ToString() },
            { "isOn", Chosen.IsOn == true ? "true" : "false" },
        };
        query.Add("region", Chosen.Regions);
        return Redirect($"/elections/choose/{Chosen.Election.Key}/confirm{query}");
    }

    private async Task<bool> FindAsync(string key, CancellationToken cancellationToken)
    {
        var chosen = await forms.ReadAsync(key, new(Agency, IsOn, Regions), cancellationToken);
        Chosen = chosen!;
        return chosen is not null;
    }
}
