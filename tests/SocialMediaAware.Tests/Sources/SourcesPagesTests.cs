using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using SocialMediaAware.Tests.Content;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Sources;

namespace SocialMediaAware.Tests.Sources;

/// <summary>"Where this comes from": each rule with its source, where it is taught and practised, and what people sign for it.</summary>
public sealed class SourcesPagesTests : IAsyncLifetime, IDisposable
{
    private const string ForSpokespeople = """
        ---
        title: Speaking for us
        version: 1.0
        status: published
        audience: { agencies: [harbour], kinds: [employee, contractor], flags: [spokespeople] }
        minutes: 3
        sources: [HB-SMG]
        owner: Social Media Advisor
        summary: For those who speak for us.
        statement: null
        quiz: { draw: 0 }
        ---
        ## On the record {#on-the-record}
        <!-- teaches: HB-SMG-06 -->
        Say who you are.
        """;

    private const string ForEveryone = """
        ---
        title: The code
        version: 1.0
        status: published
        audience: { kinds: [employee, contractor] }
        minutes: 3
        sources: [PS-CODE]
        owner: Integrity Lead
        summary: For all.
        statement: null
        quiz: { draw: 0 }
        ---
        ## Fair play {#fair-play}
        <!-- teaches: PS-CODE-01 -->
        Be fair to people.
        """;

    /// <summary>What a person at Harbour sees: each rule with its source, module, kind and state.</summary>
    private static readonly (
        string Id,
        string Source,
        string Module,
        string Kind,
        string State
    )[] AtHarbour =
    [
        ("HB-SMG-01", "HB-SMG", "taking-care", "Must", "Taught"),
        ("HB-SMG-02", "HB-SMG", "taking-care", "MustNot", "Taught"),
        ("HB-SMG-03", "HB-SMG", "", "Contact", "ForInformation"),
        ("HB-SMG-04", "HB-SMG", "", "Must", "Untaught"),
        ("HB-SMG-05", "HB-SMG", "taking-care", "Must", "Unexercised"),
        ("HB-SMG-06", "HB-SMG", "speaking-for-us", "Should", "TaughtToSome"),
        ("PS-CODE-01", "PS-CODE", "the-code", "May", "Taught"),
    ];

    private readonly SmallContent content = new();
    private TestPortal portal = null!;
    private HttpClient harbour = null!;

    public async Task InitializeAsync()
    {
        content
            .Write("modules/speaking-for-us/module.md", ForSpokespeople)
            .Write("modules/the-code/module.md", ForEveryone)
            .AddToModule("## Photos {#photos}\n<!-- teaches: HB-SMG-05 -->\nAsk first.")
            .AddToModule("## Last words {#last-words}\nThank you.");
        AddRules(
            Rule("HB-SMG-04", "HB-SMG", "must"),
            Rule("HB-SMG-05", "HB-SMG", "must"),
            Rule("HB-SMG-06", "HB-SMG", "should"),
            Rule("PS-CODE-01", "PS-CODE", "may")
        );
        portal = await TestPortal.StartAsync(
            new TestPortalOptions
            {
                ContentFolder = content.Folder,
                Settings = new Dictionary<string, string> { ["Portal:Demonstration"] = "false" },
            }
        );
        harbour = await ReaderOfAsync("harbour");
    }

    public async Task DisposeAsync()
    {
        harbour.Dispose();
        await portal.DisposeAsync();
    }

    public void Dispose() => content.Dispose();

    [Fact]
    public async Task Sources_WhenARuleIsTaughtPractisedAndSigned_SaysWhere()
    {
        await portal.OnboardingAsync(await portal.AgencyAsync("harbour"), "taking-care");

        var rule = Row(await harbour.PageAsync("/sources"), "HB-SMG-01");
        var facts = Facts(rule);

        Assert.Equal("Take care with what you post.", rule.QuerySelector("h3")!.TextContent);
        Assert.Contains("You must · for everybody", Words(rule), StringComparison.Ordinal);
        Assert.Equal("Comes from Guidance, “Posting”, August 2023", facts[0]);
        Assert.Equal("You read it in Taking care: What you post", facts[1]);
        Assert.StartsWith("You practise it in ", facts[2], StringComparison.Ordinal);
        Assert.Equal("You sign for it in Getting started", facts[3]);
        Assert.Equal(
            HttpStatusCode.OK,
            (
                await harbour.GetAsync(
                    rule.QuerySelector("a[href^='/learning']")!.GetAttribute("href")
                )
            ).StatusCode
        );
    }

