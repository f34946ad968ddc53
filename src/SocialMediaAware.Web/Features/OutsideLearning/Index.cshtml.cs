using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>What people learnt elsewhere. Each view is written to the audit log.</summary>
public sealed class IndexModel(CompletionList list, AuditLog audit, SignedIn signedIn) : PageModel
{
    /// <summary>What was done just now; null for nothing.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>A part of a name.</summary>
    [FromQuery(Name = "search")]
    public string? Search { get; set; }

    /// <summary>Which page, from 1.</summary>
    [FromQuery(Name = "page")]
    public string? PageNumber { get; set; }

    /// <summary>The page.</summary>
    public CompletionPage List { get; private set; } = null!;

    /// <summary>Whether the reader may enter more.</summary>
    public bool CanEnter => signedIn.HasAnywhere(PortalRole.HumanResources);

    /// <summary>The address of another page of the list.</summary>
    public string AddressOf(int page) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/outside-learning?search={Uri.EscapeDataString(Search ?? "")}&page={page}"
        );

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        _ = int.TryParse(PageNumber, CultureInfo.InvariantCulture, out var page);
        List = await list.ReadAsync(Search, page, cancellationToken);
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            signedIn.AgencyIds.Take(2).ToArray() is [var only] ? only : null,
            "/outside-learning",
            string.Create(CultureInfo.InvariantCulture, $"page {List.Number}: {List.Lines.Count}"),
            cancellationToken
        );
    }
}
