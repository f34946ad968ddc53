using System.Net;
using SocialMediaAware.Tests.Content;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Learning;

namespace SocialMediaAware.Tests.Learning;

/// <summary>The library beside its sections: search, the page to print, the words that are explained.</summary>
public sealed class LibraryPagesTests : IAsyncLifetime, IDisposable
{
    private const string Draft = """
        ---
        title: Not yet public
        version: 1.0
        status: draft
        audience: { agencies: [harbour], kinds: [employee] }
        minutes: 3
        sources: [HB-SMG]
        owner: Social Media Advisor
        summary: Still being written.
        statement: null
        quiz: { draw: 0 }
        ---
        ## Being written {#being-written}
        <!-- teaches: HB-SMG-01 -->
        A secret word: bellbird.

        *[Draftword]: a word that only a draft explains
        """;

    private const string Everyones = """
        ---
        title: For every agency
        version: 1.0
        status: published
        audience: { kinds: [employee] }
        minutes: 3
        sources: [PS-CODE]
        owner: Integrity Lead
        summary: For all.
        statement: null
        quiz: { draw: 0 }
        ---
        ## Fair play {#fair-play}
        Be fair to people. Ask your EAP, and give no koha.

        *[EAP]: Employee Assistance Programme
        *[koha]: a gift given as part of Māori custom
        """;

    private readonly SmallContent content = new();
    private TestPortal portal = null!;
    private HttpClient harbour = null!;
    private HttpClient forest = null!;

    public async Task InitializeAsync()
    {
        content
            .Replace(
                "sources.yml",
                "date: '2023-08', status: current",
                "date: '2023-08', status: superseded, superseded_by: PS-CODE, superseded_on: 2026-03-30"
            )
            .AddToModule("*[EAP]: Employee Assistance Programme")
            .Write("modules/not-yet-public/module.md", Draft)
            .Write("modules/for-everyone/module.md", Everyones);
        portal = await TestPortal.StartAsync(
            new TestPortalOptions
            {
                ContentFolder = content.Folder,
                Settings = new Dictionary<string, string> { ["Portal:Demonstration"] = "false" },
            }
        );
        harbour = await ReaderOfAsync("harbour");
        forest = await ReaderOfAsync("forest");
    }

    public async Task DisposeAsync()
    {
        harbour.Dispose();
        forest.Dispose();
        await portal.DisposeAsync();
    }

    public void Dispose() => content.Dispose();

