using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Changes where mail reaches somebody, and by whose dates they live.</summary>
public sealed class ContactModel(
    RecordAccess access,
    ReachingPerson reaching,
    IStringLocalizer<PeopleTexts> texts,
    TimeProvider clock
) : PageModel
{
    private static readonly string[] First = ["Pacific/Auckland", "Pacific/Chatham"];

    /// <summary>Their mail address; nothing for somebody without one.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The IANA name of their zone.</summary>
    [BindProperty]
    public string? Zone { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Whose record it is.</summary>
    public OpenedRecord Record { get; private set; } = null!;

    /// <summary>The zones to choose from: those of New Zealand first.</summary>
    public static IReadOnlyList<(string Value, string Text)> Zones { get; } =
    [
        .. First
            .Concat(
                TimeZoneInfo
                    .GetSystemTimeZones()
                    .Select(zone => zone.Id)
                    .Where(id => id.Contains('/', StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal)
            )
            .Distinct(StringComparer.Ordinal)
            .Select(id => (id, id.Replace('_', ' '))),
    ];

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(Guid person, CancellationToken cancellationToken)
    {
        if (await access.FindKeptAsync(person, cancellationToken) is not { } record)
        {
            return NotFound();
        }

        Record = record;
        (Email, Zone) = (record.Person.Email, record.Person.TimeZone);
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
        var email = fields.Address(nameof(Email), Email);
        if (Zones.All(zone => zone.Value != Zone))
        {
            fields.Wrong(nameof(Zone), "TimeZoneMissing");
        }

        var reason = fields.Reason(Reason);
        if (fields.IsValid)
        {
            if (await reaching.ChangeAsync(record, email, Zone!, reason, cancellationToken))
            {
                TempData[nameof(PersonPageModel.Notice)] = texts["ContactDone"].Value;
                return Redirect($"/people/person/{person}");
            }

            fields.Wrong(nameof(Email), "AddressTaken");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
