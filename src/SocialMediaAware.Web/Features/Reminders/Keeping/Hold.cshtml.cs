using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Reminders.Keeping;

/// <summary>Holds all mail of an agency, and lets it go again.</summary>
public sealed class HoldModel(
    PortalDbContext database,
    HoldingMail holding,
    MailHoldsReading holds,
    SignedIn signedIn,
    IStringLocalizer<KeepingTexts> texts
) : PageModel
{
    /// <summary>Whose mail; nothing where there is one agency only.</summary>
    [BindProperty]
    public Guid? Agency { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Whose mail is held.</summary>
    public IReadOnlyList<MailHoldLine> Held { get; private set; } = [];

    /// <summary>Whose mail is not.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Free { get; private set; } = [];

    /// <summary>Asks.</summary>
    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <summary>Holds it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        ModelState.Clear();
        Agency ??= Free is [var only] ? only.Id : null;
        if (Held.Any(hold => hold.AgencyId == Agency))
        {
            // Somebody was faster, or the button was pressed twice.
            return Redirect("/reminders");
        }

        var reason = Reason?.Trim() ?? "";
        if (Free.All(agency => agency.Id != Agency))
        {
            ModelState.AddModelError(nameof(Agency), texts["AgencyMissing"]);
        }

        if (reason.Length is 0 or > MailHold.ReasonLength)
        {
            ModelState.AddModelError(
                nameof(Reason),
                texts[reason.Length == 0 ? "ReasonMissing" : "ReasonTooLong", MailHold.ReasonLength]
            );
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await holding.HoldAsync(Agency!.Value, reason, cancellationToken);
        TempData[nameof(IndexModel.Notice)] = texts["Held"].Value;
        return Redirect("/reminders");
    }

    /// <summary>Lets it go.</summary>
    public async Task<IActionResult> OnPostReleaseAsync(CancellationToken cancellationToken)
    {
        if (Agency is not { } agencyId || !signedIn.Has(PortalRole.HumanResources, agencyId))
        {
            return NotFound();
        }

        await holding.ReleaseAsync(agencyId, cancellationToken);
        TempData[nameof(IndexModel.Notice)] = texts["Released"].Value;
        return Redirect("/reminders");
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Guid[] kept = [.. signedIn.AgenciesAs(PortalRole.HumanResources)];
        Held = await holds.ReadAsync(kept, cancellationToken);
        var agencies = await database
            .Agencies.Where(agency => kept.Contains(agency.Id))
            .OrderBy(agency => agency.ShortName)
            .Select(agency => new { agency.Id, agency.ShortName })
            .ToListAsync(cancellationToken);
        Free =
        [
            .. agencies
                .Where(agency => Held.All(hold => hold.AgencyId != agency.Id))
                .Select(agency => (agency.Id, agency.ShortName)),
        ];
    }
}
