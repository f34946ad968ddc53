using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>Adds a step to a restructure that is being written.</summary>
public sealed class AddStepModel(
    DraftingRestructure drafting,
    RestructureSteps steps,
    RestructureReading reading,
    AuditLog audit,
    IStringLocalizer<UnitsTexts> texts
) : PageModel
{
    /// <summary>What the form holds.</summary>
    [BindProperty]
    public StepForm Form { get; set; } = new();

    /// <summary>What is done.</summary>
    public RestructureStepKind Kind { get; private set; }

    /// <summary>The restructure.</summary>
    public RestructurePlan Plan { get; private set; } = null!;

    /// <summary>What the step can be made of.</summary>
    public StepChoices Choices { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid plan,
        string kind,
        CancellationToken cancellationToken
    ) => await FindAsync(plan, kind, cancellationToken) ? Page() : NotFound();

    /// <summary>Looks for units or people to tick. What was typed and ticked stays.</summary>
    public async Task<IActionResult> OnPostFindAsync(
        Guid plan,
        string kind,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(plan, kind, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (Kind == RestructureStepKind.Split && Choices.List.Count > 0)
        {
            await audit.WriteAsync(
                AuditActions.PeopleViewed,
                Plan.AgencyId,
                $"/people/units/restructures/{plan}/add/{kind}",
                $"{Choices.List.Count}",
                cancellationToken
            );
        }

        return Page();
    }

    /// <summary>Adds it.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid plan,
        string kind,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(plan, kind, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        var step = await steps.MakeAsync(Plan, Kind, Form, Choices, ModelState, cancellationToken);
        if (
            step is not null
            && await reading.ObstacleToAsync(Plan, step, cancellationToken) is { } obstacle
        )
        {
            ModelState.AddModelError("", texts[$"Obstacle{obstacle}"]);
        }

        if (step is null || !ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await drafting.ChangeAsync(plan, draft => draft.Add(step), cancellationToken);
        return Redirect($"/people/units/restructures/{plan}");
    }

    private async Task<bool> FindAsync(
        Guid planId,
        string kind,
        CancellationToken cancellationToken
    )
    {
        var plan = await drafting.FindAsync(planId, cancellationToken);
        if (
            plan is not { State: RestructureState.Draft }
            || !Enum.TryParse(kind, ignoreCase: true, out RestructureStepKind found)
            || !Enum.IsDefined(found)
        )
        {
            return false;
        }

        (Plan, Kind) = (plan, found);
        Choices = await steps.ReadAsync(plan, found, Form, cancellationToken);
        return true;
    }
}
