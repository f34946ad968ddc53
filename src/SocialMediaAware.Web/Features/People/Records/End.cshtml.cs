using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>One position of somebody ends, and others stay.</summary>
public sealed class EndModel(
    RecordAccess access,
    ChangingPlacement changing,
    IStringLocalizer<PeopleTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>The last day.</summary>
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

        LastDay = Placement.HoldsUntil?.AddDays(-1).ForField();
        return Page();
    }

    /// <summary>Ends it.</summary>
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
        var lastDay = fields.Day(nameof(LastDay), LastDay);
        if (fields.IsValid && lastDay < Placement.HoldsFrom)
        {
            fields.Wrong(nameof(LastDay), "LastDayBeforeFirst");
        }

        var reason = fields.Reason(Reason);
        if (fields.IsValid)
        {
            var isDone = await changing.ChangeAsync(
                Record,
                placement,
                reason,
                (old, change) =>
                    [PlacementEdits.Correct(old, old.HoldsFrom, lastDay.AddDays(1), change)],
                cancellationToken
            );
            if (isDone)
            {
                TempData[nameof(PersonPageModel.Notice)] = texts[
                    "EndDone",
                    lastDay.InWords()
                ].Value;
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
