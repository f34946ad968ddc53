using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Shared;

namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>The units of an agency on a day. It names nobody, so views of it are not written down.</summary>
public sealed class IndexModel(
    UnitLists lists,
    UnitChoices choices,
    SignedIn signedIn,
    TimeProvider clock
) : PageModel
{
    /// <summary>How many units a page holds.</summary>
    public const int PageLength = 200;

    /// <summary>The agency asked for, by id.</summary>
    [FromQuery(Name = "agency")]
    public string? AgencyId { get; set; }

    /// <summary>The day asked for, such as 2027-06-30.</summary>
    [FromQuery(Name = "on")]
    public string? OnDay { get; set; }

    /// <summary>Words to look for in names and codes.</summary>
    [FromQuery(Name = "search")]
    public string? Search { get; set; }

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The agencies to choose from.</summary>
    public IReadOnlyList<AgencyChoice> Agencies { get; private set; } = [];

    /// <summary>The agency.</summary>
    public AgencyChoice Agency { get; private set; } = null!;

    /// <summary>The day.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Its units.</summary>
    public UnitList List { get; private set; } = null!;

    /// <summary>The lines of this page.</summary>
    public IReadOnlyList<UnitLine> Lines { get; private set; } = [];

    /// <summary>How many were found.</summary>
    public int Found { get; private set; }

    /// <summary>The way to other pages.</summary>
    public PageLinks Links { get; private set; } = null!;

    /// <summary>Whether the reader keeps these units.</summary>
    public bool CanChange => signedIn.Has(PortalRole.HumanResources, Agency.Id);

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "page")] string? pageNumber,
        CancellationToken cancellationToken
    )
    {
        Agencies = await choices.AgenciesAsync(
            cancellationToken,
            PortalRole.HumanResources,
            PortalRole.Auditor
        );
        if (UnitChoices.Named(Agencies, AgencyId) is not { } agency)
        {
            return NotFound();
        }

        Agency = agency;
        Day = DayField.Read(OnDay) ?? clock.Today();
        List = await lists.ReadAsync(agency.Id, Day, cancellationToken);
        var found = List.Lines.Where(IsFound).ToList();
        Found = found.Count;
        var pages = Math.Max(1, (Found + PageLength - 1) / PageLength);
        _ = int.TryParse(pageNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        page = Math.Clamp(page, 1, pages);
        Lines = [.. found.Skip((page - 1) * PageLength).Take(PageLength)];
        Links = PageLinks.Numbered(page, pages, AddressOf);
        return Page();
    }

    private bool IsFound(UnitLine line) =>
        string.IsNullOrWhiteSpace(Search)
        || SearchWords
            .Of($"{line.Node.Name} {line.Code}")
            .Contains(SearchWords.Of(Search.Trim()), StringComparison.Ordinal);

    private string AddressOf(int page) =>
        "/people/units"
        + new QueryBuilder
        {
            { "agency", Agency.Id.ToString() },
            { "on", Day.ForField() },
            { "search", Search ?? "" },
            { "page", page.ToString(CultureInfo.InvariantCulture) },
        };
}
