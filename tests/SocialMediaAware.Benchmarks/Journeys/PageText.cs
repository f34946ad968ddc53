using System.Net;
using System.Text.RegularExpressions;

namespace SocialMediaAware.Benchmarks.Journeys;

/// <summary>The little that a learner needs of a page: its heading, its form, its next link. A whole HTML parser would cost more than the portal.</summary>
internal sealed partial class PageText
{
    private const int PatienceInMilliseconds = 2000;
    private readonly string main;
    private readonly Match form;

    /// <summary>Reads a page.</summary>
    public PageText(string html)
    {
        var begin = html.IndexOf("<main", StringComparison.Ordinal);
        main = begin < 0 ? html : html[begin..];
        form = Form().Match(main);
    }

    /// <summary>The heading.</summary>
    public string Heading =>
        WebUtility.HtmlDecode(TheHeading().Match(main).Groups["words"].Value.Trim());

    /// <summary>Whether there is a form to send.</summary>
    public bool HasForm => form.Success;

    /// <summary>Where the form is sent; null for the page's own address.</summary>
    public string? Action =>
        Attribute(form.Groups["tag"].Value, "action") is { Length: > 0 } action ? action : null;

    /// <summary>Where the button that is a link leads; null without one.</summary>
    public string? Next =>
        ButtonLink().Match(main) is { Success: true } link
            ? WebUtility.HtmlDecode(link.Groups["address"].Value)
            : null;

    /// <summary>What the form holds hidden, its antiforgery token too.</summary>
    public IEnumerable<KeyValuePair<string, string>> Hidden =>
        Input()
            .Matches(form.Value)
            .Select(input => input.Value)
            .Where(input => Attribute(input, "type") == "hidden")
            .Select(input =>
                KeyValuePair.Create(Attribute(input, "name") ?? "", Attribute(input, "value") ?? "")
            );

    /// <summary>Whether the form asks for a field.</summary>
    public bool Asks(string field) =>
        Input().Matches(form.Value).Any(input => Attribute(input.Value, "name") == field);

    private static string? Attribute(string tag, string name)
    {
        var mark = $" {name}=\"";
        var begin = tag.IndexOf(mark, StringComparison.Ordinal);
        if (begin < 0)
        {
            return null;
        }

        begin += mark.Length;
        return WebUtility.HtmlDecode(tag[begin..tag.IndexOf('"', begin)]);
    }

    [GeneratedRegex(
        "(?<tag><form[^>]*>).*?</form>",
        RegexOptions.Singleline,
        PatienceInMilliseconds
    )]
    private static partial Regex Form();

    [GeneratedRegex("<h1[^>]*>(?<words>.*?)</h1>", RegexOptions.Singleline, PatienceInMilliseconds)]
    private static partial Regex TheHeading();

    [GeneratedRegex("<input[^>]*>", RegexOptions.None, PatienceInMilliseconds)]
    private static partial Regex Input();

    [GeneratedRegex(
        "<a class=\"govuk-button\" href=\"(?<address>[^\"]*)\"",
        RegexOptions.None,
        PatienceInMilliseconds
    )]
    private static partial Regex ButtonLink();
}
