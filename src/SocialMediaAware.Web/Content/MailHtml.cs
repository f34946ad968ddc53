using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SocialMediaAware.Web.Content;

/// <summary>
/// Dresses the HTML of a mail's template: its one link becomes a button, and te reo Māori says that it is. What a mail shows is
/// written on its elements, because many programs for mail keep nothing else.
/// </summary>
internal sealed class MailHtml(TeReoWords teReo)
{
    // The colours of `--action` and `--on-action`. A border says where the button ends when colours are the reader's own.
    private const string Button =
        "display:inline-block;padding:12px 20px;border:1px solid #00664f;border-radius:6px;"
        + "background-color:#00664f;color:#ffffff;font-weight:600;text-decoration:none";

    /// <summary>Dresses it.</summary>
    /// <param name="html">Safe HTML, with <see cref="MailText.LinkStandIn" /> for the link.</param>
    /// <param name="language">The language of the mail.</param>
    /// <param name="hasButton">Whether the link that stands alone is a button.</param>
    public string Dress(string html, string language, bool hasButton)
    {
        var document = new HtmlParser().ParseDocument($"<!doctype html><body>{html}</body>");
        var body = document.Body!;
        foreach (var link in body.QuerySelectorAll($"a[href='{MailText.LinkStandIn}']"))
        {
            link.RemoveAttribute("rel");
            if (hasButton && IsAlone(link))
            {
                link.ParentElement!.ClassName = "sma-mail-action";
                link.ClassName = "sma-mail-button";
                link.SetAttribute("style", Button);
            }
        }

        if (!language.StartsWith("mi", StringComparison.Ordinal))
        {
            MarkTeReo(document, body);
        }

        return body.InnerHtml;
    }

    private void MarkTeReo(IDocument document, IElement body)
    {
        foreach (var text in body.Descendants<IText>().ToList())
        {
            var runs = teReo.RunsIn(text.Data);
            if (runs.Count > 0)
            {
                text.Replace([.. Pieces(document, text.Data, runs)]);
            }
        }
    }

    private static IEnumerable<INode> Pieces(
        IDocument document,
        string text,
        IReadOnlyList<(int Start, int Length)> runs
    )
    {
        var at = 0;
        foreach (var (start, length) in runs)
        {
            yield return document.CreateTextNode(text[at..start]);
            var words = document.CreateElement("span");
            words.SetAttribute("lang", "mi");
            words.TextContent = text.Substring(start, length);
            yield return words;
            at = start + length;
        }

        yield return document.CreateTextNode(text[at..]);
    }

    private static bool IsAlone(IElement link) =>
        link.ParentElement is { LocalName: "p" } paragraph
        && paragraph.ChildNodes.All(node =>
            node == link || (node is IText words && string.IsNullOrWhiteSpace(words.Data))
        );
}
