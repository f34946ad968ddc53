using Markdig;
using Markdig.Extensions.Alerts;
using Markdig.Renderers;
using Markdig.Syntax;

namespace SocialMediaAware.Web.Content;

/// <summary>Something in a text of Markdown that its writer should know.</summary>
/// <param name="Line">The line of the text, counted from one.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Mend">How to put it right.</param>
/// <param name="Severity">How much it matters.</param>
public sealed record MarkdownFinding(
    int Line,
    string Message,
    string Mend,
    Severity Severity = Severity.Error
);

/// <summary>Where a link leads.</summary>
/// <param name="Href">The address for the page, or null where the link is refused.</param>
/// <param name="Problem">Why it is refused.</param>
public sealed record LinkTarget(string? Href, string? Problem);

/// <summary>What a text of Markdown needs to know of its place.</summary>
public sealed record MarkdownPlace
{
    /// <summary>What the text is about: names its tables for a screen reader.</summary>
    public required string Label { get; init; }

    /// <summary>Turns the address of a link or an image, as it was written, into one for the page.</summary>
    public required Func<string, LinkTarget> Resolve { get; init; }

    /// <summary>What keeps the ids of footnotes apart on a page with several texts; a slug.</summary>
    public string IdPrefix { get; init; } = "text";

    /// <summary>The level of the heading above the text: the first one inside is one deeper.</summary>
    public int HeadingAbove { get; init; } = 2;

    /// <summary>The words of the glossary that are te reo Māori.</summary>
    public IReadOnlySet<string> TeReoWords { get; init; } = new HashSet<string>();

    /// <summary>Definitions of footnotes, abbreviations and links that stand elsewhere in the file.</summary>
    public IReadOnlyList<string> Definitions { get; init; } = [];
}

/// <summary>A text of Markdown as it is shown.</summary>
/// <param name="Html">Safe HTML.</param>
/// <param name="PlainText">The text without markup, a line for each block.</param>
/// <param name="Findings">What its writer should know.</param>
public sealed record RenderedMarkdown(
    string Html,
    string PlainText,
    IReadOnlyList<MarkdownFinding> Findings
);

/// <summary>
/// Turns Markdown into HTML that is safe whoever wrote it. Three things stand between a writer and a reader: what is
/// pathological is refused before it is parsed; the parser knows neither raw HTML nor attributes; and what comes out is
/// read again and passed through a list of allowed elements, attributes and schemes. Nothing carries a style.
/// </summary>
public sealed class SafeMarkdown
{
    private readonly MarkdownPipeline _pipeline;
    private readonly MarkdownPipeline _withHtml;

    /// <summary>Prepares the parsers; one instance serves all texts, from any thread.</summary>
    public SafeMarkdown()
    {
        _pipeline = WithExtensions(new MarkdownPipelineBuilder().DisableHtml()).Build();
        _withHtml = WithExtensions(new MarkdownPipelineBuilder()).Build();
    }

    /// <summary>Renders a text. It never throws, whatever the text: what cannot be rendered is a finding.</summary>
    public RenderedMarkdown Render(string markdown, MarkdownPlace place)
    {
        var text = NormalisedText.WithLineFeeds(markdown);
        var whole = WithDefinitions(text, place.Definitions);
        if (MarkdownLimits.Refusal(whole) is { } refusal)
        {
            var isInText = refusal.Line <= text.AsSpan().Count('\n') + 1;
            return Refused(isInText ? refusal : refusal with { Line = 1 });
        }

        try
        {
            return RenderWithinLimits(text, whole, place);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // The parser gives up by throwing, for example on nesting that the limits did not foresee.
            return Refused(
                new MarkdownFinding(
                    1,
                    "The text cannot be read as Markdown.",
                    "Write it more simply."
                )
            );
        }
    }

    private RenderedMarkdown RenderWithinLimits(string text, string whole, MarkdownPlace place)
    {
        var document = Markdown.Parse(whole, _pipeline);
        var inspection = new MarkdownInspection(place, text);
        inspection.FindRawHtml(Markdown.Parse(whole, _withHtml));
        inspection.Settle(document);
        var (html, plainText) = HtmlAllowList.Clean(ToHtml(document), place);
        return new RenderedMarkdown(html, plainText, inspection.Findings);
    }

    private string ToHtml(MarkdownDocument document)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        _pipeline.Setup(renderer);
        renderer.ObjectRenderers.RemoveAll(static each => each is AlertBlockRenderer);
        renderer.ObjectRenderers.Insert(0, new AlertRenderer());
        renderer.Render(document);
        writer.Flush();
        return writer.ToString();
    }

    private static string WithDefinitions(string text, IReadOnlyList<string> definitions) =>
        definitions.Count == 0 ? text : $"{text}\n\n{string.Join("\n\n", definitions)}\n";

    private static RenderedMarkdown Refused(MarkdownFinding finding) => new("", "", [finding]);

    private static MarkdownPipelineBuilder WithExtensions(MarkdownPipelineBuilder builder) =>
        builder.UsePipeTables().UseFootnotes().UseAbbreviations().UseAlertBlocks().UseSmartyPants();
}
