using SocialMediaAware.Web.Features.Reports.Overview;
using SocialMediaAware.Web.Features.Reports.Suppression;

namespace SocialMediaAware.Web.Features.Reports.OnePage;

/// <summary>A number of the one page: told, too small to be told, or left out because another could be worked out from it.</summary>
/// <param name="Count">The number; null where it is not told.</param>
/// <param name="IsSmall">Whether it is not told because it is small itself.</param>
public readonly record struct ToldFigure(int? Count, bool IsSmall);

/// <summary>A programme on the one page.</summary>
/// <param name="Programme">Its figures in full, for what is never hidden: its name, round and due date.</param>
/// <param name="Figures">Its figures as they are told, by the key of their column.</param>
/// <param name="Rate">The rate from 0 to 1; null where it is not told or nobody is due.</param>
/// <param name="IsRateTold">Whether the rate is told.</param>
public sealed record OnePageRow(
    ProgrammeOverview Programme,
    IReadOnlyDictionary<string, ToldFigure> Figures,
    decimal? Rate,
    bool IsRateTold
);

/// <summary>
/// The figures of an agency for its Minister's office. What is released outside of the agency tells no number from 1 to 4, nor one
/// from which such a number could be worked out.
/// </summary>
public static class OnePageFigures
{
    private const int RateDecimals = 1;

    /// <summary>The columns, in order, by the keys of their names.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    ["Due", "Signed", "NotSigned", "Open", "Overdue", "Declined", "NotDue", "OnHold", "Left"];

    /// <summary>The rows as they may be told.</summary>
    public static IReadOnlyList<OnePageRow> Of(AgencyOverview overview)
    {
        var programmes = overview.Programmes.Where(row => row.Figures != CompletionFigures.None);
        return [.. programmes.Select(Row)];
    }

    private static OnePageRow Row(ProgrammeOverview programme)
    {
        var figures = programme.Figures;
        var counts = new Dictionary<string, int>
        {
            ["Due"] = figures.Due,
            ["Signed"] = figures.Signed,
            // It stands there because every reader can take the signed from the due: 97 of 100 tells of three.
            ["NotSigned"] = figures.Due - figures.Signed,
            ["Open"] = figures.Open,
            ["Overdue"] = figures.Overdue,
            ["Declined"] = figures.Declined,
            ["NotDue"] = figures.NotDue,
            ["OnHold"] = figures.OnHold,
            ["Left"] = figures.Left,
        };
        var hidden = SuppressionProposal
            .For(
                new Release(
                    [.. counts.Select(count => new ReleasedCell(count.Key, count.Value))],
                    [
                        new ReleasedSum("Due", ["Signed", "NotSigned"]),
                        new ReleasedSum("NotSigned", ["Open", "Overdue", "Declined"]),
                    ],
                    figures.Due == 0 ? [] : [new ReleasedRate("Signed", "Due", RateDecimals)]
                ),
                []
            )
            .ToDictionary(one => one.Key, one => one.Reason);
        var isRateTold = !hidden.ContainsKey("Due") && !hidden.ContainsKey("Signed");
        return new(
            programme,
            counts.ToDictionary(
                count => count.Key,
                count =>
                    hidden.TryGetValue(count.Key, out var reason)
                        ? new ToldFigure(null, reason == SuppressionReason.Small)
                        : new ToldFigure(count.Value, IsSmall: false)
            ),
            isRateTold ? figures.Rate : null,
            isRateTold
        );
    }
}
