using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Somebody has died.</summary>
public sealed class DiedModel(
    RecordAccess access,
    RecordingDeath death,
    IStringLocalizer<PeopleTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>The day.</summary>
    [BindProperty]
    public string? Day { get; set; }

    /// <summary>How it is known.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Whose record it is.</summary>
    public OpenedRecord Record { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(Guid person, CancellationToken cancellationToken)
    {
        if (await access.FindKeptAsync(person, cancellationToken) is not { } record)
        {
            return NotFound();
        }

        Record = record;
        return Page();
    }

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid person, CancellationToken cancellationToken)
    {
        if (await access.FindKeptAsync(person, cancellationToken) is not { } record)
        {
            return NotFound();
        }

        Record = record;
        var fields = new FieldReader(ModelState, texts, clock.Today());
        var day = fields.Day(nameof(Day), Day);
        if (day > clock.Today())
        {
            fields.Wrong(nameof(Day), "DayLater");
        }

        var reason = fields.Reason(Reason);
        if (!fields.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await death.RecordAsync(record, day, reason, cancellationToken);
        TempData[nameof(PeopleIndexModel.Notice)] = texts["DiedDone"].Value;
        return Redirect("/people");
    }
}
