using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Settings;

/// <summary>Gives somebody a role.</summary>
public sealed class GiveRoleModel(
    PortalDbContext database,
    RoleGiving giving,
    SignedIn signedIn,
    IStringLocalizer<SettingsTexts> texts
) : PageModel
{
    /// <summary>The roles that can be given.</summary>
    public static IReadOnlyList<PortalRole> Roles { get; } =
    [
        PortalRole.HumanResources,
        PortalRole.ContentOwner,
        PortalRole.IntegrityAdviser,
        PortalRole.Auditor,
        PortalRole.Administrator,
    ];

    /// <summary>Whose account.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Which role.</summary>
    [BindProperty]
    public PortalRole? Role { get; set; }

    /// <summary>In which agency.</summary>
    [BindProperty]
    public Guid? Agency { get; set; }

    /// <summary>The agencies that the signed-in account administers.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Agencies { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <summary>Gives the role.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        Validate();
        if (ModelState.IsValid)
        {
            var email = Email!.Trim();
            switch (await giving.GiveAsync(email, Role!.Value, Agency!.Value, cancellationToken))
            {
                case RoleGivingOutcome.Given:
                    TempData[nameof(RolesModel.Notice)] = texts[
                        "Given",
                        email,
                        texts[$"Role{Role}"].Value,
                        Agencies.Single(agency => agency.Id == Agency).Name
                    ].Value;
                    return Redirect("/settings/roles");
                case RoleGivingOutcome.HasItAlready:
                    ModelState.AddModelError(nameof(Role), texts["HasItAlready", email]);
                    break;
                default:
                    ModelState.AddModelError(nameof(Email), texts["EmailUnknown"]);
                    break;
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var administered = signedIn.AgenciesAs(PortalRole.Administrator);
        var agencies = await database
            .Agencies.Where(agency => administered.Contains(agency.Id))
            .OrderBy(agency => agency.ShortName)
            .Select(agency => new { agency.Id, agency.ShortName })
            .ToListAsync(cancellationToken);
        Agencies = [.. agencies.Select(agency => (agency.Id, agency.ShortName))];
    }

    private void Validate()
    {
        // What the binder made of a value that is no role or no agency is said in our words.
        ModelState.Clear();
        if (string.IsNullOrWhiteSpace(Email))
        {
            ModelState.AddModelError(nameof(Email), texts["EmailUnknown"]);
        }

        if (Role is null || !Roles.Contains(Role.Value))
        {
            ModelState.AddModelError(nameof(Role), texts["RoleMissing"]);
        }

        if (Agencies.All(agency => agency.Id != Agency))
        {
            ModelState.AddModelError(nameof(Agency), texts["AgencyMissing"]);
        }
    }
}
