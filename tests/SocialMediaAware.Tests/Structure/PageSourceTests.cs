using System.Text.RegularExpressions;
using System.Xml.Linq;
using SocialMediaAware.Tests.Support;

namespace SocialMediaAware.Tests.Structure;

/// <summary>What stands in pages: texts from resources, nothing inline, and keys that exist.</summary>
public sealed partial class PageSourceTests
{
    private static readonly IReadOnlyList<SourceFile> Pages = SourceFile.OfThePortal(".cshtml");

    [Fact]
    public void Pages_WhenTheyAreRead_HoldNoInlineScriptOrStyle() =>
        Assert.Empty(Pages.Where(page => Inline().IsMatch(page.Text)).Select(page => page.Path));

    [Fact]
    public void Texts_WhenAPageAsksForOne_ExistInItsRoom()
    {
        var missing =
            from page in Pages
            where page.Room is not null
            let keys = KeysOf(page.Room!)
            from Match match in Key().Matches(page.Text)
            where !keys.Contains(match.Groups[1].Value)
            select $"{page.Path}: {match.Groups[1].Value}";
        Assert.Empty(missing);
    }

    [Fact]
    public void Texts_WhenTheResourcesAreRead_HaveMacronsInNfc()
    {
        var files = SourceFile.OfThePortal("Texts.resx");
        Assert.NotEmpty(files);
        Assert.All(
            files,
            file =>
                Assert.True(file.Text.IsNormalized(System.Text.NormalizationForm.FormC), file.Path)
        );
        Assert.All(
            files,
            file =>
                Assert.DoesNotMatch(
                    @"\b(Maori|Kainga|Tena|whanau|Aotearoa New Zealanders)\b",
                    file.Text
                )
        );
    }

    [Fact]
    public void Pages_WhenTheyAreRead_HoldNoWordsOfTheirOwn()
    {
        var words =
            from page in Pages
            where page.Room is not null
            let text = Markup().Replace(Statements().Replace(page.Text, ""), "\n")
            from line in text.Split('\n')
            where Words().IsMatch(line) && !Code().IsMatch(line)
            select $"{page.Path}: {line.Trim()}";
        Assert.Empty(words);
    }

    // A room's own texts, and those of the rooms within it.
    private static HashSet<string> KeysOf(string room) =>
        [
            .. Directory
                .EnumerateFiles(
                    Repository.Folder("src", "SocialMediaAware.Web", "Features", room),
                    "*Texts.resx",
                    SearchOption.AllDirectories
                )
                .SelectMany(file => XDocument.Load(file).Descendants("data"))
                .Select(data => data.Attribute("name")!.Value),
        ];

    [GeneratedRegex(
        @"<style|\sstyle=|\son[a-z]+=""|<script(?![^>]*\ssrc=)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Inline();

    [GeneratedRegex(@"\bT\[""(\w+)""")]
    private static partial Regex Key();

    // Razor's own statements: code blocks, directives, conditions, comments.
    [GeneratedRegex(
        @"@\*[\s\S]*?\*@|@\{[^\n]*\}[ \t]*$|@\{[\s\S]*?^\}|@functions[\s\S]*?^\}|^[ \t]*(?:@?(?:if|else if|else|foreach|for|switch|while)\b.*|@await .*|case .*|default:|break;|var .*|[{}]+|@(?:page|model|using|inject|addTagHelper|section|implements).*)$",
        RegexOptions.Multiline
    )]
    private static partial Regex Statements();

    // Tags with all that is in them, and Razor expressions.
    [GeneratedRegex(
        @"<[^<>]*(?:""[^""]*""[^<>]*)*>|@\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|@[\w.!?]+(?:\[(?:[^\[\]]|\[[^\[\]]*\])*\]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\.[\w]+)*"
    )]
    private static partial Regex Markup();

    // What is left of statements over several lines.
    [GeneratedRegex(@"=>|;\s*$|^\s*(default:|\(|[?:&|]|string \w+\()")]
    private static partial Regex Code();

    [GeneratedRegex(@"[A-Za-zĀ-ū]{3,}")]
    private static partial Regex Words();
}
