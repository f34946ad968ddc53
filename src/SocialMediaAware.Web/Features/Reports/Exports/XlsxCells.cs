using System.Globalization;
using System.Xml;

namespace SocialMediaAware.Web.Features.Reports.Exports;

/// <summary>Writes cells, each with its value as what it is.</summary>
internal sealed class XlsxCells(XmlWriter writer, string[] columnNames)
{
    // Spreadsheets count the days from here, and are right from March 1900 on.
    private static readonly DateTime FirstDay = new(1899, 12, 30);
    private static readonly DateTime FirstRightDay = new(1900, 3, 1);

    private static readonly string[] Styles =
    [
        .. Enumerable
            .Range(0, XlsxStyles.Line + 1)
            .Select(style => style.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>Writes a row.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="cells">Its cells.</param>
    /// <param name="style">How all of them look; null for each by what it holds.</param>
    public void WriteRow(int number, IReadOnlyList<ReportCell> cells, int? style = null)
    {
        var rowName = number.ToString(CultureInfo.InvariantCulture);
        writer.WriteStartElement("row", XlsxSheet.Namespace);
        writer.WriteAttributeString("r", rowName);
        for (var column = 0; column < cells.Count; column++)
        {
            if (!cells[column].IsEmpty)
            {
                Write(columnNames[column] + rowName, cells[column], style);
            }
        }

        writer.WriteEndElement();
    }

    private void Write(string reference, ReportCell held, int? style)
    {
        writer.WriteStartElement("c", XlsxSheet.Namespace);
        writer.WriteAttributeString("r", reference);
        switch (held.Kind)
        {
            case ReportColumnKind.WholeNumber:
                WriteValue(style ?? XlsxStyles.WholeNumber, held.Number);
                break;
            case ReportColumnKind.Rate:
                WriteValue(style ?? XlsxStyles.Rate, held.Number);
                break;
            case ReportColumnKind.Date when held.Time >= FirstRightDay:
                WriteValue(style ?? XlsxStyles.Date, DaysTo(held.Time));
                break;
            case ReportColumnKind.Instant when held.Time >= FirstRightDay:
                WriteValue(style ?? XlsxStyles.Instant, DaysTo(held.Time));
                break;
            case ReportColumnKind.Text:
                WriteWords(style, held.Text!);
                break;
            default:
                WriteWords(style, held.Time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
        }

        writer.WriteEndElement();
    }

    // Rounded up, by less than a tenth of a millisecond: some programs cut a second off that is not quite there.
    private static decimal DaysTo(DateTime time) =>
        Math.Ceiling((time - FirstDay).Ticks / (decimal)TimeSpan.TicksPerDay * 1_000_000_000)
        / 1_000_000_000;

    private void WriteValue(int style, decimal number)
    {
        writer.WriteAttributeString("s", Styles[style]);
        writer.WriteElementString(
            "v",
            XlsxSheet.Namespace,
            number.ToString("0.#########", CultureInfo.InvariantCulture)
        );
    }

    private void WriteWords(int? style, string words)
    {
        var look =
            style ?? (Formulas.IsLike(words) ? XlsxStyles.WordsLikeAFormula : XlsxStyles.Words);
        writer.WriteAttributeString("s", Styles[look]);
        writer.WriteAttributeString("t", "inlineStr");
        writer.WriteStartElement("is", XlsxSheet.Namespace);
        writer.WriteStartElement("t", XlsxSheet.Namespace);
        if (char.IsWhiteSpace(words[0]) || char.IsWhiteSpace(words[^1]))
        {
            writer.WriteAttributeString("xml", "space", ns: null, "preserve");
        }

        writer.WriteString(XlsxText.Of(words));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
