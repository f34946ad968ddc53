using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>Ends an exemption before its last day. Another's is not there.</summary>
public sealed class EndExemptionModel(
    MyExemptions exemptions,
    Exempting exempting,
    IStringLocalizer<ReliefTexts> texts
) : PageModel
{
    /// <summary>Which one.</summary>
    public ExemptionLine Exemption { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid exemption,
        CancellationToken cancellationToken
    ) => await FindAsync(exemption, cancellationToken) ? Page() : NotFound();

    /// <summary>Ends it today.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid exemption,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(exemption, cancellationToken))
        {
            return NotFound();
        }

        await exempting.EndAsync(exemption, cancellationToken);
        TempData["Notice"] = texts["ExemptionEnded", Exemption.Person].Value;
        return Redirect("/people/exemptions");
    }

    private async Task<bool> FindAsync(Guid exemptionId, CancellationToken cancellationToken)
    {
        Exemption = (await exemptions.FindAsync(exemptionId, cancellationToken))!;
        return Exemption is not null;
    }
}
