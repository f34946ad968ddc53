namespace SocialMediaAware.Web.Features.Reports;

/// <summary>The orders in which units can be shown, as addresses name them.</summary>
public static class UnitOrder
{
    /// <summary>As in the tree.</summary>
    public const string Tree = "";

    /// <summary>By name.</summary>
    public const string Name = "name";

    /// <summary>The most due first.</summary>
    public const string Due = "due";

    /// <summary>The lowest rate first.</summary>
    public const string Rate = "rate";

    /// <summary>The most overdue first.</summary>
    public const string Overdue = "overdue";

    /// <summary>The order that an address names; the tree's for a word that is none.</summary>
    public static string Find(string? word) => word is Name or Due or Rate or Overdue ? word : Tree;

    /// <summary>The units in an order. The first row is the total and is left out.</summary>
    public static IReadOnlyList<UnitFigures> Ordered(
        this IReadOnlyList<UnitFigures> rows,
        string order
    )
    {
        var units = rows.Skip(1);
        return
        [
            .. order switch
            {
                Name => units.OrderBy(row => row.Unit.Name, People.NewZealandEnglish.Alphabet),
                Due => units.OrderByDescending(row => row.Figures.Due),
                // Where nobody is due there is no rate: such units come last.
                Rate => units.OrderBy(row => row.Figures.Rate ?? 2m),
                Overdue => units.OrderByDescending(row => row.Figures.Overdue),
                _ => units,
            },
        ];
    }
}
