using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SocialMediaAware.Web.Content;

/// <summary>Writes safe HTML as the plain text of a mail: paragraphs apart, lists with hyphens, addresses written out.</summary>
internal static class MailText
{
    /// <summary>How a template writes the one link of a mail.</summary>
    public const string LinkPlace = "{{link}}";

    /// <summary>What stands in its place while the template is made safe: braces are no address.</summary>
    public const string LinkStandIn = "https://link.invalid/";

    /// <summary>The text of some HTML.</summary>
    public static string Of(string html)
    {
        var document = new HtmlParser().ParseDocument($"<!doctype html><body>{html}</body>");
        var text = new StringBuilder();
        foreach (var block in document.Body!.Children)
        {
            Write(block, text);
        }

        return text.ToString().Trim();
    }

    private static void Write(IElement block, StringBuilder text)
    {
        if (block.LocalName is "ul" or "ol")
        {
            foreach (var item in block.Children)
            {
                text.Append("- ").Append(WordsOf(item)).Append('\n');
            }

            text.Append('\n');
        }
        else if (block.LocalName is "p" or "h2" or "h3" or "h4" or "h5" or "h6")
        {
            text.Append(WordsOf(block)).Append("\n\n");
        }
        else
        {
            foreach (var inner in block.Children)
            {
                Write(inner, text);
            }
        }
    }

    private static string WordsOf(IElement element)
    {
        var words = new StringBuilder();
        foreach (var node in element.Descendants())
        {
            if (node is IElement { LocalName: "br" })
            {
                words.Append(' ');
            }
            else if (node is IText text)
            {
                words.Append(text.Data.Replace('\n', ' '));
            }

            if (IsEndOfLink(node, out var href))
            {
                words.Append(": ").Append(href);
            }
        }

        return words.ToString().Trim();
    }

    private static bool IsEndOfLink(INode node, out string href)
    {
        var link = node.Parent as IElement;
        href =
            link is { LocalName: "a" } && node.NextSibling is null
                ? link.GetAttribute("href") ?? ""
                : "";
        href = href.Replace("mailto:", "", StringComparison.Ordinal);
        return href.Length > 0 && link!.TextContent != href;
    }
}
