using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>The days of a position were wrong: it is learnt with the right ones, and what was believed before stays known as such.</summary>
public sealed class CorrectModel(
    RecordAccess access,
    ChangingPlacement changing,
    IStringLocalizer<PeopleTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>The first day.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>The last day; nothing while none is known.</summary>
    [BindProperty]
    public string? LastDay { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Whose record it is.</summary>
    public OpenedRecord Record { get; private set; } = null!;

    /// <summary>The position, as it is believed now.</summary>
    public Placement Placement { get; private set; } = null!;

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

        (From, LastDay) = (
            Placement.HoldsFrom.ForField(),
            Placement.HoldsUntil?.AddDays(-1).ForField()
        );
        return Page();
    }

    /// <summary>Corrects them.</summary>
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

        var fields = new FieldReader(ModelState, texts, clock.Today());
        var from = fields.Day(nameof(From), From);
        var until = fields.Until(nameof(LastDay), LastDay, from);
        var reason = fields.Reason(Reason);
        if (fields.IsValid)
        {
            var isDone = await changing.ChangeAsync(
                Record,
                placement,
                reason,
                (old, change) => [PlacementEdits.Correct(old, from, until, change)],
                cancellationToken
            );
            if (isDone)
            {
                TempData[nameof(PersonPageModel.Notice)] = texts["CorrectDone"].Value;
                return Redirect($"/people/person/{person}");
            }

            fields.Wrong("", "ChangedMeanwhile");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
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
}
