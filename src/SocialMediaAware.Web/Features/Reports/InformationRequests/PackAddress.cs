using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Addresses of packs.</summary>
public static class PackAddress
{
    /// <summary>The list.</summary>
    public const string List = "/reports/information-requests";

    /// <summary>Where one is begun.</summary>
    public const string New = $"{List}/new";

    /// <summary>A pack.</summary>
    public static string Of(Guid requestId) => $"{List}/{requestId}";

    /// <summary>A step of a pack.</summary>
    public static string Of(Guid requestId, string step) => $"{Of(requestId)}/{step}";

    /// <summary>A table of the pack's figures.</summary>
    /// <param name="requestId">The pack.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="rows">Which rows: <c>all</c>, or nothing for those with a figure to decide.</param>
    /// <param name="page">Which page, from 1.</param>
    public static string OfTable(Guid requestId, string table, string? rows = null, int page = 1)
    {
        var query = new QueryBuilder { { "table", table } };
        if (!string.IsNullOrEmpty(rows))
        {
            query.Add("rows", rows);
        }

        if (page > 1)
        {
            query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        }

        return Of(requestId, "figures") + query.ToQueryString();
    }

    /// <summary>A figure of a table.</summary>
    public static string OfFigure(Guid requestId, string table, string key) =>
        Of(requestId, "figure")
        + new QueryBuilder { { "table", table }, { "key", key } }.ToQueryString();
}
