using System.Net;
using SocialMediaAware.Tests.Learning;
using SocialMediaAware.Tests.Support;

namespace SocialMediaAware.Tests.Help;

public sealed class HelpPageTests
{
    [Fact]
    public async Task Help_WhenNobodyIsSignedIn_IsOpen()
    {
        await using var portal = await TestPortal.StartAsync();
        using var visitor = portal.Visitor();
        var list = await visitor.PageAsync("/help");
        var links = list.QuerySelectorAll("main .sma-rows a");
        Assert.True(links.Length >= 5);
        foreach (var link in links)
        {
            using var answer = await visitor.GetAsync(link.GetAttribute("href"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = await answer.PageAsync();
            Assert.Equal(link.TextContent, page.QuerySelector("h1")!.TextContent);
            Assert.NotNull(page.QuerySelector(".sma-prose h2"));
        }
    }

    [Fact]
    public async Task Help_WhenThereIsNoSuchPage_IsNotFound()
    {
        await using var portal = await TestPortal.StartAsync();
        using var visitor = portal.Visitor();
        using var answer = await visitor.GetAsync("/help/nothing-of-that-name");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Help_WhenItsTextHoldsAScript_ShowsNone()
    {
        await using var reader = await Reader.BeginAsync();
        reader.Content.Write(
            "help/staff.md",
            "---\ntitle: Help\nsummary: What to do.\n---\n## First\n\nRead [this](https://example.org).\n"
        );
        reader.Reload();
        using var visitor = reader.Portal.Visitor();
        var page = await visitor.PageAsync("/help/staff");
        Assert.Equal("First", page.QuerySelector(".sma-prose h2")!.TextContent);

        // With markup of its own the page is an error, and the last good one stays.
        reader.Content.Write(
            "help/staff.md",
            "---\ntitle: Help\nsummary: What to do.\n---\n## First\n\n<script>alert(1)</script>\n"
        );
        Assert.Contains(
            reader.Content.Load().Messages,
            message => message.File == "help/staff.md" && message.Line == 7
        );
    }
}
