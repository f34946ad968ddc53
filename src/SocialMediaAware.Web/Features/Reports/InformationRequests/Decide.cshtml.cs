using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>One figure: withheld, and on which ground, or shown.</summary>
public sealed class DecideModel(
    InformationPacks packs,
    DecidingFigures deciding,
    IStringLocalizer<InformationRequestsTexts> texts
) : PageModel
{
    /// <summary>The table it was chosen in.</summary>
    [BindProperty(SupportsGet = true, Name = "table")]
    public string? TableName { get; set; }

    /// <summary>Its key.</summary>
    [BindProperty(SupportsGet = true, Name = "key")]
    public string? Key { get; set; }

    /// <summary>The revision that the form is for.</summary>
    [BindProperty]
    public int Revision { get; set; } = -1;

    /// <summary>What is chosen.</summary>
    public DecisionForm Form { get; private set; } = new();

    /// <summary>The pack.</summary>
    public InformationPack Pack { get; private set; } = null!;

    /// <summary>The table.</summary>
    public PackTable Table { get; private set; } = null!;

    /// <summary>The figure.</summary>
    public PackFigure Figure { get; private set; } = null!;

    /// <summary>What was decided or offered; null for nothing.</summary>
    public SuppressionDecision? Decision => Pack.Decisions.GetValueOrDefault(Figure.Key);

    /// <summary>Asks. What was offered or decided is chosen already.</summary>
    public async Task<IActionResult> OnGetAsync(Guid pack, CancellationToken cancellationToken)
    {
        if (!await FindAsync(pack, cancellationToken))
        {
            return NotFound();
        }

        (Revision, Form) = (Pack.Request.Revision, DecisionForm.Of(Decision));
        return Page();
    }

    /// <summary>Decides.</summary>
    public async Task<IActionResult> OnPostAsync(Guid pack, CancellationToken cancellationToken)
    {
        if (!await FindAsync(pack, cancellationToken))
        {
            return NotFound();
        }

        if (!Pack.IsHumanResources)
        {
            return Forbid();
        }

        await TryUpdateModelAsync(Form, "");
        if (Form.Read(ModelState, texts) is { } choice)
        {
            var outcome = await deciding.DecideAsync(
                pack,
                Revision,
                Figure.Key,
                choice,
                cancellationToken
            );
            if (outcome is PackOutcome.Saved)
            {
                TempData["Notice"] = texts[
                    choice.IsWithheld ? "WithheldNotice" : "ShownNotice"
                ].Value;
                return Redirect(PackAddress.OfTable(pack, Table.Name));
            }

            await FindAsync(pack, cancellationToken);
            Revision = Pack.Request.Revision;
            var error = outcome is PackOutcome.Gone ? "IsReleased" : "FigureChangedMeanwhile";
            var stands = texts[$"Standing-{Decision?.Standing ?? DecisionStanding.Shown}"].Value;
            ModelState.AddModelError(
                "",
                texts[error, stands.ToLower(CultureInfo.InvariantCulture)]
            );
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(Guid requestId, CancellationToken cancellationToken)
    {
        if (
            await packs.FindAsync(requestId, cancellationToken) is not { } pack
            || pack.FindTable(TableName) is not { } table
            || table.Figures().FirstOrDefault(one => one.Key == Key) is not { } figure
        )
        {
            return false;
        }

        (Pack, Table, Figure) = (pack, table, figure);
        return true;
    }
}
