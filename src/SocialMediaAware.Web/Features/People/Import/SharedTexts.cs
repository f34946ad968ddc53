using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>The texts that the cells of a workbook share: each is held once, and cells name its number.</summary>
internal static class SharedTexts
{
    /// <summary>Reads them in the order of their numbers.</summary>
    public static List<string> Read(SharedStringTablePart? part)
    {
        var texts = new List<string>();
        if (part is null)
        {
            return texts;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (
                reader.ElementType == typeof(SharedStringItem)
                && reader.IsStartElement
                && reader.LoadCurrentElement() is SharedStringItem item
            )
            {
                texts.Add(TextOf(item));
            }
        }

        return texts;
    }

    /// <summary>The words of a text, without how they look and without how they are spoken.</summary>
    public static string TextOf(RstType item) =>
        item.Text is { } whole
            ? whole.Text
            : string.Concat(item.Elements<Run>().Select(run => run.Text?.Text));
}
