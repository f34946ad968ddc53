using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Enters somebody by hand. Whoever may be held already is shown first, and HR says whether it is the same person.</summary>
public sealed class AddModel(
    AddingPerson adding,
    PlacingPerson placing,
    Returners returners,
    PlacementFormReader reader,
    UnitChoices units,
    ContentStore content,
    IStringLocalizer<PeopleTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>Who they are among those who are held already, by id, or that they are new.</summary>
    [BindProperty]
    public string? Same { get; set; }

    /// <summary>What they want to be called.</summary>
    [BindProperty]
    public string? Preferred { get; set; }

    /// <summary>The name in the agency's records, where it is another.</summary>
    [BindProperty]
    public string? Official { get; set; }

    /// <summary>Where mail reaches them.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>What they do.</summary>
    public PlacementForm Form { get; private set; } = new();

    /// <summary>What can be chosen.</summary>
    public PlacementChoices Choices { get; private set; } = null!;

    /// <summary>Those who may be the same.</summary>
    public IReadOnlyList<Returner> Found { get; private set; } = [];

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Form = PlacementForm.New(clock.Today());
        return await ShowAsync(cancellationToken);
    }

    /// <summary>Enters them, or asks whether they are somebody who is held already.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await TryUpdateModelAsync(Form, "");
        var fields = reader.FieldsOf(ModelState, texts);
        var entered = await ReadAsync(fields, cancellationToken);
        if (entered is null)
        {
            return await ShowAsync(cancellationToken);
        }

        var wish = entered.Entry.Wish;
        Found = await returners.FindAsync(
            wish.Unit.AgencyId,
            entered.Name,
            entered.Email,
            wish.EmployeeNumber,
            cancellationToken
        );
        var same = Found.FirstOrDefault(one => one.PersonId.ToString() == Same);
        if (same is not null)
        {
            await placing.PlaceAsync(same.PersonId, entered.Entry, cancellationToken);
            return Done(same.PersonId, "CameBack", same.Name ?? entered.Name);
        }

        // The same number is the same person, and so is the same address: two cannot sign in with one.
        var isSure = Found.Any(one => one.Likeness is not Likeness.Name);
        if (Found.Count > 0 && (isSure || Same != "new"))
        {
            return await ShowAsync(cancellationToken);
        }

        if (await adding.AddAsync(entered, cancellationToken) is { } personId)
        {
            return Done(personId, "AddDone", entered.Name);
        }

        fields.Wrong(nameof(Email), "AddressTaken");
        return await ShowAsync(cancellationToken);
    }

    private async Task<NewPerson?> ReadAsync(
        FieldReader fields,
        CancellationToken cancellationToken
    )
    {
        const int length = PersonName.NameLength;
        var name = fields.Required(nameof(Preferred), Preferred, length, "NameMissing");
        var official = fields.Optional(nameof(Official), Official, length);
        var email = fields.Address(nameof(Email), Email);
        var entry = await reader.ReadAsync(Form, fields, null, null, cancellationToken);
        return entry is null ? null : new NewPerson(name, official, email, entry);
    }

    private RedirectResult Done(Guid personId, string textKey, string name)
    {
        TempData[nameof(PersonPageModel.Notice)] = texts[textKey, name].Value;
        return Redirect($"/people/person/{personId}");
    }

    private async Task<PageResult> ShowAsync(CancellationToken cancellationToken)
    {
        var trees = await units.TreesAsync(null, cancellationToken);
        Choices = new PlacementChoices(Form, trees, content.Library.Regions());
        Response.StatusCode = ModelState.IsValid ? 200 : 422;
        return Page();
    }
}
