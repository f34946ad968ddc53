using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>Exempts several people at once: who they are is shown before anything is done.</summary>
public sealed class GiveExemptionsModel(
    ReliefChoices choices,
    ChosenPeople chosen,
    Exempting exempting,
    IStringLocalizer<ReliefTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>So many are named before anything is done.</summary>
    public const int Samples = 20;

    /// <summary>From which programme.</summary>
    [BindProperty]
    public Guid? Programme { get; set; }

    /// <summary>Why, as a code.</summary>
    [BindProperty]
    public string? ReasonCode { get; set; }

    /// <summary>The last day.</summary>
    [BindProperty]
    public string? LastDay { get; set; }

    /// <summary>Who, by mail address or employee number.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Or who, by unit.</summary>
    [BindProperty]
    public Guid? Unit { get; set; }

    /// <summary>And by kind.</summary>
    [BindProperty]
    public PersonKind? Kind { get; set; }

    /// <summary>How many people were shown before it was confirmed.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>The programmes to choose from.</summary>
    public IReadOnlyList<ProgrammeChoice> Programmes { get; private set; } = [];

    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<UnitTree> Units { get; private set; } = [];

    /// <summary>What is given; null while something is missing.</summary>
    public ExemptionTerms? Terms { get; private set; }

    /// <summary>To whom; null before it is asked.</summary>
    public FoundPeople? Found { get; private set; }

    /// <summary>What the fields hold.</summary>
    public ExemptionForm Form => new(Programme, ReasonCode, LastDay);

    /// <summary>How people were chosen.</summary>
    public PeopleChoice Choice => new(Words, Unit, Kind);

    /// <summary>Asks.</summary>
    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <summary>Shows who would be exempt.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is null ? Refused() : Page();

    /// <summary>Exempts those who were shown; shows them anew where they are others by now.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } found || found.People.Count != Seen)
        {
            return Refused();
        }

        var given = await exempting.GiveAsync(
            [.. found.People.Select(person => person.PersonId)],
            Terms!,
            cancellationToken
        );
        TempData["Notice"] = texts["ExemptionsGiven", given, Terms!.LastDay.InWords()].Value;
        return Redirect("/people/exemptions");
    }

    private async Task<FoundPeople?> FindAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        Terms = Form.Read(Programmes, clock.Today(), ModelState, texts);
        if (Terms is null)
        {
            return null;
        }

        var found = await chosen.FindAsync(Terms.AgencyId, Choice, cancellationToken);
        if (found.People.Count == 0)
        {
            ModelState.AddModelError(nameof(Words), texts["NobodyChosen"]);
            return null;
        }

        return Found = found;
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Programmes = await choices.ProgrammesAsync(cancellationToken);
        Units = await choices.UnitsAsync(cancellationToken);
    }

    private PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
