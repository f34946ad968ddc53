using Microsoft.AspNetCore.Http.Extensions;
using SocialMediaAware.Web.Features.Reports.Exports;

namespace SocialMediaAware.Web.Features.Reports.Modules;

/// <summary>Addresses of these pages that keep what was chosen, so that a view can be kept and shared.</summary>
public static class ModuleAddress
{
    /// <summary>The list of modules.</summary>
    public const string Modules = "/reports/modules";

    /// <summary>The obligations.</summary>
    public const string Obligations = "/reports/obligations";

    /// <summary>The tables as files.</summary>
    public const string Download = "/reports/modules/download";

    /// <summary>The address of a module.</summary>
    public static string OfModule(ModuleScope scope, string slug) => Of(scope, $"{Modules}/{slug}");

    /// <summary>The address of a scenario's text on its module's page.</summary>
    public static string OfScenario(ModuleScope scope, ScenarioVersion version) =>
        $"{OfModule(scope, version.Scenario.ModuleSlug)}#{IdOf(version)}";

    /// <summary>The id of a scenario's text on its module's page: two texts of one scenario have two.</summary>
    public static string IdOf(ScenarioVersion version) =>
        version.IsCurrent
            ? version.Scenario.Slug
            : $"{version.Scenario.Slug}-{version.Scenario.HashHex[..8]}";

    /// <summary>Where a table can be had as files.</summary>
    public static ReportDownloads DownloadsOf(
        ModuleScope scope,
        string table,
        string? module = null
    ) => ReportDownloads.Of(format => Of(scope, Download, table, module, format));

    /// <summary>An address of this view.</summary>
    /// <param name="scope">What was chosen.</param>
    /// <param name="path">Which page.</param>
    /// <param name="table">Which table of a download.</param>
    /// <param name="module">Which module of a download.</param>
    /// <param name="format">As what it is downloaded.</param>
    public static string Of(
        ModuleScope scope,
        string path,
        string? table = null,
        string? module = null,
        ReportFormat? format = null
    )
    {
        var query = new QueryBuilder { { "agency", scope.Place.AgencyId.ToString() } };
        if (table is not null)
        {
            query.Add("table", table);
        }

        if (module is not null)
        {
            query.Add("module", module);
        }

        if (format is { } wanted)
        {
            query.Add("format", wanted.Word());
        }

        if (scope.Cycle is { } cycle)
        {
            query.Add("cycle", cycle);
        }

        return path + query.ToQueryString();
    }
}
