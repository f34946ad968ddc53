using System.Globalization;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

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

    private IReadOnlyList<string> RowOf(
        InformationPack pack,
        PackTable table,
        PackRow row,
        HashSet<string> hidden
    ) =>
        [
            pack.Request.AsAt.ForField(),
            .. row.Labels,
            .. row.Counts.Select(
                (count, column) =>
                {
                    var figure = new PackFigure(table.KeyOf(row, column), count, row, column);
                    return hidden.Contains(figure.Key) ? words.Withheld : words.ForFile(figure);
                }
            ),
            .. table.HasRates ? (string[])[RateOf(table, row, hidden)] : [],
        ];

    private string RateOf(PackTable table, PackRow row, HashSet<string> hidden) =>
        PackRates.Of(table, row, hidden)?.ToString("0.0000", CultureInfo.InvariantCulture)
        ?? (IsRateWithheld(row, hidden) ? words.Withheld : "");

    private static bool IsRateWithheld(PackRow row, HashSet<string> hidden) =>
        !row.IsChange
        && (
            hidden.Contains(PackTable.KeyOf(row.Key, FigureColumns.Due))
            || hidden.Contains(PackTable.KeyOf(row.Key, FigureColumns.Signed))
        );
}
