using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Reports.Exports;

namespace SocialMediaAware.Web.Features.Reports.Overview;

/// <summary>The tables of the overview as files.</summary>
public sealed class OverviewDownloadModel(
    CompletionScopes scopes,
    AgencyOverviews overviews,
    OverviewTables tables
) : PageModel
{
    /// <summary>Gives the file. One has no room for a notice: what cannot be shown as it was asked is not found.</summary>
    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "")] CompletionQuestion question,
        string? table,
        string? format,
        CancellationToken cancellationToken
    )
    {
        var scope = await scopes.FindAsync(question, cancellationToken);
        if (
            scope is not { Notices: [] }
            || table is null
            || !OverviewTables.All.Contains(table)
            || ReportFormats.Find(format) is not { } wanted
        )
        {
            return NotFound();
        }

        var overview = await overviews.CountAsync(
            scope.Place,
            scope.AsAt,
            scope.KnownAt,
            cancellationToken
        );
        return new ExportResult(
            tables.Of(table, overview),
            wanted,
            scope.Place.AgencyId,
            AddressOf(scope, table, wanted)
        );
    }

    /// <summary>The address of a table as a file.</summary>
    public static string AddressOf(CompletionScope scope, string table, ReportFormat format) =>
        "/reports/download"
        + new QueryBuilder
        {
            { "unit", scope.Place.AgencyId.ToString() },
            { "asat", scope.AsAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
            { "table", table },
            { "format", format.Word() },
        }.ToQueryString();

    /// <summary>The links of a table.</summary>
    public static ReportDownloads LinksOf(CompletionScope scope, string table) =>
        ReportDownloads.Of(format => AddressOf(scope, table, format));
}
