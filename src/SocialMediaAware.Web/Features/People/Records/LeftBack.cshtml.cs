using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Somebody was said to leave by mistake: what ended is learnt again as it was.</summary>
public sealed class LeftBackModel(
    RecordAccess access,
    LeavingAgency leaving,
    IStringLocalizer<PeopleTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Whose record it is.</summary>
    public OpenedRecord Record { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(Guid person, CancellationToken cancellationToken)
    {
        if (
            await access.FindKeptAsync(person, cancellationToken) is not { } record
            || await leaving.FindAsync(person, record.AgencyId, cancellationToken) is null
        )
        {
            return NotFound();
        }

        Record = record;
        return Page();
    }

    /// <summary>Takes it back.</summary>
    public async Task<IActionResult> OnPostAsync(Guid person, CancellationToken cancellationToken)
    {
        if (await access.FindKeptAsync(person, cancellationToken) is not { } record)
        {
            return NotFound();
        }

        Record = record;
        var fields = new FieldReader(ModelState, texts, clock.Today());
        var reason = fields.Reason(Reason);
        if (!fields.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        // A second click finds it taken back, which is what was asked.
        await leaving.TakeBackAsync(person, record.AgencyId, reason, cancellationToken);
        TempData[nameof(PersonPageModel.Notice)] = texts["LeftBackDone", record.Name].Value;
        return Redirect($"/people/person/{person}");
    }
}