    [Fact]
    public async Task Sources_WhenAProgrammeIsAnotherAgencys_DoesNotNameIt()
    {
        await portal.ProgrammeAsync(
            await portal.AgencyAsync("forest"),
            ProgrammeKind.Yearly,
            "the-code"
        );
        await portal.OnboardingAsync(await portal.AgencyAsync("harbour"), "the-code");

        var rule = Row(await harbour.PageAsync("/sources"), "PS-CODE-01");

        Assert.Equal("Comes from Code, “Part”", Facts(rule)[0]);
        Assert.Equal("https://code.example.org", rule.QuerySelector("dd a")!.GetAttribute("href"));
        Assert.Equal("You sign for it in Getting started", Facts(rule)[^1]);
    }

    [Fact]
    public async Task Sources_WhenARuleIsAnotherAgencys_IsNeverShown()
    {
        using var forest = await ReaderOfAsync("forest");

        foreach (var address in new[] { "/sources", "/sources?source=HB-SMG" })
        {
            Assert.Equal(["FO-POL-01", "PS-CODE-01"], Ids(await forest.PageAsync(address)).Order());
            Assert.DoesNotContain(
                "HB-SMG",
                await forest.GetStringAsync(address),
                StringComparison.Ordinal
            );
        }

        Assert.DoesNotContain(
            "FO-POL",
            await harbour.GetStringAsync("/sources?source=FO-POL"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Sources_WhenNothingTeachesARule_LetsItStandOut()
    {
        var page = await harbour.PageAsync("/sources");

        Assert.Contains(
            "5 of 6 rules that bind people here are taught.",
            Words(page.QuerySelector("main")!),
            StringComparison.Ordinal
        );
        var tags = page.QuerySelectorAll(".sma-row:has(.sma-tag--attention)")
            .ToDictionary(
                row => row.QuerySelector("h3")!.Id!,
                row => row.QuerySelector(".govuk-tag")!.TextContent
            );
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["HB-SMG-04"] = "Not taught",
                ["HB-SMG-05"] = "Not practised",
                ["HB-SMG-06"] = "Not taught to all",
            },
            tags
        );
        Assert.Contains(
            "Not yet for everybody.",
            Words(Row(page, "HB-SMG-06")),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["HB-SMG-04"],
            Ids(
                await harbour.PageAsync(
                    page.QuerySelector("a[href*='state=Untaught']")!.GetAttribute("href")!
                )
            )
        );
    }

    [Fact]
    public async Task Sources_WhenAnyFiltersAreCombined_ShowExactlyWhatMatchesAll()
    {
        string[] sources = ["", "HB-SMG", "PS-CODE"];
        string[] modules = ["", "taking-care", "speaking-for-us", "the-code"];
        string[] kinds = ["", .. Enum.GetNames<ObligationKind>()];
        string[] states = ["", .. Enum.GetNames<ObligationState>()];
        var turn = 0;
        foreach (var kind in kinds)
        {
            foreach (var state in states)
            {
                // Each kind and state meets each source and module in some turn.
                var source = sources[turn % sources.Length];
                var module = modules[turn++ % modules.Length];
                await ShowsExactlyAsync(source, module, kind, state);
                await ShowsExactlyAsync("", "", kind, state);
            }
        }

        foreach (var source in sources)
        {
            foreach (var module in modules)
            {
                await ShowsExactlyAsync(source, module, "", "");
            }
        }
    }

    [Theory]
    [InlineData("source=nothing&module=nothing&kind=nothing&state=nothing")]
    [InlineData("kind=0&state=1")]
    [InlineData("kind=Must,May&state=-1")]
    [InlineData("source=%00&module=%27--&page=abc")]
    [InlineData("page=-5")]
    [InlineData("page=999999999999999999999")]
    [InlineData("page=2")]
    [InlineData("source=&module=&kind=&state=&page=")]
    [InlineData("source=HB-SMG'&q=1")]
    public async Task Sources_WhenAFilterCannotBeRead_LeaveItAside(string query)
    {
        var page = await harbour.PageAsync($"/sources?{query}");

        Assert.Equal(AtHarbour.Select(rule => rule.Id), Ids(page).Order());
        Assert.DoesNotContain("nothing", page.QuerySelector("form")!.InnerHtml);
    }

    [Fact]
    public async Task Sources_WhenThereAreManyRules_ShowsThemPageByPageWithTheSameFilters()
    {
        AddRules([
            .. Enumerable
                .Range(100, 110)
                .Select(number =>
                    Rule(
                        string.Create(CultureInfo.InvariantCulture, $"HB-SMG-{number}"),
                        "HB-SMG",
                        "process"
                    )
                ),
        ]);
        await using var many = await TestPortal.StartAsync(
            new TestPortalOptions
            {
                ContentFolder = content.Folder,
                Settings = new Dictionary<string, string> { ["Portal:Demonstration"] = "false" },
            }
        );
        var reader = await many.PersonAsync(await many.AgencyAsync("harbour"));
        using var browser = await many.SignedInAsync(reader.AccountId);
        var seen = new List<string>();
        var counts = new List<int>();

        var address = "/sources?kind=Process&state=Untaught";
        for (string? next = address; next is not null; )
        {
            var page = await browser.PageAsync(next);
            counts.Add(Ids(page).Count());
            seen.AddRange(Ids(page));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal([50, 50, 10], counts);
        Assert.Equal(110, seen.Distinct().Count());
        var last = await browser.PageAsync($"{address}&page=99");
        Assert.Equal(10, Ids(last).Count());
        Assert.Contains("Page 3 of 3", Words(last.QuerySelector("main")!));
        Assert.Equal(
            50,
            Ids(await browser.PageAsync(last.QuerySelector("a[rel=prev]")!.GetAttribute("href")!))
                .Count()
        );
    }

    [Fact]
    public async Task ModuleSources_WhenOpened_HaveTheRulesOfEachSection()
    {
        var page = await harbour.PageAsync("/learning/taking-care/sources");

        Assert.Equal("Where “Taking care” comes from", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            ["What you post", "What you follow", "Photos", "Last words"],
            page.QuerySelectorAll("main h2").Select(heading => heading.TextContent)
        );
        Assert.Equal(["HB-SMG-01", "HB-SMG-02", "HB-SMG-05"], Ids(page));
        Assert.Contains(
            "This section rests on no single rule.",
            Words(page.QuerySelector("main")!),
            StringComparison.Ordinal
        );
    }

    private async Task ShowsExactlyAsync(string source, string module, string kind, string state)
    {
        var page = await harbour.PageAsync(
            $"/sources?source={source}&module={module}&kind={kind}&state={state}"
        );
        var expected = AtHarbour
            .Where(rule =>
                (source.Length == 0 || rule.Source == source)
                && (module.Length == 0 || rule.Module == module)
                && (kind.Length == 0 || rule.Kind == kind)
                && (state.Length == 0 || rule.State == state)
            )
            .Select(rule => rule.Id)
            .ToList();
        Assert.Equal(expected, Ids(page).Order());
        Assert.Equal(
            expected.Count == 1 ? "One entry" : $"{expected.Count} entries",
            page.QuerySelector("main h2")!.TextContent
        );
        Assert.Equal(
            [source, module, kind, state],
            page.QuerySelectorAll("main select")
                .Select(select =>
                    select.QuerySelector("option[selected]")?.GetAttribute("value") ?? ""
                )
        );
    }

    private void AddRules(params string[] rules) =>
        content.Write(
            "obligations.yml",
            $"{content.Text("obligations.yml").TrimEnd()}\n{string.Join('\n', rules)}\n"
        );

    private static string Rule(string id, string source, string kind) =>
        $"  - {{ id: {id}, source: {source}, section: Part, kind: {kind}, applies_to: [all-staff], statement: Rule {id}., themes: [personal-use] }}";

    private static IElement Row(IDocument page, string id) =>
        page.QuerySelectorAll(".sma-row").Single(row => row.QuerySelector("h3")!.Id == id);

    private static IEnumerable<string> Ids(IDocument page) =>
        page.QuerySelectorAll(".sma-row h3").Select(heading => heading.Id!);

    private static List<string> Facts(IElement row) =>
        [
            .. row.QuerySelectorAll("dl div")
                .Select(fact => string.Join(' ', fact.Children.Select(Words))),
        ];

    private static string Words(IElement element) =>
        string.Join(
            ' ',
            element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    private async Task<HttpClient> ReaderOfAsync(string slug) =>
        await portal.SignedInAsync(
            (await portal.PersonAsync(await portal.AgencyAsync(slug))).AccountId
        );
}
