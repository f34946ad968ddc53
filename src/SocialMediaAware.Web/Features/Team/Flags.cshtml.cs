using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Relief;

namespace SocialMediaAware.Web.Features.Team;

/// <summary>The tasks and positions of a person that bring duties of their own, as HR keeps them.</summary>
public sealed class FlagsModel(
    KeptPeople people,
    PersonTies ties,
    ChangingTies changing,
    IStringLocalizer<TeamTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>Which one to add: a word of <see cref="AudienceFlags" />.</summary>
    [BindProperty]
    public string? Flag { get; set; }

    /// <summary>The first day.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>The last day; empty while none is known.</summary>
    [BindProperty]
    public string? LastDay { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Whose they are.</summary>
    public KeptPerson Person { get; private set; } = null!;

    /// <summary>What is held.</summary>
    public IReadOnlyList<Tie> Ties { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(Guid person, CancellationToken cancellationToken)
    {
        From = clock.Today().ForField();
        return await FindAsync(person, cancellationToken) ? Page() : NotFound();
    }

    /// <summary>Adds one.</summary>
    public async Task<IActionResult> OnPostAsync(Guid person, CancellationToken cancellationToken)
    {
        if (!await FindAsync(person, cancellationToken))
        {
            return NotFound();
        }

        if (!AudienceFlags.All.Contains(Flag))
        {
            ModelState.AddModelError(nameof(Flag), texts["FlagMissing"]);
        }

        var time = new TieForm(From, LastDay, Reason).Read(ModelState, texts);
        if (time is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var outcome = await changing.TaskAsync(
            Person.AgencyId,
            person,
            Flag!,
            time,
            cancellationToken
        );
        Notice = texts[$"Tie{outcome}", Person.Name];
        return Redirect($"/people/person/{person}/flags");
    }

    private async Task<bool> FindAsync(Guid personId, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(personId, cancellationToken) is not { } kept)
        {
            return false;
        }

        Person = kept;
        var all = await ties.ReadAsync(personId, kept.AgencyIds, cancellationToken);
        Ties = [.. all.Where(tie => tie.Kind == TieKind.Task)];
        return true;
    }
}
