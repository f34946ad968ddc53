using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>People who owe something and whom no mail reaches. Each view is written to the audit log.</summary>
public sealed class WithoutAddressModel(OutboxPages pages, AuditLog audit, SignedIn signedIn)
    : PageModel
{
    /// <summary>Which page, from 1.</summary>
    [FromQuery(Name = "page")]
    public string? PageNumber { get; set; }

    /// <summary>The people.</summary>
    public ListPage<UnreachedPerson> List { get; private set; } = null!;

    /// <summary>Whether whoever looks also keeps addresses.</summary>
    public bool MayChange => signedIn.HasAnywhere(PortalRole.HumanResources);

    /// <summary>The address of another page of the list.</summary>
    public string AddressOf(int page) =>
        string.Create(CultureInfo.InvariantCulture, $"/reminders/without-address?page={page}");

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        _ = int.TryParse(PageNumber, CultureInfo.InvariantCulture, out var page);
        List = await pages.ListUnreachedAsync(page, cancellationToken);
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            signedIn.AgencyIds.Take(2).ToArray() is [var only] ? only : null,
            AddressOf(List.Page),
            string.Create(CultureInfo.InvariantCulture, $"page {List.Page}: {List.Lines.Count}"),
            cancellationToken
        );
    }
}
