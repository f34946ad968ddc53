using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Step 4: what goes out, and the release.</summary>
public sealed class ReleaseModel(
    InformationPacks packs,
    ReleasingPack releasing,
    IStringLocalizer<InformationRequestsTexts> texts
) : PageModel
{
    /// <summary>Why it is released although figures can be worked out.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The revision that was looked at.</summary>
    [BindProperty]
    public int Revision { get; set; } = -1;

    /// <summary>The pack.</summary>
    public InformationPack Pack { get; private set; } = null!;

    /// <summary>Shows what goes out.</summary>
    public async Task<IActionResult> OnGetAsync(Guid pack, CancellationToken cancellationToken)
    {
        if (!await FindAsync(pack, cancellationToken))
        {
            return NotFound();
        }

        Revision = Pack.Request.Revision;
        // Once it is out there is nothing to release.
        return Pack.Released is null ? Page() : Redirect(PackAddress.Of(pack));
    }

    /// <summary>Releases it.</summary>
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

        var reason = Reason?.Trim() ?? "";
        ModelState.Clear();
        if (reason.Length > ReleasedPack.ReasonLength)
        {
            ModelState.AddModelError(nameof(Reason), texts["TooLong", ReleasedPack.ReasonLength]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var outcome = await releasing.ReleaseAsync(pack, Revision, reason, cancellationToken);
        if (outcome is ReleaseOutcome.Released)
        {
            TempData["Notice"] = texts["ReleasedNotice"].Value;
            return Redirect(PackAddress.Of(pack));
        }

        await FindAsync(pack, cancellationToken);
        Revision = Pack.Request.Revision;
        ModelState.AddModelError(
            outcome is ReleaseOutcome.NeedsReason ? nameof(Reason) : "",
            texts[$"Release-{outcome}"]
        );
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(Guid requestId, CancellationToken cancellationToken)
    {
        if (await packs.FindAsync(requestId, cancellationToken) is not { } pack)
        {
            return false;
        }

        Pack = pack;
        return true;
    }
}
