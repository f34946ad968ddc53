using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>Begins a restructure: what it is called, and from when on it holds.</summary>
public sealed class StartRestructureModel(
    UnitChoices choices,
    DraftingRestructure drafting,
    IStringLocalizer<UnitsTexts> texts
) : PageModel
{
    /// <summary>What HR calls it.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Its first day.</summary>
    [BindProperty]
    public string? On { get; set; }

    /// <summary>The agency.</summary>
    public AgencyChoice Agency { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "agency")] string? agencyId,
        CancellationToken cancellationToken
    ) => await FindAsync(agencyId, cancellationToken) ? Page() : NotFound();

    /// <summary>Begins it.</summary>
    public async Task<IActionResult> OnPostAsync(
        [FromQuery(Name = "agency")] string? agencyId,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(agencyId, cancellationToken))
        {
            return NotFound();
        }

        var fields = new UnitFields(ModelState, texts);
        var name = fields.Words(
            nameof(Name),
            Name,
            RestructurePlan.NameLength,
            "PlanNameMissing",
            "NameTooLong"
        );
        var on = fields.Day(nameof(On), On);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var planId = await drafting.StartAsync(Agency.Id, name, on!.Value, cancellationToken);
        return planId is null ? NotFound() : Redirect($"/people/units/restructures/{planId}");
    }

    private async Task<bool> FindAsync(string? agencyId, CancellationToken cancellationToken)
    {
        var agencies = await choices.AgenciesAsync(cancellationToken, PortalRole.HumanResources);
        var agency = UnitChoices.Named(agencies, agencyId);
        Agency = agency!;
        return agency is not null;
    }
}
