using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Reports.Exports;

namespace SocialMediaAware.Web.Features.Reports.Modules;

/// <summary>The tables of these reports as files.</summary>
public sealed class ModuleDownloadModel(
    ModuleScopes scopes,
    ModuleReports reports,
    ObligationReports obligations,
    ModuleTables tables
) : PageModel
{
    /// <summary>Gives the file. One has no room for a notice: what cannot be shown as it was asked is not found.</summary>
    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "")] ModuleQuestion question,
        [FromQuery(Name = "table")] string? table,
        [FromQuery(Name = "module")] string? module,
        [FromQuery(Name = "format")] string? format,
        CancellationToken cancellationToken
    )
    {
        var scope = await scopes.FindAsync(question, cancellationToken);
        if (
            scope is not { IsRoundOfElsewhere: false }
            || ReportFormats.Find(format) is not { } wanted
            || await TableAsync(scope, table ?? "modules", module, cancellationToken)
                is not { } found
        )
        {
            return NotFound();
        }

        return new ExportResult(
            found,
            wanted,
            scope.Place.AgencyId,
            ModuleAddress.Of(scope, ModuleAddress.Download, table, module, wanted)
        );
    }

    private async Task<ReportTable?> TableAsync(
        ModuleScope scope,
        string table,
        string? module,
        CancellationToken cancellationToken
    )
    {
        var found = scope.FindModule(module ?? "");
        return table switch
        {
            "modules" when module is null => tables.OfModules(
                scope,
                await reports.ListAsync(scope, cancellationToken)
            ),
            "obligations" when module is null => tables.OfObligations(
                scope,
                await obligations.ReadAsync(scope, cancellationToken)
            ),
            "answers" when found is not null => tables.OfAnswers(
                scope,
                await reports.ReadAsync(scope, found, cancellationToken)
            ),
            "times" when found is not null => tables.OfTimes(
                scope,
                await reports.ReadAsync(scope, found, cancellationToken)
            ),
            _ => null,
        };
    }
}
