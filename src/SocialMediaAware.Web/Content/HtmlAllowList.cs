using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SocialMediaAware.Web.Content;

/// <summary>
/// The last gate before a reader: reads HTML as a browser would, keeps only what is listed here, and adds what
/// accessibility asks for. Whatever is not listed loses its element and keeps its text.
/// </summary>
internal static partial class HtmlAllowList
{
    private const string ClassPrefix = "sma-";

    private static readonly Dictionary<string, string[]> AllowedAttributes = new(
        StringComparer.Ordinal
    )
    {
        ["p"] = ["class"],
        ["div"] = ["class", "role", "tabindex", "aria-label"],
        ["h2"] = ["id"],
        ["h3"] = ["id"],
        ["h4"] = ["id"],
        ["h5"] = ["id"],
        ["h6"] = ["id"],
        ["ul"] = [],
        ["ol"] = ["start"],
        ["li"] = ["id"],
        ["strong"] = [],
        ["em"] = [],
        ["a"] = ["href", "rel", "id", "class", "aria-label"],
        ["abbr"] = ["title", "lang"],
        ["span"] = ["lang"],
        ["blockquote"] = [],
        ["code"] = [],
        ["pre"] = [],
        ["table"] = [],
        ["thead"] = [],
        ["tbody"] = [],
        ["tr"] = [],
        ["th"] = ["scope", "class"],
        ["td"] = ["class"],
        ["hr"] = [],
        ["br"] = [],
        ["sup"] = [],
        ["img"] = ["src", "alt"],
    };

    private static readonly string[] NeverItsText =
    [
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "svg",
        "math",
    ];

    public static (string Html, string PlainText) Clean(string html, MarkdownPlace place)
    {
        var document = new HtmlParser().ParseDocument($"<!doctype html><body>{html}</body>");
        var body = document.Body!;
        var dressing = new HtmlDressing(document, place);
        dressing.Dress(body);
        foreach (var element in body.QuerySelectorAll("*").ToList())
        {
            Clean(element);
        }

        dressing.WrapTables(body);
        return (body.InnerHtml.Trim(), PlainTextOf(body));
    }

    private static void Clean(IElement element)
    {
        if (!AllowedAttributes.TryGetValue(element.LocalName, out var allowed))
        {
            Unwrap(element);
            return;
        }

        foreach (var attribute in element.Attributes.ToList())
        {
            if (
                !allowed.Contains(attribute.LocalName, StringComparer.Ordinal)
                || !IsAllowedValue(attribute.LocalName, attribute.Value)
            )
            {
                element.RemoveAttribute(attribute.Name);
            }
        }

        if (
            element is IHtmlAnchorElement
            && !element.HasAttribute("href")
            && !element.HasAttribute("id")
        )
        {
            Unwrap(element);
        }
        else if (element is IHtmlImageElement && !element.HasAttribute("src"))
        {
            element.Remove();
        }
    }

    private static bool IsAllowedValue(string name, string value) =>
        name switch
        {
            "href" => AllowedHref().IsMatch(value),
            "src" => AllowedImage().IsMatch(value),
            "id" => Id().IsMatch(value),
            "class" => value
                .Split(' ')
                .All(static each => each.StartsWith(ClassPrefix, StringComparison.Ordinal)),
            "start" => value.All(char.IsAsciiDigit),
            _ => true,
        };

    private static void Unwrap(IElement element)
    {
        if (NeverItsText.Contains(element.LocalName, StringComparer.Ordinal))
        {
            element.Remove();
            return;
        }

        element.Replace([.. element.ChildNodes]);
    }

    private static string PlainTextOf(IElement body)
    {
        var text = new StringBuilder();
        foreach (var node in body.Descendants())
        {
            if (
                node is IElement
                {
                    LocalName: "p"
                        or "li"
                        or "h2"
                        or "h3"
                        or "h4"
                        or "h5"
                        or "h6"
                        or "td"
                        or "th"
                        or "pre"
                        or "br"
                }
            )
            {
                text.Append('\n');
            }
            else if (node is IText words && !IsHidden(words))
            {
                text.Append(words.Data.Replace('\n', ' '));
            }
        }

        var lines = text.ToString()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join('\n', lines);
    }

    private static bool IsHidden(INode words) =>
        words
            .Ancestors<IElement>()
            .Any(static above =>
                above.ClassName is not null
                && above.ClassName.Contains("sma-footnote-", StringComparison.Ordinal)
            );

    [GeneratedRegex(
        @"^(https://[^\s\\""'<>]+|mailto:[^\s\\""'<>]+|tel:[+0-9-]+|/([^\s/\\""'<>][^\s\\""'<>]*)?|#[A-Za-z][\w:-]*)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AllowedHref();

    [GeneratedRegex(
        @"^(https://[^\s\\""'<>]+|/[^\s/\\""'<>][^\s\\""'<>]*)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AllowedImage();

    [GeneratedRegex(
        "^[a-z][a-z0-9-]*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Id();
}
