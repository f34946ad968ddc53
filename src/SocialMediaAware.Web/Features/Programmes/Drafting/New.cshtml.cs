using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People.Units;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Asks for which agency a programme is; whoever is HR of one only is not asked.</summary>
public sealed class NewModel(UnitChoices choices, IStringLocalizer<DraftingTexts> texts) : PageModel
{
    /// <summary>The agency.</summary>
    [BindProperty]
    public string? Agency { get; set; }

    /// <summary>The agencies to choose from.</summary>
    public IReadOnlyList<AgencyChoice> Agencies { get; private set; } = [];

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        return Agencies is [var only] ? GoOn(only) : Page();
    }

    /// <summary>Goes on to what kind of programme it is.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (Agencies.FirstOrDefault(agency => agency.Id.ToString() == Agency) is { } chosen)
        {
            return GoOn(chosen);
        }

        ModelState.AddModelError(nameof(Agency), texts["NewAgencyMissing"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private RedirectResult GoOn(AgencyChoice agency) =>
        Redirect($"/programmes/new/kind?agency={agency.Id}");

    private async Task ReadAsync(CancellationToken cancellationToken) =>
        Agencies = await choices.AgenciesAsync(cancellationToken, PortalRole.HumanResources);
}
