using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Publishing;

/// <summary>Asks whether a module is an agency's rule in force, and records the answer.</summary>
public sealed class ConfirmModel(
    OwnedModules modules,
    ConfirmingRule confirming,
    IStringLocalizer<PublishingTexts> texts
) : PageModel
{
    /// <summary>The agency; the first that has not confirmed where the address names none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    /// <summary>Who was consulted.</summary>
    [BindProperty]
    public string? Consulted { get; set; }

    /// <summary>Whether it is declared.</summary>
    [BindProperty]
    public bool IsDeclared { get; set; }

    /// <summary>The module.</summary>
    public OwnedModule Owned { get; private set; } = null!;

    /// <summary>The agency, and how it stands.</summary>
    public RuleStanding Standing { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(
        string module,
        CancellationToken cancellationToken
    ) => await FindAsync(module, cancellationToken) ? Page() : NotFound();

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync(string module, CancellationToken cancellationToken)
    {
        if (!await FindAsync(module, cancellationToken))
        {
            return NotFound();
        }

        Validate();
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await confirming.ConfirmAsync(
            Owned,
            Standing.AgencyId,
            Consulted!.Trim(),
            cancellationToken
        );
        TempData[nameof(IndexModel.Notice)] = texts[
            "Confirmed",
            Owned.ToConfirm.Title,
            Standing.Agency
        ].Value;
        return Redirect("/content");
    }

    private void Validate()
    {
        ModelState.Clear();
        if (string.IsNullOrWhiteSpace(Consulted))
        {
            ModelState.AddModelError(nameof(Consulted), texts["ConsultedMissing"]);
        }
        else if (Consulted.Trim().Length > RuleConfirmation.ConsultedLength)
        {
            ModelState.AddModelError(
                nameof(Consulted),
                texts["ConsultedTooLong", RuleConfirmation.ConsultedLength]
            );
        }

        if (!IsDeclared)
        {
            ModelState.AddModelError(nameof(IsDeclared), texts["DeclarationMissing"]);
        }
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancellationToken)
    {
        if (await modules.FindAsync(slug, cancellationToken) is not { Published: not null } owned)
        {
            return false;
        }

        var standing = string.IsNullOrEmpty(Agency)
            ? owned.Standings.OrderBy(one => one.ConfirmedAt is not null).FirstOrDefault()
            : owned.Standings.FirstOrDefault(one =>
                Guid.TryParse(Agency, out var id) && one.AgencyId == id
            );
        if (standing is null)
        {
            return false;
        }

        (Owned, Standing) = (owned, standing);
        return true;
    }
}
