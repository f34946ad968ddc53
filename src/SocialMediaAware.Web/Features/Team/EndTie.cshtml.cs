using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Relief;

namespace SocialMediaAware.Web.Features.Team;

/// <summary>Ends a leader, a stand-in or a task of a person, or takes it back as never having been.</summary>
public sealed class EndTieModel(
    KeptPeople people,
    PersonTies ties,
    ChangingTies changing,
    IStringLocalizer<TeamTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>The last day.</summary>
    [BindProperty]
    public string? LastDay { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Whether it turned out that it never was.</summary>
    [BindProperty]
    public bool NeverWas { get; set; }

    /// <summary>What is ended.</summary>
    public Tie Tie { get; private set; } = null!;

    /// <summary>Where it is listed.</summary>
    public string Back { get; private set; } = "";

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid person,
        Guid tie,
        CancellationToken cancellationToken
    )
    {
        LastDay = clock.Today().ForField();
        return await FindAsync(person, tie, cancellationToken) is null ? NotFound() : Page();
    }

    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid person,
        Guid tie,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(person, tie, cancellationToken) is not { } kept)
        {
            return NotFound();
        }

        ModelState.Clear();
        var reason = new TieForm(null, null, Reason).ReadReason(ModelState, texts);
        var lastDay = LeaveForm.Day(LastDay);
        if (!NeverWas && (lastDay is null || lastDay < Tie.From))
        {
            ModelState.AddModelError(
                nameof(LastDay),
                texts[lastDay is null ? "LastDayMissing" : "LastDayBefore"]
            );
        }

        if (ModelState.IsValid)
        {
            var outcome = await changing.EndAsync(
                person,
                kept.AgencyIds,
                tie,
                NeverWas ? null : lastDay!.Value.AddDays(1),
                reason,
                cancellationToken
            );
            TempData["Notice"] = texts[$"Tie{outcome}", kept.Name].Value;
            return Redirect(Back);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    // What a feed owns has no page to end it on.
    private async Task<KeptPerson?> FindAsync(
        Guid personId,
        Guid tieId,
        CancellationToken cancellationToken
    )
    {
        if (await people.FindAsync(personId, cancellationToken) is not { } kept)
        {
            return null;
        }

        var all = await ties.ReadAsync(personId, kept.AgencyIds, cancellationToken);
        Tie = all.FirstOrDefault(one => one.Id == tieId && !one.IsOfFeed)!;
        Back = $"/people/person/{personId}/{(Tie?.Kind == TieKind.Task ? "flags" : "leaders")}";
        return Tie is null ? null : kept;
    }
}
