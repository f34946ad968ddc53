using AngleSharp.Html.Parser;
using SocialMediaAware.Web.Content;
using static SocialMediaAware.Tests.Content.SmallContent;

namespace SocialMediaAware.Tests.Content;

public class SafeMarkdownTests
{
    [Theory]
    [InlineData("[click](javascript:alert(1))")]
    [InlineData("[click](JaVaScRiPt:alert(1))")]
    [InlineData("[click](java&#10;script:alert(1))")]
    [InlineData("[click](&#x6A;avascript:alert(1))")]
    [InlineData("[click](<java\tscript:alert(1)>)")]
    [InlineData("[click](\u0001javascript:alert(1))")]
    [InlineData("[click](vbscript:msgbox)")]
    [InlineData("[click](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[click](//evil.example.org/)")]
    [InlineData("[click](/\\evil.example.org/)")]
    [InlineData("[click](\\\\evil.example.org)")]
    [InlineData("[click](http://example.org)")]
    [InlineData("[click](file:///etc/passwd)")]
    [InlineData("[click](https:evil)")]
    [InlineData("[click](/logout)")]
    [InlineData("[click][1]\n\n[1]: javascript:alert(1)")]
    [InlineData("[1]\n\n[1]: <data:text/html,x>")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<data:text/html,x>")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![x](data:image/svg+xml;base64,PHN2Zz4=)")]
    [InlineData("![x](http://example.org/tracker.png)")]
    [InlineData("[![x](javascript:1)](javascript:2)")]
    public void Render_WhenAnAddressIsNotAllowed_LeavesNoAddressAndReportsIt(string markdown)
    {
        var rendered = Render(markdown);

        var body = new HtmlParser().ParseDocument(rendered.Html).Body!;
        Assert.Empty(body.QuerySelectorAll("[href], [src]"));
        Assert.Contains(rendered.Findings, finding => finding.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("a <b onclick=alert(1)>b</b>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<iframe srcdoc='<script>alert(1)</script>'></iframe>")]
    [InlineData("<style>* { display: none }</style>")]
    [InlineData("<a href='javascript:alert(1)'>x</a>")]
    [InlineData("<!--><script>alert(1)</script>-->")]
    [InlineData("[a](#what-you-post){onclick=alert(1)}")]
    [InlineData("### Heading {onclick=alert(1) .big style=color:red}")]
    [InlineData("### Heading {#x\" onclick=alert(1)}")]
    [InlineData("[x](#what-you-post \"\\\" onmouseover=alert(1) \\\"\")")]
    [InlineData("```\" onclick=alert(1)\ncode\n```")]
    [InlineData("| a |\n| - |\n| <script>alert(1)</script> |")]
    [InlineData("*[HTML]: \" onclick=\"alert(1)\n\nHTML")]
    [InlineData("> [!NOTE\" onclick=alert(1)]\n> x")]
    public void Render_WhenThereIsHtmlOrAnAttribute_NothingOfItIsMarkup(string markdown)
    {
        var body = new HtmlParser().ParseDocument(Render(markdown).Html).Body!;

        Assert.Empty(body.QuerySelectorAll("script, style, iframe, svg, b, img"));
        Assert.DoesNotContain(
            body.QuerySelectorAll("*").SelectMany(element => element.Attributes),
            attribute =>
                attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                || attribute.Name == "style"
        );
    }

    [Fact]
    public void Render_WhenBracketsNestInThousands_RefusesThem()
    {
        foreach (
            var markdown in new[]
            {
                Repeat("[", 32_768),
                Repeat("[^a]", 8_192),
                Repeat("[a](", 8_192),
                Repeat("![", 16_384),
            }
        )
        {
            Assert.Empty(Render(markdown).Html);
            Assert.NotEmpty(
                Render(
                    string.Join('\n', markdown.Chunk(1000).Select(line => new string(line)))
                ).Findings
            );
        }
    }

    [Fact]
    public void Render_WhenAFewBracketsNest_NamesTheirLine()
    {
        var finding = Assert.Single(
            Render("Text.\n\n" + Repeat("[", 6) + "x" + Repeat("]", 6)).Findings
        );

        Assert.Equal(3, finding.Line);
        Assert.Contains("open at once", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_OfHtml_ShowsItAsItWasTyped()
    {
        Assert.Contains(
            "a &lt;b&gt;bold&lt;/b&gt; word",
            Render("a <b>bold</b> word").Html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Render_WhenQuotesOrListsNestDeep_RefusesThem()
    {
        foreach (
            var markdown in new[]
            {
                Repeat(">", 2_000),
                Repeat(">", 10) + "x",
                Repeat("> ", 500) + "x",
                Repeat("- ", 500) + "x",
                Repeat("1. ", 20) + "x",
                Repeat(" ", 600) + "x",
            }
        )
        {
            var finding = Assert.Single(Render(markdown).Findings);
            Assert.Equal(1, finding.Line);
            Assert.Contains("nest too deep", finding.Message, StringComparison.Ordinal);
            Assert.NotEmpty(finding.Mend);
        }
    }

    [Fact]
    public void Render_OfAnExternalLink_SaysThatItIsExternal()
    {
        var link = Parse("[Netsafe](https://netsafe.org.nz/help)").QuerySelector("a")!;

        Assert.Equal("external noopener noreferrer", link.GetAttribute("rel"));
        Assert.Equal("https://netsafe.org.nz/help", link.GetAttribute("href"));
        Assert.Null(link.GetAttribute("target"));
    }

    [Theory]
    [InlineData("[m](mailto:a.b@example.govt.nz)", "mailto:a.b@example.govt.nz")]
    [InlineData("<a.b@example.govt.nz>", "mailto:a.b@example.govt.nz")]
    [InlineData("[t](tel:0800327669)", "tel:0800327669")]
    [InlineData("<https://example.org/>", "https://example.org/")]
    [InlineData("[s](#what-you-follow)", "/learning/taking-care/what-you-follow")]
    [InlineData("[s](module.md)", "/learning/taking-care")]
    [InlineData(
        "[s](../taking-care/module.md#what-you-post)",
        "/learning/taking-care/what-you-post"
    )]
    [InlineData(
        "[s](#deeper)\n\n### Deeper {#deeper}\nText.",
        "/learning/taking-care/what-you-follow#deeper"
    )]
    [InlineData("[s](../../help/readers.md)", "/help/readers")]
    public void Render_OfAnAllowedLink_LeadsToThePage(string markdown, string href)
    {
        Assert.Equal(href, Parse(markdown).QuerySelector("p > a")!.GetAttribute("href"));
    }

    [Fact]
    public void Render_OfAHeadingWithAnId_GivesItTheId()
    {
        var heading = Parse("### Deeper {#deeper}\nText.").QuerySelector("h3")!;

        Assert.Equal("deeper", heading.Id);
        Assert.Equal("Deeper", heading.TextContent);
    }

    [Fact]
    public void Render_OfATable_ScopesItsHeadingsAndLetsItScroll()
    {
        var region = Parse("### Who to ask\n\n| What | Who |\n| --- | --: |\n| Posts | Adviser |")
            .QuerySelector(".sma-table-scroll")!;

        Assert.Equal("region", region.GetAttribute("role"));
        Assert.Equal("0", region.GetAttribute("tabindex"));
        Assert.Equal("Table: Who to ask", region.GetAttribute("aria-label"));
        Assert.Equal(
            ["col", "col"],
            region.QuerySelectorAll("th").Select(cell => cell.GetAttribute("scope"))
        );
        Assert.Equal("sma-align-right", region.QuerySelectorAll("td")[1].ClassName);
        Assert.Empty(region.QuerySelectorAll("[style]"));
    }

    [Theory]
    [InlineData("IMPORTANT", "important", "Important")]
    [InlineData("tip", "tip", "Tip")]
    public void Render_OfAnAlert_HasItsTitleInWords(string written, string kind, string title)
    {
        var alert = Parse($"> [!{written}]\n> Read **this**.").QuerySelector("div.sma-alert")!;

        Assert.Equal($"sma-alert sma-alert--{kind}", alert.ClassName);
        Assert.Equal(title, alert.QuerySelector("p.sma-alert__title")!.TextContent);
        Assert.Equal("Read this.", alert.QuerySelectorAll("p")[1].TextContent);
    }

    [Fact]
    public void Render_OfAGlossary_MarksTeReoAndServesEverySection()
    {
        using var content = new SmallContent();
        content
            .ReplaceInModule("Stop and think", "Think of your whānau and of the OIA, and")
            .AddToModule("*[whānau]: family\n*[OIA]: Official Information Act 1982");

        var module = content.LoadModule();
        var words = new HtmlParser()
            .ParseDocument(module.Sections[0].Html)
            .QuerySelectorAll("abbr");

        Assert.Equal(
            ["family", "Official Information Act 1982"],
            words.Select(word => word.GetAttribute("title"))
        );
        Assert.Equal(["mi", null], words.Select(word => word.GetAttribute("lang")));
        Assert.Equal([true, false], module.Glossary.Select(entry => entry.IsTeReo));
    }

    [Fact]
    public void Render_OfAFootnote_KeepsItsIdsApartFromOtherSections()
    {
        using var content = new SmallContent();
        content
            .ReplaceInModule("Stop and think", "Stop[^1] and think")
            .ReplaceInModule("Other people", "Other[^1] people")
            .AddToModule("[^1]: See the guidance.");

        var module = content.LoadModule();
        var body = new HtmlParser().ParseDocument(
            string.Concat(module.Sections.Select(section => section.Html))
        );
        var ids = body.QuerySelectorAll("[id]").Select(element => element.Id).ToList();

        Assert.Equal(4, ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(
            body.QuerySelectorAll("a[href^='#']"),
            link => Assert.Contains(link.GetAttribute("href")![1..], ids)
        );
        Assert.Equal(
            "Note 1",
            body.QuerySelector("a.sma-footnote-ref")!.GetAttribute("aria-label")
        );
    }

    [Fact]
    public void Render_OfCodeWithAHeadingInIt_DoesNotBeginASection()
    {
        using var content = new SmallContent();
        content.AddToModule("```\n## Not a section\n<b>\n```");

        Assert.Equal(2, content.LoadModule().Sections.Count);
    }

    private static AngleSharp.Dom.IElement Parse(string markdown)
    {
        var rendered = Render(markdown);
        Assert.Empty(rendered.Findings);
        return new HtmlParser().ParseDocument(rendered.Html).Body!;
    }

    // Through the loader, so that links are those of a module.
    private static RenderedMarkdown Render(string markdown)
    {
        using var content = new SmallContent();
        content.Write("help/readers.md", "# Readers\n");
        var before = content.Text(ModuleFile);
        content.AddToModule(markdown);
        var result = content.Load();
        var section = result.Readable.FindModule("taking-care")?.FindSection("what-you-follow");
        var linesBefore = before.Split('\n').Length + 1;
        return new RenderedMarkdown(
            section is null || section.Html.Length == 0 ? "" : section.Html,
            section?.PlainText ?? "",
            [
                .. result
                    .Messages.Where(message => message.File == ModuleFile)
                    .Select(message => new MarkdownFinding(
                        message.Line - linesBefore,
                        message.Message,
                        message.Mend,
                        message.Severity
                    )),
            ]
        );
    }

    private static string Repeat(string text, int times) =>
        string.Concat(Enumerable.Repeat(text, times));
}
