using Markdig.Extensions.Alerts;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace SocialMediaAware.Web.Content;

/// <summary>Writes an alert block as the portal's own component: a title in words, no icon alone.</summary>
internal sealed class AlertRenderer : HtmlObjectRenderer<AlertBlock>
{
    /// <summary>The kinds of alert that there are.</summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        "note",
        "tip",
        "important",
        "warning",
        "caution",
    ];

    /// <inheritdoc />
    protected override void Write(HtmlRenderer renderer, AlertBlock obj)
    {
        var written = obj.Kind.ToString().ToLowerInvariant();
        var kind = Kinds.Contains(written, StringComparer.Ordinal) ? written : Kinds[0];
        renderer.EnsureLine();
        renderer.Write(
            $"<div class=\"sma-alert sma-alert--{kind}\"><p class=\"sma-alert__title\">"
        );
        renderer.Write(char.ToUpperInvariant(kind[0]) + kind[1..]).WriteLine("</p>");
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        renderer.WriteChildren(obj);
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.WriteLine("</div>");
    }
}
