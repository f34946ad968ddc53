using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>One restructure: its steps while it is written, and what became of it.</summary>
public sealed class RestructureModel(
    DraftingRestructure drafting,
    RestructureReading reading,
    IStringLocalizer<UnitsTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>What HR calls it.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Its first day.</summary>
    [BindProperty]
    public string? On { get; set; }

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The restructure.</summary>
    public RestructurePlan Plan { get; private set; } = null!;

    /// <summary>It in words.</summary>
    public RestructureWords Words { get; private set; } = null!;

    /// <summary>Steps that cannot be done; none for one that is done.</summary>
    public IReadOnlyList<RestructureProblem> Problems { get; private set; } = [];

    /// <summary>Whether it is being written.</summary>
    public bool IsDraft => Plan.State == RestructureState.Draft;

    /// <summary>Whether it can be taken back.</summary>
    public bool CanBeTakenBack => Plan.CanBeTakenBackOn(clock.Today());

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid plan, CancellationToken cancellationToken) =>
        await FindAsync(plan, cancellationToken) ? Page() : NotFound();

    /// <summary>Changes its name and day.</summary>
    public async Task<IActionResult> OnPostAsync(Guid plan, CancellationToken cancellationToken)
    {
        if (!await FindAsync(plan, cancellationToken))
        {
            return NotFound();
        }

        var fields = new UnitFields(ModelState, texts);
        var newName = fields.Words(
            nameof(Name),
            Name,
            RestructurePlan.NameLength,
            "PlanNameMissing",
            "NameTooLong"
        );
        var newDay = fields.Day(nameof(On), On);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        void Become(RestructurePlan draft) => draft.Become(newName, newDay!.Value);
        await drafting.ChangeAsync(plan, Become, cancellationToken);
        return Redirect($"/people/units/restructures/{plan}");
    }

    /// <summary>Leaves a step out.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(
        Guid plan,
        Guid step,
        CancellationToken cancellationToken
    )
    {
        if (await drafting.FindAsync(plan, cancellationToken) is null)
        {
            return NotFound();
        }

        await drafting.ChangeAsync(plan, draft => draft.Remove(step), cancellationToken);
        return Redirect($"/people/units/restructures/{plan}");
    }

    /// <summary>Throws the draft away.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(
        Guid plan,
        CancellationToken cancellationToken
    )
    {
        if (await drafting.FindAsync(plan, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        await drafting.DiscardAsync(plan, cancellationToken);
        return Redirect($"/people/units/restructures?agency={found.AgencyId}");
    }

    private async Task<bool> FindAsync(Guid planId, CancellationToken cancellationToken)
    {
        if (await drafting.FindAsync(planId, cancellationToken) is not { } plan)
        {
            return false;
        }

        var read = await reading.ReadAsync(plan, cancellationToken);
        Plan = plan;
        Words = new RestructureWords(plan, read.Outcome.Before, texts);
        Problems = IsDraft ? read.Outcome.Problems : [];
        return true;
    }
}
