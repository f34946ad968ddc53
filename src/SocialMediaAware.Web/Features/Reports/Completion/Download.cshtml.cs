using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Reports.Completion;

/// <summary>The tables of the report as CSV. Each download is written to the audit log before its first byte is sent.</summary>
public sealed class DownloadModel(CompletionScopes scopes, CompletionTables tables, AuditLog audit)
    : PageModel
{
    private const string PeopleTable = "people";
    private const string UnitsTable = "units";

    /// <summary>Gives the file. One has no room for a notice: what cannot be shown as it was asked is not found.</summary>
    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "")] CompletionQuestion question,
        string? status,
        string? table,
        CancellationToken cancellationToken
    )
    {
        var scope = await scopes.FindAsync(question, cancellationToken);
        var statuses = CompletionStatuses.Find(status);
        table ??= UnitsTable;
        if (
            scope is not { Notices: [] }
            || statuses is null
            || table is not (PeopleTable or UnitsTable)
        )
        {
            return NotFound();
        }

        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            scope.Place.AgencyId,
            CompletionAddress.Of(scope, CompletionAddress.Download, status: status, table: table),
            $"csv: {table}, {scope.Cycle ?? CompletionScopes.AllCycles}",
            cancellationToken
        );
        return new CsvResult(
            NameOf(scope, table),
            table == PeopleTable ? tables.OfPeople(scope, statuses) : tables.OfUnits(scope)
        );
    }

    private static string NameOf(CompletionScope scope, string table) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{table}-{(scope.Cycle ?? CompletionScopes.AllCycles).Replace('/', '-')}-as-at-{scope.AsAt:yyyy-MM-dd}.csv"
        );
}
