using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Reports.Exports;

/// <summary>
/// A table as a file that is written while it is read. It stands in the audit log before its first byte is sent: what was taken, how
/// it was chosen, as at which day, and as what.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="format">As what.</param>
/// <param name="agencyId">Whose figures they are.</param>
/// <param name="address">The address with all that was chosen, as the audit log keeps it.</param>
public sealed class ExportResult(
    ReportTable table,
    ReportFormat format,
    Guid? agencyId,
    string address
) : IActionResult
{
    /// <inheritdoc />
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var request = context.HttpContext;
        await request
            .RequestServices.GetRequiredService<AuditLog>()
            .WriteAsync(
                AuditActions.ReportExported,
                agencyId,
                address,
                Detail(),
                request.RequestAborted
            );
        request.Response.ContentType = format.ContentType();
        request.Response.Headers.ContentDisposition =
            $"attachment; filename=\"{table.Name}.{format.Word()}\"";
        await request
            .RequestServices.GetRequiredService<ReportFiles>()
            .WriteAsync(table, format, request.Response.Body, request.RequestAborted);
    }

    private string Detail()
    {
        var heading = table.Heading;
        string[] said =
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"{format.Word()}: {heading.Title}; as at {heading.AsAt:yyyy-MM-dd}"
            ),
            .. new[] { heading.Programme, heading.Round, heading.Unit }.OfType<string>(),
            .. heading.Filters.Select(filter => $"{filter.Name}: {filter.Words}"),
        ];
        return string.Join("; ", said);
    }
}
