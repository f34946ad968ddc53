using Microsoft.AspNetCore.Mvc;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>A table as a CSV file that is written while it is read.</summary>
public sealed class CsvResult(string fileName, CompletionTable table) : IActionResult
{
    /// <inheritdoc />
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        await CsvTable.WriteAsync(
            response.Body,
            table.Header,
            table.Rows,
            context.HttpContext.RequestAborted
        );
    }
}
