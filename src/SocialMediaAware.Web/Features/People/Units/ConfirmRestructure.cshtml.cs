using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>Shows what a restructure would change, and confirms it.</summary>
public sealed class ConfirmRestructureModel(
    DraftingRestructure drafting,
    RestructurePreviews previews,
    ConfirmingRestructure confirming,
    AuditLog audit,
    IStringLocalizer<UnitsTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What was shown.</summary>
    [BindProperty]
    public string? Fingerprint { get; set; }

    /// <summary>The restructure.</summary>
    public RestructurePlan Plan { get; private set; } = null!;

    /// <summary>What it would change.</summary>
    public RestructurePreview Preview { get; private set; } = null!;

    /// <summary>Whether it holds from a day that has passed, or from today.</summary>
    public bool IsPast => Plan.On <= clock.Today();

    /// <summary>Whether it can be confirmed.</summary>
    public bool CanConfirm => Preview.Read.Outcome.Problems.Count == 0 && Plan.Steps.Count > 0;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid plan, CancellationToken cancellationToken) =>
        await drafting.FindAsync(plan, cancellationToken) is not { } found ? NotFound()
        : found.State != RestructureState.Draft ? Redirect($"/people/units/restructures/{plan}")
        : await ShowAsync(found, cancellationToken);

    /// <summary>Confirms it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid plan, CancellationToken cancellationToken)
    {
        if (await drafting.FindAsync(plan, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        var reason = new UnitFields(ModelState, texts).Reason(Reason);
        if (ModelState.IsValid)
        {
            var result = await confirming.ConfirmAsync(
                plan,
                Fingerprint ?? "",
                reason,
                cancellationToken
            );
            if (result is RestructureResult.Done)
            {
                TempData[nameof(RestructureModel.Notice)] = texts[
                    "Confirmed",
                    found.Name,
                    found.On.InWords()
                ].Value;
                return Redirect($"/people/units/restructures/{plan}");
            }

            ModelState.AddModelError("", texts[$"Confirm{result}"]);
            found = await drafting.FindAsync(plan, cancellationToken);
            if (found is not { State: RestructureState.Draft })
            {
                return Redirect($"/people/units/restructures/{plan}");
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(found, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(
        RestructurePlan plan,
        CancellationToken cancellationToken
    )
    {
        Plan = plan;
        Preview = await previews.LookAheadAsync(plan, cancellationToken);
        if (Preview.People > 0)
        {
            await audit.WriteAsync(
                AuditActions.PeopleViewed,
                plan.AgencyId,
                $"/people/units/restructures/{plan.Id}/confirm",
                $"{Preview.Moves.Sum(move => move.Some.Count)} of {Preview.People}",
                cancellationToken
            );
        }

        return Page();
    }
}
