using System.Globalization;

namespace SocialMediaAware.Web.Content;

/// <summary>Renders the texts of one scenario.</summary>
internal sealed class ScenarioTexts(SafeMarkdown markdown, FileLog problems, MarkdownPlace place)
{
    public string Html(RawText text, string part) => Render(text, part).Html;

    public ScenarioOption Option(RawOption option, int index)
    {
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        var text = Render(option.Text, $"option-{number}");
        return new ScenarioOption(
            index,
            WithoutParagraph(text.Html),
            text.PlainText,
            option.IsRight,
            Html(option.Feedback, $"feedback-{number}")
        );
    }

    private RenderedMarkdown Render(RawText text, string part)
    {
        var rendered = markdown.Render(
            text.Markdown,
            place with
            {
                IdPrefix = $"{place.IdPrefix}-{part}",
            }
        );
        problems.AddFindings(rendered.Findings, linesBefore: text.Line - 1);
        return rendered;
    }

    private static string WithoutParagraph(string html) =>
        html.StartsWith("<p>", StringComparison.Ordinal)
        && html.EndsWith("</p>", StringComparison.Ordinal)
        && html.IndexOf("<p>", 1, StringComparison.Ordinal) < 0
            ? html["<p>".Length..^"</p>".Length]
            : html;
}
