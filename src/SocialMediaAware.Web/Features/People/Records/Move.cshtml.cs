using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Somebody moves to another unit or position from a day on, keeps both, or is lent for a time.</summary>
public sealed class MoveModel(
    RecordAccess access,
    PlacementFormReader reader,
    UnitChoices units,
    ChangingPlacement changing,
    ContentStore content,
    IStringLocalizer<PeopleTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>What is asked.</summary>
    public PlacementForm Form { get; private set; } = new();

    /// <summary>Whose record it is.</summary>
    public OpenedRecord Record { get; private set; } = null!;

    /// <summary>The position, as it is believed now.</summary>
    public Placement Placement { get; private set; } = null!;

    /// <summary>What can be chosen.</summary>
    public PlacementChoices Choices { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid person,
        Guid placement,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(person, placement, cancellationToken))
        {
            return NotFound();
        }

        Form = PlacementForm.Of(Placement, clock.Today());
        return await ShowAsync(cancellationToken);
    }

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid person,
        Guid placement,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(person, placement, cancellationToken))
        {
            return NotFound();
        }

        await TryUpdateModelAsync(Form, "");
        Form.KeepStanding(Placement);
        var fields = reader.FieldsOf(ModelState, texts);
        var entry = await reader.ReadAsync(Form, fields, Placement, person, cancellationToken);
        if (entry is not null)
        {
            var isDone = await changing.ChangeAsync(
                Record,
                placement,
                entry.Reason,
                (old, change) =>
                    PlacementEdits.Move(
                        old,
                        entry.Wish,
                        entry.From,
                        entry.Until,
                        entry.Becomes,
                        change
                    ),
                cancellationToken
            );
            if (isDone)
            {
                TempData[nameof(PersonPageModel.Notice)] = texts[
                    "MoveDone",
                    entry.From.InWords()
                ].Value;
                return Redirect($"/people/person/{person}");
            }

            fields.Wrong("", "ChangedMeanwhile");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(cancellationToken);
    }

    private async Task<bool> FindAsync(
        Guid person,
        Guid placement,
        CancellationToken cancellationToken
    )
    {
        if (await access.FindPlacementAsync(person, placement, cancellationToken) is not { } found)
        {
            return false;
        }

        (Record, Placement) = found;
        return true;
    }

    private async Task<PageResult> ShowAsync(CancellationToken cancellationToken)
    {
        var trees = await units.TreesAsync(Placement.AgencyId, cancellationToken);
        Choices = new PlacementChoices(Form, trees, content.Library.Regions());
        return Page();
    }
}
