using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialMediaAware.Web.Features.Reports.Charts;

/// <summary>
/// A bar beside its number: <c>&lt;rate-bar rate="…"&gt;40.0%&lt;/rate-bar&gt;</c>. The number is the text, and the bar is hidden from screen
/// readers. It is no partial, because a table of a thousand units has a thousand of them.
/// </summary>
[HtmlTargetElement("rate-bar")]
public sealed class RateBar : TagHelper
{
    /// <summary>How much of the bar is filled, from 0 to 1; null for no bar.</summary>
    public decimal? Rate { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", "sma-bar__rate");
        if (Rate is { } rate)
        {
            output.PreElement.SetHtmlContent(
                $"""
                <svg class="sma-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="sma-bar__all" width="100" height="8"/><rect class="sma-bar__signed" width="{Figure.BarWidth(
                    rate
                )}" height="8"/></svg>
                """
                    + "\n"
            );
        }
    }
}