    [Theory]
    [InlineData(
        "zebra",
        "Nothing found for “zebra”. Try fewer or other words; macrons do not matter."
    )]
    [InlineData("stop", "One section.")]
    [InlineData("people", "2 sections.")]
    public async Task Search_WhenItFindsNoneOneOrMany_SaysSo(string query, string says)
    {
        var page = await harbour.PageAsync($"/learning/search?q={query}");

        Assert.Equal(says, page.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal(query, page.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/learning/search")]
    [InlineData("/learning/search?q=")]
    [InlineData("/learning/search?q=%20%20")]
    public async Task Search_WhenNothingIsLookedFor_OnlyShowsTheForm(string address)
    {
        var page = await harbour.PageAsync(address);

        Assert.NotNull(page.QuerySelector("main form[role=search]"));
        Assert.Null(page.QuerySelector("[role=status]"));
        Assert.Null(page.QuerySelector(".sma-row"));
    }

    [Fact]
    public async Task Search_WhenItFindsASection_LeadsToItAndMarksTheWords()
    {
        var page = await harbour.PageAsync("/learning/search?q=STOP");

        var found = page.QuerySelector(".sma-row")!;
        Assert.Equal(
            "/learning/taking-care/what-you-post",
            found.QuerySelector("a")!.GetAttribute("href")
        );
        Assert.Equal("Stop", found.QuerySelector("mark")!.TextContent);
        Assert.Contains(
            "before you post. See",
            (await harbour.PageAsync("/learning/search?q=post"))
                .QuerySelector(".sma-row__excerpt")!
                .TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Taking care", found.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.OK,
            (await harbour.GetAsync(found.QuerySelector("a")!.GetAttribute("href"))).StatusCode
        );
    }

    [Fact]
    public async Task Search_WhenAWordStandsInAnotherAgencysModuleOrADraft_FindsNothing()
    {
        Assert.Null((await forest.PageAsync("/learning/search?q=stop")).QuerySelector(".sma-row"));
        Assert.NotNull(
            (await forest.PageAsync("/learning/search?q=fair")).QuerySelector(".sma-row")
        );

        using var owner = await OwnerAsync();
        foreach (var reader in new[] { harbour, owner })
        {
            var page = await reader.PageAsync("/learning/search?q=bellbird");
            Assert.Null(page.QuerySelector(".sma-row"));
        }
    }

    [Fact]
    public async Task Search_WhenTheWordsAreHtml_ShowsThemAsText()
    {
        const string Query = "<b id=\"bad\">stop</b><script>alert(1)</script>";
        var page = await harbour.PageAsync($"/learning/search?q={Uri.EscapeDataString(Query)}");

        Assert.Null(page.QuerySelector("#bad"));
        Assert.Contains(
            Query,
            page.QuerySelector("[role=status]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(Query, page.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Search_WhenTheWordsAreVeryLongOrNoWords_LooksForTheirBeginning()
    {
        foreach (var word in new[] { "a", "😀", "\uFFFE", "(.*)+ " })
        {
            // Beginning and, where the portal cuts it, ending with half a character.
            var query = string.Concat(Enumerable.Repeat(word, 301))[1..];
            var encoded = query.EnumerateRunes().Select(rune => Uri.EscapeDataString($"{rune}"));
            using var answer = await harbour.GetAsync(
                $"/learning/search?q={string.Concat(encoded)}"
            );

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = await answer.PageAsync();
            Assert.InRange(
                page.QuerySelector("#q")!.GetAttribute("value")!.Length,
                1,
                ModuleSearch.QueryLength
            );
        }
    }

    [Fact]
    public async Task Print_WhenOpened_HoldsTheWholeTextWithAnIdForEachSection()
    {
        var page = await harbour.PageAsync("/learning/taking-care/print");
        var text = page.QuerySelector("main")!.TextContent;

        Assert.Equal("Taking care", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("What you post", page.QuerySelector("h2#what-you-post")!.TextContent);
        Assert.Equal("What you follow", page.QuerySelector("h2#what-you-follow")!.TextContent);
        Assert.Contains("Stop and think before you post.", text, StringComparison.Ordinal);
        Assert.Contains("Other people may see the list.", text, StringComparison.Ordinal);
        Assert.Contains("Guidance, Harbour Agency, August 2023", text, StringComparison.Ordinal);
        Assert.Contains(
            "This rests on “Guidance”, which was replaced by “Code” on 30 March 2026.",
            page.QuerySelector(".sma-callout")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(content.LoadModule().ContentHashHex, text, StringComparison.Ordinal);
        Assert.Equal(
            "/learning/taking-care/print",
            (await harbour.PageAsync("/learning/taking-care"))
                .QuerySelector("main a[href$='/print']")!
                .GetAttribute("href")
        );
    }

    [Fact]
    public async Task Print_WhenNoSourceWasReplaced_HasNoBanner() =>
        Assert.Null(
            (await harbour.PageAsync("/learning/for-everyone/print")).QuerySelector(".sma-callout")
        );

    [Theory]
    [InlineData("/learning/taking-care/print", HttpStatusCode.NotFound)]
    [InlineData("/learning/taking-care/sources", HttpStatusCode.NotFound)]
    [InlineData("/learning/for-everyone/print", HttpStatusCode.OK)]
    [InlineData("/learning/for-everyone/sources", HttpStatusCode.OK)]
    [InlineData("/learning/not-yet-public/print", HttpStatusCode.NotFound)]
    [InlineData("/learning/not-yet-public/sources", HttpStatusCode.NotFound)]
    [InlineData("/learning/nothing/print", HttpStatusCode.NotFound)]
    [InlineData("/learning/nothing/sources", HttpStatusCode.NotFound)]
    public async Task Modules_WhenTheyAreAnotherAgencysOrADraft_AreNotThere(
        string address,
        HttpStatusCode status
    ) => Assert.Equal(status, (await forest.GetAsync(address)).StatusCode);

    [Theory]
    [InlineData("/learning/not-yet-public/print")]
    [InlineData("/learning/not-yet-public/sources")]
    public async Task Drafts_WhenTheirOwnerReadsTheLibrary_AreNotThereEither(string address)
    {
        using var owner = await OwnerAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Glossary_WhenTwoModulesExplainAWordAlike_HasItOnceWithBoth()
    {
        var page = await harbour.PageAsync("/learning/glossary");

        Assert.Equal(
            ["EAP", "koha"],
            page.QuerySelectorAll("dt").Select(word => word.TextContent.Trim())
        );
        var explained = page.QuerySelector("dd")!;
        Assert.Contains(
            "Employee Assistance Programme",
            explained.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["/learning/for-everyone", "/learning/taking-care"],
            explained.QuerySelectorAll("a").Select(link => link.GetAttribute("href"))
        );
    }

    [Fact]
    public async Task Glossary_WhenAnotherAgencyReadsIt_LeadsToWhatItMayReadAlone() =>
        Assert.Equal(
            ["/learning/for-everyone"],
            (await forest.PageAsync("/learning/glossary"))
                .QuerySelectorAll("dd a")
                .Select(link => link.GetAttribute("href"))
                .Distinct()
        );

    private async Task<HttpClient> ReaderOfAsync(string slug) =>
        await portal.SignedInAsync(
            (await portal.PersonAsync(await portal.AgencyAsync(slug))).AccountId
        );

    private async Task<HttpClient> OwnerAsync() =>
        await portal.SignedInAsync(
            (
                await portal.PersonWithRoleAsync(
                    await portal.AgencyAsync("harbour"),
                    PortalRole.ContentOwner
                )
            ).AccountId
        );
}
