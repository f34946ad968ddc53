using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>The packs that were drawn up, the newest first.</summary>
public sealed class IndexModel(InformationPacks packs, SignedIn signedIn) : PageModel
{
    /// <summary>The packs.</summary>
    public PackList List { get; private set; } = null!;

    /// <summary>Whether whoever looks may draw one up.</summary>
    public bool CanDrawUp => signedIn.HasAnywhere(PortalRole.HumanResources);

    /// <summary>Shows the list. What is no page gives the first.</summary>
    /// <param name="pageNumber">Which page, from 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task OnGetAsync(
        [FromQuery(Name = "page")] string? pageNumber,
        CancellationToken cancellationToken
    )
    {
        _ = int.TryParse(pageNumber, CultureInfo.InvariantCulture, out var page);
        List = await packs.ListAsync(page, cancellationToken);
    }
}
