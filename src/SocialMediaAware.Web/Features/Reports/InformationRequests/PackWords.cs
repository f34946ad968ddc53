using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Writes figures as they are told: a number, or that it is withheld.</summary>
public sealed class PackWords(IStringLocalizer<InformationRequestsTexts> texts)
{
    /// <summary>A figure such as 1,407. A change is told in words: a minus sign would be taken for a formula in a spreadsheet.</summary>
    public string Of(PackFigure figure) =>
        figure.Row.IsChange ? ChangeOf(figure.Count) : Figure.Of(figure.Count);

    /// <summary>What stands in place of a figure that is withheld.</summary>
    public string Withheld => texts["Withheld"];

    /// <summary>Where a figure is found, in words: the row's, then the column's.</summary>
    public string PlaceOf(PackTable table, PackFigure figure) =>
        texts[
            "FigurePlace",
            string.Join(" · ", figure.Row.Labels.Where(label => label.Length > 0)),
            table.ColumnTitles[figure.Column]
        ];

    private string ChangeOf(int change) =>
        change switch
        {
            0 => "0",
            < 0 => texts["Fewer", Figure.Of(-change)],
            _ => texts["More", Figure.Of(change)],
        };
}
