using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People.Records;
using SocialMediaAware.Web.Features.Reports;

namespace SocialMediaAware.Web.Features.People;

/// <summary>Lists the people of an agency. Each view is written to the audit log.</summary>
public sealed class PeopleIndexModel(
    ReportPlaces places,
    PeopleList list,
    SignedIn signedIn,
    ContentStore content,
    AuditLog audit,
    TimeProvider clock
) : PageModel
{
    /// <summary>A part of a name or address, or an employee number.</summary>
    [FromQuery(Name = "q")]
    public string? Words { get; set; }

    /// <summary>The unit, by id; nothing for the whole agency.</summary>
    [FromQuery(Name = "unit")]
    public string? UnitId { get; set; }

    /// <summary>How they stand to the agency.</summary>
    [FromQuery(Name = "kind")]
    public string? Kind { get; set; }

    /// <summary>Their region.</summary>
    [FromQuery(Name = "region")]
    public string? Region { get; set; }

    /// <summary>A task or position with duties of its own.</summary>
    [FromQuery(Name = "flag")]
    public string? Flag { get; set; }

    /// <summary>Where they stand today: a word of <see cref="PeopleStanding" />.</summary>
    [FromQuery(Name = "standing")]
    public string? Standing { get; set; }

    /// <summary>What was done on another page that led here.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The unit that is shown, and those to choose from.</summary>
    public ReportPlace Place { get; private set; } = null!;

    /// <summary>The people.</summary>
    public PeoplePage List { get; private set; } = null!;

    /// <summary>The regions with an anniversary day of their own.</summary>
    public IReadOnlyList<string> Regions => content.Library.Regions();

    /// <summary>Today, as a New Zealand date.</summary>
    public DateOnly Today => clock.Today();

    /// <summary>Whether whoever looks also changes.</summary>
    public bool MayChange => signedIn.Has(PortalRole.HumanResources, Place.AgencyId);

    /// <summary>Where the listed people stand.</summary>
    public PeopleStanding Chosen =>
        Enum.TryParse<PeopleStanding>(Standing, out var standing) && Enum.IsDefined(standing)
            ? standing
            : PeopleStanding.Current;

    /// <summary>The address of another page, or of the same search among others.</summary>
    public string AddressOf(int page, PeopleStanding? standing = null) =>
        PeopleSearchField.AddressOf(
            page,
            [
                ("q", Words),
                ("unit", UnitId),
                ("kind", Kind),
                ("region", Region),
                ("flag", Flag),
                ("standing", standing?.ToString() ?? Standing),
            ]
        );

    /// <summary>The address of another page.</summary>
    public string AddressOfPage(int page) => AddressOf(page);

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "page")] string? pageNumber,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        if (await places.FindAsync(UnitId, Today, now, cancellationToken) is not { } place)
        {
            return NotFound();
        }

        Place = place;
        Words = PeopleSearchField.Read(Words);
        _ = int.TryParse(pageNumber, CultureInfo.InvariantCulture, out var page);
        List = await list.ReadAsync(PeopleSearchField.SearchOf(this), page, cancellationToken);
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            place.AgencyId,
            AddressOf(List.Page),
            string.Create(CultureInfo.InvariantCulture, $"page {List.Page}: {List.People.Count}"),
            cancellationToken
        );
        return Page();
    }
}
