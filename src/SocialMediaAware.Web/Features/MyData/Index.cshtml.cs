using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.MyData;

/// <summary>A table with its first rows.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">Its newest rows.</param>
/// <param name="HasMore">Whether there are more.</param>
public sealed record OwnTablePart(IOwnTable Table, IReadOnlyList<object> Rows, bool HasMore);

/// <summary>All that the portal holds on whoever is signed in: the newest of each kind, and the way to the rest.</summary>
public sealed class IndexModel(
    PortalDbContext database,
    OwnTables tables,
    Corrections corrections,
    SignedIn signedIn
) : PageModel
{
    /// <summary>How many rows of each table are shown here.</summary>
    public const int RowsShown = 5;

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The tables that hold anything, by their group.</summary>
    public IReadOnlyList<IGrouping<string, OwnTablePart>> Groups { get; private set; } = [];

    /// <summary>The tables in which there is nothing.</summary>
    public IReadOnlyList<IOwnTable> Empty { get; private set; } = [];

    /// <summary>What they said is wrong, the newest first.</summary>
    public IReadOnlyList<CorrectionRequest> Requests { get; private set; } = [];

    /// <summary>Whether there is an agency that can be asked for a correction.</summary>
    public bool CanAsk { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        // It names people: nothing between us and them keeps a copy.
        Response.Headers.CacheControl = "no-store";
        var ids = await tables.IdsOfAsync(signedIn, cancellationToken);
        List<OwnTablePart> parts = [];
        foreach (var table in OwnTables.All)
        {
            var rows = await table.ReadAsync(database, ids, 0, RowsShown + 1, cancellationToken);
            parts.Add(new(table, [.. rows.Take(RowsShown)], rows.Count > RowsShown));
        }

        Groups = [.. parts.Where(part => part.Rows.Count > 0).GroupBy(part => part.Table.Group)];
        Empty = [.. parts.Where(part => part.Rows.Count == 0).Select(part => part.Table)];
        Requests = await corrections.OwnAsync(ids, cancellationToken);
        CanAsk = (await corrections.AgenciesAsync(ids, cancellationToken)).Count > 0;
    }
}
