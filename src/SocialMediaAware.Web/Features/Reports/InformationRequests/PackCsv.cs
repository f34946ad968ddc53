using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Reports.Exports;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Writes a table of a pack as CSV. What is withheld says so, and has no rate beside it.</summary>
public sealed class PackCsv(PackWords words, IStringLocalizer<InformationRequestsTexts> texts)
{
    /// <summary>Writes it.</summary>
    public async Task<byte[]> WriteAsync(
        InformationPack pack,
        PackTable table,
        CancellationToken cancellationToken
    )
    {
        var hidden = pack
            .Request.Decisions.Where(one => one.Standing is DecisionStanding.Withheld)
            .Select(one => one.Key)
            .ToHashSet(StringComparer.Ordinal);
        string[] header =
        [
            texts["AsAtColumn"],
            .. table.Labels,
            .. table.ColumnTitles,
            .. table.HasRates ? (string[])[texts["RateColumn"]] : [],
        ];
        using var written = new MemoryStream();
        await CsvTable.WriteAsync(
            written,
            header,
            table.Rows.Select(row => RowOf(pack, table, row, hidden)).ToAsyncEnumerable(),
            cancellationToken
        );
        return written.ToArray();
    }

    private IReadOnlyList<ReportCell> RowOf(
        InformationPack pack,
        PackTable table,
        PackRow row,
        HashSet<string> hidden
    ) =>
        [
            ReportCell.Of((DateOnly?)pack.Request.AsAt),
            .. row.Labels.Select(label => ReportCell.Of(label)),
            .. row.Counts.Select(
                (count, column) =>
                {
                    var figure = new PackFigure(table.KeyOf(row, column), count, row, column);
                    return hidden.Contains(figure.Key) ? ReportCell.Of(words.Withheld)
                        : row.IsChange ? ReportCell.Of(words.Of(figure))
                        : ReportCell.Of((long?)figure.Count);
                }
            ),
            .. table.HasRates ? (ReportCell[])[RateOf(table, row, hidden)] : [],
        ];

    private ReportCell RateOf(PackTable table, PackRow row, HashSet<string> hidden) =>
        PackRates.Of(table, row, hidden) is { } rate ? ReportCell.OfRate(rate)
        : IsRateWithheld(row, hidden) ? ReportCell.Of(words.Withheld)
        : ReportCell.Empty;

    private static bool IsRateWithheld(PackRow row, HashSet<string> hidden) =>
        !row.IsChange
        && (
            hidden.Contains(PackTable.KeyOf(row.Key, FigureColumns.Due))
            || hidden.Contains(PackTable.KeyOf(row.Key, FigureColumns.Signed))
        );
}
