using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>Takes back a restructure that is to come.</summary>
public sealed class TakeBackModel(
    DraftingRestructure drafting,
    TakingBackRestructure takingBack,
    IStringLocalizer<UnitsTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The restructure.</summary>
    public RestructurePlan Plan { get; private set; } = null!;

    /// <summary>What taking it back would do; null when its day has come.</summary>
    public RestructureReversal? Reversal { get; private set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(Guid plan, CancellationToken cancellationToken) =>
        await FindAsync(plan, cancellationToken) ? Page() : NotFound();

    /// <summary>Takes it back.</summary>
    public async Task<IActionResult> OnPostAsync(Guid plan, CancellationToken cancellationToken)
    {
        if (!await FindAsync(plan, cancellationToken))
        {
            return NotFound();
        }

        var reason = new UnitFields(ModelState, texts).Reason(Reason);
        if (ModelState.IsValid)
        {
            var result = await takingBack.TakeBackAsync(plan, reason, cancellationToken);
            if (result is RestructureResult.Done)
            {
                TempData[nameof(RestructureModel.Notice)] = texts["TakenBackDone", Plan.Name].Value;
                return Redirect($"/people/units/restructures/{plan}");
            }

            ModelState.AddModelError("", texts[$"Confirm{result}"]);
            await FindAsync(plan, cancellationToken);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(Guid planId, CancellationToken cancellationToken)
    {
        var plan = await drafting.FindAsync(planId, cancellationToken);
        if (plan is null || plan.State == RestructureState.Draft)
        {
            return false;
        }

        Plan = plan;
        Reversal = plan.CanBeTakenBackOn(clock.Today())
            ? await takingBack.LookAheadAsync(plan, cancellationToken)
            : null;
        return true;
    }
}
