using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Somebody leaves an agency: all their positions there end.</summary>
public sealed class LeftModel(
    RecordAccess access,
    LeavingAgency leaving,
    PortalDbContext database,
    IStringLocalizer<PeopleTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>Their last day.</summary>
    [BindProperty]
    public string? LastDay { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Whose record it is.</summary>
    public OpenedRecord Record { get; private set; } = null!;

    /// <summary>What would end.</summary>
    public IReadOnlyList<Placement> Placements { get; private set; } = [];

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(Guid person, CancellationToken cancellationToken)
    {
        LastDay = clock.Today().ForField();
        return await FindAsync(person, cancellationToken) ? Page() : NotFound();
    }

    /// <summary>Lets them leave.</summary>
    public async Task<IActionResult> OnPostAsync(Guid person, CancellationToken cancellationToken)
    {
        if (!await FindAsync(person, cancellationToken))
        {
            return NotFound();
        }

        var fields = new FieldReader(ModelState, texts, clock.Today());
        var lastDay = fields.Day(nameof(LastDay), LastDay);
        var reason = fields.Reason(Reason);
        if (fields.IsValid)
        {
            var isDone = await leaving.LeaveAsync(
                person,
                Record.AgencyId,
                lastDay,
                reason,
                cancellationToken
            );
            if (isDone)
            {
                TempData[nameof(PersonPageModel.Notice)] = texts[
                    "LeftDone",
                    Record.Name,
                    lastDay.InWords()
                ].Value;
                return Redirect($"/people/person/{person}");
            }

            fields.Wrong(nameof(LastDay), "LeftAlready");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(Guid person, CancellationToken cancellationToken)
    {
        if (await access.FindKeptAsync(person, cancellationToken) is not { } record)
        {
            return false;
        }

        Record = record;
        Placements = await database
            .Placements.FromDayOn(clock.Today())
            .AsNoTracking()
            .Where(placement =>
                placement.PersonId == person && placement.AgencyId == record.AgencyId
            )
            .OrderBy(placement => placement.HoldsFrom)
            .ToListAsync(cancellationToken);
        return true;
    }
}
