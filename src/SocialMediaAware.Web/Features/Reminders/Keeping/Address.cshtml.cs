using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reminders.Keeping;

/// <summary>Shows why an address is not written to, and writes to it again. Each view is written to the audit log.</summary>
public sealed class AddressModel(
    ClearingAddress clearing,
    AuditLog audit,
    IStringLocalizer<KeepingTexts> texts
) : PageModel
{
    /// <summary>The address.</summary>
    public AddressNotWrittenTo Refused { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid reader, CancellationToken cancellationToken)
    {
        if (await clearing.FindAsync(reader, cancellationToken) is not { } refused)
        {
            return NotFound();
        }

        Refused = refused;
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            agencyId: null,
            $"/reminders/address/{reader}",
            "",
            cancellationToken
        );
        return Page();
    }

    /// <summary>Writes there again.</summary>
    public async Task<IActionResult> OnPostAsync(Guid reader, CancellationToken cancellationToken)
    {
        if (!await clearing.ClearAsync(reader, cancellationToken))
        {
            // It is written to already, or is nobody's whom this account keeps.
            return NotFound();
        }

        TempData[nameof(PersonPageModel.Notice)] = texts["AddressDone"].Value;
        return Redirect($"/people/person/{reader}");
    }
}
