using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.MoreTime;

/// <summary>The requests for more time that wait for HR. Each view is written to the audit log.</summary>
public sealed class OfAgencyModel(WaitingRequests waiting, SignedIn signedIn, AuditLog audit)
    : PageModel
{
    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The requests of this page.</summary>
    public WaitingPage List { get; private set; } = null!;

    /// <summary>The address of a page of the list.</summary>
    public string AddressOf(int page) =>
        string.Create(CultureInfo.InvariantCulture, $"/people/more-time?page={page}");

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(
        [FromQuery(Name = "page")] string? page,
        CancellationToken cancellationToken
    )
    {
        _ = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        List = await waiting.ForAgenciesAsync(number, cancellationToken);
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            signedIn.AgenciesAs(PortalRole.HumanResources)[0],
            AddressOf(List.Page),
            string.Create(CultureInfo.InvariantCulture, $"page {List.Page}: {List.Lines.Count}"),
            cancellationToken
        );
    }
}
