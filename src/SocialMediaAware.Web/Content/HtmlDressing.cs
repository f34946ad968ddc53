using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace SocialMediaAware.Web.Content;

/// <summary>Adds to rendered Markdown what readers and assistive technology need.</summary>
internal sealed partial class HtmlDressing(IDocument document, MarkdownPlace place)
{
    /// <summary>Dresses links, table cells, footnotes and the words of the glossary.</summary>
    public void Dress(IElement body)
    {
        foreach (var link in body.QuerySelectorAll("a[href^='https:']"))
        {
            link.SetAttribute("rel", "external noopener noreferrer");
        }

        foreach (var cell in body.QuerySelectorAll("th"))
        {
            cell.SetAttribute("scope", "col");
        }

        foreach (var cell in body.QuerySelectorAll("th[style], td[style]"))
        {
            DressAlignment(cell);
        }

        foreach (var word in body.QuerySelectorAll("abbr"))
        {
            if (place.TeReoWords.Contains(word.TextContent))
            {
                word.SetAttribute("lang", "mi");
            }
        }

        DressFootnotes(body);
    }

    /// <summary>Puts each table into a region that scrolls by itself and that the keyboard reaches.</summary>
    public void WrapTables(IElement body)
    {
        foreach (var table in body.QuerySelectorAll("table").ToList())
        {
            var region = document.CreateElement("div");
            region.SetAttribute("class", "sma-table-scroll");
            region.SetAttribute("role", "region");
            region.SetAttribute("tabindex", "0");
            region.SetAttribute("aria-label", $"Table: {HeadingAbove(table) ?? place.Label}");
            table.Replace(region);
            region.AppendChild(table);
        }
    }

    private static string? HeadingAbove(IElement table)
    {
        for (
            var before = table.PreviousElementSibling;
            before is not null;
            before = before.PreviousElementSibling
        )
        {
            if (before.LocalName is "h2" or "h3" or "h4" or "h5" or "h6")
            {
                return before.TextContent.Trim();
            }
        }

        return null;
    }

    private static void DressAlignment(IElement cell)
    {
        var style = cell.GetAttribute("style") ?? "";
        cell.RemoveAttribute("style");
        var side =
            style.Contains("right", StringComparison.Ordinal) ? "right"
            : style.Contains("center", StringComparison.Ordinal) ? "centre"
            : null;
        if (side is not null)
        {
            cell.SetAttribute("class", $"sma-align-{side}");
        }
    }

    private void DressFootnotes(IElement body)
    {
        foreach (var notes in body.QuerySelectorAll("div.footnotes"))
        {
            notes.SetAttribute("class", "sma-footnotes");
            notes.QuerySelector("hr")?.Remove();
        }

        foreach (var marked in body.QuerySelectorAll("[id^='fn:'], [id^='fnref:']"))
        {
            marked.SetAttribute("id", WithPrefix(marked.Id!));
        }

        foreach (var link in body.QuerySelectorAll("a[href^='#fn:'], a[href^='#fnref:']"))
        {
            var href = link.GetAttribute("href")!;
            var number = Number().Match(href).Value;
            link.SetAttribute("href", "#" + WithPrefix(href[1..]));
            var isBack = href.StartsWith("#fnref:", StringComparison.Ordinal);
            link.SetAttribute("class", isBack ? "sma-footnote-back" : "sma-footnote-ref");
            link.SetAttribute(
                "aria-label",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(isBack ? "Back to note" : "Note")} {number}"
                )
            );
        }
    }

    private string WithPrefix(string id) => $"{place.IdPrefix}-{id.Replace(':', '-')}";

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
