using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Takes a death back that was recorded by mistake. Each view is written to the audit log.</summary>
public sealed class DeathsModel(
    DeathList list,
    RecordAccess access,
    RecordingDeath death,
    SignedIn signedIn,
    AuditLog audit,
    IStringLocalizer<PeopleTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>A part of a name.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>Who lives, by id.</summary>
    [BindProperty]
    public string? Person { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Those who are found.</summary>
    public IReadOnlyList<DeathLine> People { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        People = await list.FindAsync(Words, cancellationToken);
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            signedIn.AgenciesAs(PortalRole.HumanResources)[0],
            "/people/died",
            "",
            cancellationToken
        );
    }

    /// <summary>Takes one back.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        People = await list.FindAsync(Words, cancellationToken);
        var fields = new FieldReader(ModelState, texts, clock.Today());
        if (!Guid.TryParse(Person, out var personId))
        {
            fields.Wrong(nameof(Person), "WhoLivesMissing");
        }

        var reason = fields.Reason(Reason);
        if (fields.IsValid)
        {
            if (await death.TakeBackAsync(personId, access.KeptAgencies, reason, cancellationToken))
            {
                TempData[nameof(PersonPageModel.Notice)] = texts["DeathTakenBack"].Value;
                return Redirect($"/people/person/{personId}");
            }

            fields.Wrong(nameof(Person), "WhoLivesMissing");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
