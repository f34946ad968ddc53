using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>Exempts one person from a programme until a day.</summary>
public sealed class ExemptModel(
    KeptPeople people,
    ReliefChoices choices,
    Exempting exempting,
    IStringLocalizer<ReliefTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>From which programme.</summary>
    [BindProperty]
    public Guid? Programme { get; set; }

    /// <summary>Why, as a code.</summary>
    [BindProperty]
    public string? ReasonCode { get; set; }

    /// <summary>The last day.</summary>
    [BindProperty]
    public string? LastDay { get; set; }

    /// <summary>Who.</summary>
    public KeptPerson Person { get; private set; } = null!;

    /// <summary>The programmes of the agencies in which they are.</summary>
    public IReadOnlyList<ProgrammeChoice> Programmes { get; private set; } = [];

    /// <summary>What the fields hold.</summary>
    public ExemptionForm Form => new(Programme, ReasonCode, LastDay);

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(Guid person, CancellationToken cancellationToken) =>
        await FindAsync(person, cancellationToken) ? Page() : NotFound();

    /// <summary>Exempts them.</summary>
    public async Task<IActionResult> OnPostAsync(Guid person, CancellationToken cancellationToken)
    {
        if (!await FindAsync(person, cancellationToken))
        {
            return NotFound();
        }

        if (Form.Read(Programmes, clock.Today(), ModelState, texts) is not { } terms)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await exempting.GiveAsync([person], terms, cancellationToken);
        TempData["Notice"] = texts["ExemptionGiven", Person.Name, terms.LastDay.InWords()].Value;
        return Redirect("/people/exemptions");
    }

    private async Task<bool> FindAsync(Guid personId, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(personId, cancellationToken) is not { } kept)
        {
            return false;
        }

        Person = kept;
        Programmes =
        [
            .. (await choices.ProgrammesAsync(cancellationToken)).Where(programme =>
                kept.AgencyIds.Contains(programme.AgencyId)
            ),
        ];
        return true;
    }
}
