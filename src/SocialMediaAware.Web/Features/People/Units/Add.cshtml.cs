using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>Adds a unit to the tree of an agency.</summary>
public sealed class AddModel(
    UnitLists lists,
    UnitChoices choices,
    AddingUnit adding,
    IStringLocalizer<UnitsTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>What it is called.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The word for it in the agency's own systems.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The unit above, by id.</summary>
    [BindProperty]
    public string? Above { get; set; }

    /// <summary>Its first day.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The agency.</summary>
    public AgencyChoice Agency { get; private set; } = null!;

    /// <summary>The units that can be above.</summary>
    public UnitTree Tree { get; private set; } = null!;

    /// <summary>The unit above.</summary>
    public Guid? AboveId => Guid.TryParse(Above, out var id) ? id : null;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "agency")] string? agencyId,
        CancellationToken cancellationToken
    )
    {
        From = clock.Today().ForField();
        return await FindAsync(agencyId, cancellationToken) ? Page() : NotFound();
    }

    /// <summary>Adds it.</summary>
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
        var name = fields.Name(Name);
        var code = fields.Code(Code);
        var above = fields.Unit(nameof(Above), AboveId, Tree);
        var from = fields.Day(nameof(From), From);
        var reason = fields.Reason(Reason);
        if (ModelState.IsValid)
        {
            var unit = new NewUnit(Agency.Id, name, code, above!.Value, from!.Value, reason);
            var result = await adding.AddAsync(unit, cancellationToken);
            if (result is UnitAdding.Done)
            {
                TempData[nameof(IndexModel.Notice)] = texts[
                    "Added",
                    name,
                    from.Value.InWords()
                ].Value;
                return Redirect($"/people/units?agency={Agency.Id}&on={from.Value.ForField()}");
            }

            var field = result switch
            {
                UnitAdding.AboveNotThere => nameof(Above),
                UnitAdding.NameTaken => nameof(Name),
                _ => nameof(Code),
            };
            ModelState.AddModelError(field, texts[$"Adding{result}"]);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(string? agencyId, CancellationToken cancellationToken)
    {
        var agencies = await choices.AgenciesAsync(cancellationToken, PortalRole.HumanResources);
        if (UnitChoices.Named(agencies, agencyId) is not { } agency)
        {
            return false;
        }

        Agency = agency;
        var day = DayField.Read(From) ?? clock.Today();
        Tree = (await lists.ReadAsync(agency.Id, day, cancellationToken)).Tree;
        return true;
    }
}
