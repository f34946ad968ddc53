using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Shared;

namespace SocialMediaAware.Web.Features.MyData;

/// <summary>All rows of one table of what is held on whoever is signed in, a page at a time.</summary>
public sealed class TableModel(PortalDbContext database, OwnTables tables, SignedIn signedIn)
    : PageModel
{
    private const int PageLength = 50;

    /// <summary>The table.</summary>
    public IOwnTable Table { get; private set; } = null!;

    /// <summary>The rows of this page.</summary>
    public IReadOnlyList<object> Rows { get; private set; } = [];

    /// <summary>The way to other pages.</summary>
    public PageLinks Links { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(
        string table,
        [FromQuery(Name = "page")] string? pageNumber,
        CancellationToken cancellationToken
    )
    {
        if (OwnTables.Find(table) is not { } found)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        Table = found;
        var ids = await tables.IdsOfAsync(signedIn, cancellationToken);
        var count = await found.CountAsync(database, ids, cancellationToken);
        var pages = Math.Max(1, (count + PageLength - 1) / PageLength);
        _ = int.TryParse(pageNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        page = Math.Clamp(page, 1, pages);
        Rows = await found.ReadAsync(
            database,
            ids,
            (page - 1) * PageLength,
            PageLength,
            cancellationToken
        );
        Links = PageLinks.Numbered(page, pages, number => $"/my-data/{found.Key}?page={number}");
        return Page();
    }
}
