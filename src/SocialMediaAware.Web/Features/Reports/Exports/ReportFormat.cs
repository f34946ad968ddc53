namespace SocialMediaAware.Web.Features.Reports.Exports;

/// <summary>As what a table can be had.</summary>
public enum ReportFormat
{
    /// <summary>Comma-separated values, for other programs.</summary>
    Csv,

    /// <summary>A spreadsheet, for people.</summary>
    Xlsx,
}

/// <summary>Reads and writes formats as addresses, file names and the audit log do.</summary>
public static class ReportFormats
{
    /// <summary>The format that an address names, CSV where it names none; null for one that there is not.</summary>
    public static ReportFormat? Find(string? word) =>
        word switch
        {
            null or "" or "csv" => ReportFormat.Csv,
            "xlsx" => ReportFormat.Xlsx,
            _ => null,
        };

    /// <summary>Its word, which is a file's ending too.</summary>
    public static string Word(this ReportFormat format) =>
        format == ReportFormat.Xlsx ? "xlsx" : "csv";

    /// <summary>Its type, as browsers are told it.</summary>
    public static string ContentType(this ReportFormat format) =>
        format == ReportFormat.Xlsx
            ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            : "text/csv; charset=utf-8";
}
