using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using SocialMediaAware.Web.Features.Reports.Exports;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>Addresses of the report's pages that keep what was chosen, so that a view can be kept and shared.</summary>
public static class CompletionAddress
{
    /// <summary>The report's first page.</summary>
    public const string Units = "/reports/completion";

    /// <summary>The list of people.</summary>
    public const string People = "/reports/completion/people";

    /// <summary>The tables as files.</summary>
    public const string Download = "/reports/completion/download";

    /// <summary>The one page for the Minister's office.</summary>
    public const string OnePage = "/reports/one-page";

    /// <summary>The figures by unit, as a download's address names them.</summary>
    public const string UnitsTable = "units";

    /// <summary>The people, as a download's address names them.</summary>
    public const string PeopleTable = "people";

    /// <summary>Where a table of this view can be had as files.</summary>
    /// <param name="scope">What was chosen.</param>
    /// <param name="table">Which table.</param>
    /// <param name="status">Where people stand; null or nothing for everybody.</param>
    public static ReportDownloads Downloads(
        CompletionScope scope,
        string table,
        string? status = null
    ) =>
        ReportDownloads.Of(format =>
            Of(scope, Download, status: status, table: table, format: format)
        );

    /// <summary>An address of this view.</summary>
    /// <param name="scope">What was chosen.</param>
    /// <param name="path">Which page.</param>
    /// <param name="unitId">Another unit; null for the one chosen.</param>
    /// <param name="status">Where people stand; null or nothing for everybody.</param>
    /// <param name="page">Which page of a list; 1 is left out.</param>
    /// <param name="table">Which table of a download.</param>
    /// <param name="format">As what a download is wanted; null for CSV.</param>
    /// <param name="sort">In which order the units stand; null or nothing for the tree's.</param>
    public static string Of(
        CompletionScope scope,
        string path,
        Guid? unitId = null,
        string? status = null,
        int page = 1,
        string? table = null,
        ReportFormat? format = null,
        string? sort = null
    )
    {
        var query = new QueryBuilder { { "unit", (unitId ?? scope.Place.Unit.Id).ToString() } };
        if (scope.Programme is { } programme)
        {
            query.Add("programme", programme.Id.ToString());
        }

        query.Add("asat", scope.AsAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (!string.IsNullOrEmpty(status))
        {
            query.Add("status", status);
        }

        if (table is not null)
        {
            query.Add("table", table);
        }

        if (format is { } wanted)
        {
            query.Add("format", wanted.Word());
        }

        if (!string.IsNullOrEmpty(sort))
        {
            query.Add("sort", sort);
        }

        if (page > 1)
        {
            query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        }

        // Last, because it can be long, and the audit log keeps the beginning of an address.
        if (scope.Programme is not null)
        {
            query.Add("cycle", scope.Cycle ?? CompletionScopes.AllCycles);
        }

        return path + query.ToQueryString();
    }
}
