using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Settings;

/// <summary>Asks, and takes a role back.</summary>
public sealed class RevokeRoleModel(
    RoleList roles,
    RoleRevoking revoking,
    IStringLocalizer<SettingsTexts> texts
) : PageModel
{
    /// <summary>The role in question.</summary>
    public RoleLine? Line { get; private set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(Guid grant, CancellationToken cancellationToken)
    {
        Line = await roles.FindAsync(grant, cancellationToken);
        return Line is null ? NotFound() : Page();
    }

    /// <summary>Takes it back.</summary>
    public async Task<IActionResult> OnPostAsync(Guid grant, CancellationToken cancellationToken)
    {
        var outcome = await revoking.RevokeAsync(grant, cancellationToken);
        if (outcome is RoleRevokingOutcome.NotFound)
        {
            return NotFound();
        }

        if (outcome is RoleRevokingOutcome.Revoked)
        {
            TempData[nameof(RolesModel.Notice)] = texts["TakenBack"].Value;
            return Redirect("/settings/roles");
        }

        Line = await roles.FindAsync(grant, cancellationToken);
        ModelState.AddModelError("", texts[outcome.ToString()]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Line is null ? NotFound() : Page();
    }
}
