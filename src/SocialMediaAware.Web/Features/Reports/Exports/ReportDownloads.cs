namespace SocialMediaAware.Web.Features.Reports.Exports;

/// <summary>Where a table can be had as files, for the links below it.</summary>
/// <param name="Spreadsheet">The address of the spreadsheet.</param>
/// <param name="Csv">The address of the CSV.</param>
public sealed record ReportDownloads(string Spreadsheet, string Csv)
{
    /// <summary>The links of a table.</summary>
    /// <param name="address">Gives its address as a format.</param>
    public static ReportDownloads Of(Func<ReportFormat, string> address) =>
        new(address(ReportFormat.Xlsx), address(ReportFormat.Csv));
}
