using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Reports.Exports;

namespace SocialMediaAware.Web.Features.Reports.Completion;

/// <summary>The tables of the report as files.</summary>
public sealed class DownloadModel(CompletionScopes scopes, CompletionTables tables) : PageModel
{
    /// <summary>Gives the file. One has no room for a notice: what cannot be shown as it was asked is not found.</summary>
    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "")] CompletionQuestion question,
        string? status,
        string? table,
        string? format,
        CancellationToken cancellationToken
    )
    {
        var scope = await scopes.FindAsync(question, cancellationToken);
        table ??= CompletionAddress.UnitsTable;
        if (
            scope is not { Notices: [] }
            || CompletionStatuses.Find(status) is null
            || table is not (CompletionAddress.PeopleTable or CompletionAddress.UnitsTable)
            || ReportFormats.Find(format) is not { } wanted
        )
        {
            return NotFound();
        }

        return new ExportResult(
            table == CompletionAddress.PeopleTable
                ? tables.OfPeople(scope, status)
                : tables.OfUnits(scope),
            wanted,
            scope.Place.AgencyId,
            CompletionAddress.Of(
                scope,
                CompletionAddress.Download,
                status: status,
                table: table,
                format: wanted
            )
        );
    }
}
