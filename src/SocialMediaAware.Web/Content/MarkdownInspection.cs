using System.Text.RegularExpressions;
using Markdig.Extensions.Alerts;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SocialMediaAware.Web.Content;

/// <summary>Looks through a parsed text: settles its links and heading ids, and says what its writer should mend.</summary>
internal sealed partial class MarkdownInspection(MarkdownPlace place, string text)
{
    private readonly List<MarkdownFinding> _findings = [];
    private readonly string[] _lines = text.Split('\n');

    public IReadOnlyList<MarkdownFinding> Findings => _findings;

    /// <summary>Reports HTML in the text as it would be if HTML were allowed.</summary>
    public void FindRawHtml(MarkdownDocument withHtml)
    {
        foreach (var found in withHtml.Descendants())
        {
            if (found is HtmlBlock or HtmlInline)
            {
                Report(
                    found.Line,
                    "There is raw HTML here.",
                    "Write it in Markdown; HTML is shown as it was typed."
                );
            }
        }
    }

    /// <summary>Gives links their addresses and headings their ids.</summary>
    public void Settle(MarkdownDocument document)
    {
        var headingAbove = place.HeadingAbove;
        foreach (var found in document.Descendants().ToList())
        {
            switch (found)
            {
                case HeadingBlock heading:
                    Settle(heading, ref headingAbove);
                    break;
                case LinkInline link:
                    Settle(link);
                    break;
                case AutolinkInline link:
                    Settle(link);
                    break;
                case AlertBlock alert:
                    Settle(alert);
                    break;
                case LiteralInline literal when Attributes().IsMatch(literal.Content.ToString()):
                    Report(
                        literal.Line,
                        "Attributes in braces are not used in texts.",
                        "Delete the braces; only a heading may have an id, such as {#your-rights}.",
                        Severity.Warning
                    );
                    break;
                default:
                    break;
            }
        }
    }

    private void Settle(HeadingBlock heading, ref int headingAbove)
    {
        if (heading.Level <= place.HeadingAbove)
        {
            Report(
                heading.Line,
                $"A heading of level {heading.Level} cannot stand here.",
                heading.Level == 1
                    ? "The title stands in the front matter; begin sections with two hashes."
                    : "Begin it with hashes, and leave an empty line above a line of hyphens."
            );
        }
        else if (heading.Level > headingAbove + 1)
        {
            Report(
                heading.Line,
                $"A heading level is skipped: level {heading.Level} follows level {headingAbove}.",
                $"Use {headingAbove + 1} hashes."
            );
        }

        headingAbove = Math.Max(heading.Level, place.HeadingAbove);
        if (
            heading.Inline?.LastChild is LiteralInline last
            && HeadingId().Match(last.Content.ToString()) is { Success: true } id
        )
        {
            last.Content = new Markdig.Helpers.StringSlice(id.Groups["text"].Value);
            heading.GetAttributes().Id = id.Groups["id"].Value;
        }
    }

    private void Settle(LinkInline link)
    {
        var written = (link.GetDynamicUrl?.Invoke() ?? link.Url ?? "").Trim();
        link.GetDynamicUrl = null;
        link.Url = Resolve(written, link.Line);
        if (link.IsImage && string.IsNullOrWhiteSpace(PlainTextOf(link)))
        {
            Report(
                link.Line,
                "The image has no alternative text.",
                "Say between the square brackets what the image tells: ![A map of the region](map.png)"
            );
        }
        else if (!link.IsImage && string.IsNullOrWhiteSpace(PlainTextOf(link)))
        {
            Report(
                link.Line,
                "The link has no text.",
                "Write between the square brackets where it leads."
            );
        }
    }

    private void Settle(AutolinkInline link)
    {
        var resolved = Resolve(link.IsEmail ? $"mailto:{link.Url}" : link.Url, link.Line);
        if (resolved.Length == 0)
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }
    }

    private void Settle(AlertBlock alert)
    {
        var kind = alert.Kind.ToString();
        if (!AlertRenderer.Kinds.Contains(kind, StringComparer.OrdinalIgnoreCase))
        {
            Report(
                alert.Line,
                $"There is no alert of the kind \"{FieldReader.Short(kind)}\".",
                "Use NOTE, TIP, IMPORTANT, WARNING or CAUTION."
            );
        }
    }

    private string Resolve(string written, int line)
    {
        var target = place.Resolve(written);
        if (target.Problem is not null)
        {
            Report(line, target.Problem, "Correct the address, or delete the link.");
        }

        return target.Href ?? "";
    }

    private static string PlainTextOf(ContainerInline container) =>
        string.Concat(
            container
                .Descendants<LeafInline>()
                .Select(static leaf =>
                    leaf switch
                    {
                        LiteralInline literal => literal.Content.ToString(),
                        CodeInline code => code.Content,
                        HtmlEntityInline entity => entity.Transcoded.ToString(),
                        AutolinkInline link => link.Url,
                        // An abbreviation stands in the text as a leaf of its own.
                        _ => "x",
                    }
                )
        );

    // Definitions come after the text, and their lines are not the writer's: they are reported at the place of use.
    private void Report(int line, string message, string mend, Severity severity = Severity.Error)
    {
        var number = line < _lines.Length ? line + 1 : 1;
        var finding = new MarkdownFinding(number, message, mend, severity);
        if (!_findings.Contains(finding))
        {
            _findings.Add(finding);
        }
    }

    [GeneratedRegex(
        @"^(?<text>.*?)[ \t]*\{#(?<id>[a-z][a-z0-9-]{0,79})\}[ \t]*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex HeadingId();

    [GeneratedRegex(
        @"\{[ \t]*([.#:][\w-]|[\w-]+[ \t]*=)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Attributes();
}
