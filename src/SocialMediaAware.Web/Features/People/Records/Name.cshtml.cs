using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Calls somebody by another name from a day on.</summary>
public sealed class NameModel(
    RecordAccess access,
    NamingPerson naming,
    PortalDbContext database,
    IStringLocalizer<PeopleTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>What they want to be called.</summary>
    [BindProperty]
    public string? Preferred { get; set; }

    /// <summary>The name in the agency's records, where it is another.</summary>
    [BindProperty]
    public string? Official { get; set; }

    /// <summary>The first day.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>Why.</summary>
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
        var today = clock.Today();
        var now = await database
            .PersonNames.ShownOn(today, database.PersonNames)
            .Where(name => name.PersonId == person)
            .FirstOrDefaultAsync(cancellationToken);
        (Preferred, Official, From) = (now?.Name, now?.OfficialName, today.ForField());
        return Page();
    }

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid person, CancellationToken cancellationToken)
    {
        if (await access.FindKeptAsync(person, cancellationToken) is not { } record)
        {
            return NotFound();
        }

        Record = record;
        var fields = new FieldReader(ModelState, texts, clock.Today());
        var name = fields.Required(
            nameof(Preferred),
            Preferred,
            PersonName.NameLength,
            "NameMissing"
        );
        var official = fields.Optional(nameof(Official), Official, PersonName.NameLength);
        var from = fields.Day(nameof(From), From);
        var reason = fields.Reason(Reason);
        if (!fields.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await naming.ChangeAsync(record, name, official, from, reason, cancellationToken);
        TempData[nameof(PersonPageModel.Notice)] = texts["NameDone", name, from.InWords()].Value;
        return Redirect($"/people/person/{person}");
    }
}
