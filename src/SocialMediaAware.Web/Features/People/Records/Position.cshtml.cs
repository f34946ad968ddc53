using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Gives somebody another position beside what they have, or one after they came back.</summary>
public sealed class PositionModel(
    RecordAccess access,
    PlacementFormReader reader,
    UnitChoices units,
    PlacingPerson placing,
    ContentStore content,
    IStringLocalizer<PeopleTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>What is asked.</summary>
    public PlacementForm Form { get; private set; } = new();

    /// <summary>Whose record it is.</summary>
    public OpenedRecord Record { get; private set; } = null!;

    /// <summary>What can be chosen.</summary>
    public PlacementChoices Choices { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(Guid person, CancellationToken cancellationToken)
    {
        if (await access.FindKeptAsync(person, cancellationToken) is not { } record)
        {
            return NotFound();
        }

        Record = record;
        Form = PlacementForm.New(clock.Today());
        return await ShowAsync(cancellationToken);
    }

    /// <summary>Gives it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid person, CancellationToken cancellationToken)
    {
        if (await access.FindKeptAsync(person, cancellationToken) is not { } record)
        {
            return NotFound();
        }

        Record = record;
        await TryUpdateModelAsync(Form, "");
        var fields = reader.FieldsOf(ModelState, texts);
        var entry = await reader.ReadAsync(Form, fields, null, person, cancellationToken);
        if (entry is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync(cancellationToken);
        }

        await placing.PlaceAsync(person, entry, cancellationToken);
        TempData[nameof(PersonPageModel.Notice)] = texts[
            "PositionDone",
            entry.Wish.Position,
            entry.From.InWords()
        ].Value;
        return Redirect($"/people/person/{person}");
    }

    private async Task<PageResult> ShowAsync(CancellationToken cancellationToken)
    {
        var trees = await units.TreesAsync(null, cancellationToken);
        Choices = new PlacementChoices(Form, trees, content.Library.Regions());
        return Page();
    }
}
