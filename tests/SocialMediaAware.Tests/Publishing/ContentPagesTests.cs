using System.Net;
using AngleSharp.Dom;
using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.Content;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.Publishing;

/// <summary>What content owners and HR see of the modules that they look after.</summary>
public sealed class ContentPagesTests
{
    private const string List = "/content";
    private const string Module = "/content/taking-care";

    [Fact]
    public async Task Content_WhenAContentOwnerLooks_HasTheDraftAndWhatReadersSee()
    {
        await using var owned = await OwnedContent.BeginAsync();
        owned.Draft("2.0");
        using var owner = await owned.AsAsync(PortalRole.ContentOwner);

        var row = (await owner.PageAsync(List)).QuerySelector(".sma-row")!;
        var page = await owner.PageAsync(Module);

        Assert.Contains("Draft 2.0 (readers see 1.0)", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Always think", Text(page), StringComparison.Ordinal);
        Assert.Equal("Draft 2.0", page.QuerySelector(".sma-kicker")!.TextContent);
    }

    [Fact]
    public async Task Content_WhenHumanResourcesLook_HasWhatIsPublishedAlone()
    {
        await using var owned = await OwnedContent.BeginAsync(change: content =>
            content.Write(
                "modules/not-yet-public/module.md",
                content
                    .Text(SmallContent.ModuleFile)
                    .Replace("status: published", "status: draft", StringComparison.Ordinal)
                    .Replace("title: Taking care", "title: Not yet", StringComparison.Ordinal)
                    .Replace("draw: 2", "draw: 0", StringComparison.Ordinal)
            )
        );
        owned.Draft("2.0");
        using var hr = await owned.AsAsync(PortalRole.HumanResources);
        using var owner = await owned.AsAsync(PortalRole.ContentOwner);

        var page = await hr.PageAsync(Module);

        Assert.Contains("Stop and think", Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Always think", Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("2.0", Text(page), StringComparison.Ordinal);
        Assert.Equal(["Taking care"], Titles(await hr.PageAsync(List)));
        Assert.Equal(["Not yet", "Taking care"], Titles(await owner.PageAsync(List)));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await hr.GetAsync("/content/not-yet-public")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (await owner.GetAsync("/content/not-yet-public")).StatusCode
        );
    }

    [Theory]
    [InlineData(PortalRole.ContentOwner)]
    [InlineData(PortalRole.HumanResources)]
    public async Task Content_WhenSomebodyOfAnotherAgencyLooks_IsNotThere(PortalRole role)
    {
        await using var owned = await OwnedContent.BeginAsync();
        using var stranger = await owned.AsAsync(role, "forest");

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Module)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await stranger.GetAsync($"{Module}/confirm")).StatusCode
        );
        var page = await stranger.PageAsync(List);
        Assert.Empty(Titles(page));
        Assert.Contains(
            "There is no module for your agency yet.",
            Text(page),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Content_WhenTheCheckerHasSomethingToSay_SaysItBesideTheRightSection()
    {
        await using var owned = await OwnedContent.BeginAsync(change: content =>
            content
                .ReplaceInModule("draw: 2", "draw: 3")
                .AddToModule(
                    "## Other rules {#other}\n<!-- teaches: HB-SMG-01 -->\nAsk first.\n\n"
                        + "## The code {#the-code}\n<!-- teaches: PS-CODE-01 -->\nBe fair."
                )
                .Write(
                    "obligations.yml",
                    $"{content.Text("obligations.yml").TrimEnd()}\n"
                        + "  - { id: PS-CODE-01, source: PS-CODE, section: Fair, kind: may, applies_to: [public], statement: Be fair., themes: [personal-use] }\n"
                )
        );
        using var owner = await owned.AsAsync(PortalRole.ContentOwner);

        var page = await owner.PageAsync(Module);

        foreach (var section in page.QuerySelectorAll("main section"))
        {
            var messages = section.QuerySelectorAll("li strong").Length;
            Assert.Equal(section.QuerySelector("#the-code") is null ? 0 : 1, messages);
        }

        var line = owned.Content.LineOf(SmallContent.ModuleFile, "teaches: PS-CODE-01");
        Assert.Contains(
            $"which the module does not name as a source. Add PS-CODE to \"sources\". modules/taking-care/module.md, line {line}",
            page.QuerySelector("section:has(#the-code) li")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "4 scenarios for a draw of 3",
            Text(page).Split("The text")[0],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "2 messages from the checker",
            Text(await owner.PageAsync(List)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Content_WhenADraftDiffers_ShowsTheDifferenceInWords()
    {
        await using var owned = await OwnedContent.BeginAsync();
        owned.Draft("1.1");
        using var owner = await owned.AsAsync(PortalRole.ContentOwner);

        var page = await owner.PageAsync(Module);

        Assert.Contains("Always", page.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Stop and",
            page.QuerySelector("del")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Single(page.QuerySelectorAll(".sma-changes"));
        Assert.Contains("From 1.0 to 1.1 is a small change.", Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("would sign again", Text(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_WhenADraftIsTheFirstVersion_SaysThatNobodyIsAsked()
    {
        await using var owned = await OwnedContent.BeginAsync(change: content =>
            content.ReplaceInModule("status: published", "status: draft")
        );
        using var owner = await owned.AsAsync(PortalRole.ContentOwner);

        var page = await owner.PageAsync(Module);

        Assert.Contains("It would be the first version.", Text(page), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href*='/confirm']"));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await owner.GetAsync($"{Module}/confirm")).StatusCode
        );
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Content_WhenADraftIsMaterial_CountsThoseWhoWouldSignAgain(
        TestProvider provider
    )
    {
        await using var owned = await OwnedContent.BeginAsync(provider);
        var portal = owned.Portal;
        var programme = await portal.OnboardingAsync(owned.Agency, OwnedContent.Slug);
        using var owner = await owned.AsAsync(PortalRole.ContentOwner);
        var first = await portal.ReadySignerAsync(owned.Agency, programme);
        owned.Draft("2.0");

        Assert.Contains(
            "Nobody at your agency has signed an earlier version.",
            Text(await owner.PageAsync(Module)),
            StringComparison.Ordinal
        );

        Assert.Empty((await portal.SignAsync(first)).Problems);
        Assert.Contains(
            "One person at your agency would sign again.",
            Text(await owner.PageAsync(Module)),
            StringComparison.Ordinal
        );

        var second = await portal.ReadySignerAsync(owned.Agency, programme, "Mere Tawhara");
        Assert.Empty((await portal.SignAsync(second)).Problems);
        // Somebody who signs again the year after is one person; somebody who has not signed is none.
        portal.Clock.Move(TimeSpan.FromDays(365));
        var again = first with
        {
            Assignment = await portal.AssignmentAsync(first.Member, programme),
        };
        await portal.PractisedAsync(again);
        Assert.Empty((await portal.SignAsync(again)).Problems);
        await portal.PersonAsync(owned.Agency, "Tane Rua");
        using var later = await owned.AsAsync(PortalRole.ContentOwner);
        var page = Text(await later.PageAsync(Module));

        Assert.Contains("From 1.0 to 2.0 is a new major version.", page, StringComparison.Ordinal);
        Assert.Contains(
            "2 people at your agency would sign again.",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Content_WhenTheFilesHaveErrors_SaysThatItIsAnOlderState()
    {
        await using var owned = await OwnedContent.BeginAsync();
        using var owner = await owned.AsAsync(PortalRole.ContentOwner);
        Assert.DoesNotContain("have errors", Text(await owner.PageAsync(List)));
        owned.Content.ReplaceInModule("title: Taking care", "title: [broken");
        Assert.Throws<Xunit.Sdk.DoesNotContainException>(owned.Reload);

        var page = await owner.PageAsync(List);

        Assert.Contains("The files have errors.", Text(page), StringComparison.Ordinal);
        Assert.Equal(["Taking care"], Titles(page));
    }

    [Fact]
    public async Task Content_WhenOneLooksAfterTwoAgencies_ShowsHowEachStands()
    {
        await using var owned = await OwnedContent.BeginAsync(change: content =>
            content.Write(
                "modules/the-code/module.md",
                """
                ---
                title: The code
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
                Be fair to people.
                """
            )
        );
        var portal = owned.Portal;
        var member = await portal.PersonWithRoleAsync(owned.Agency, PortalRole.ContentOwner);
        await portal.RoleAsync(
            member,
            PortalRole.HumanResources,
            await portal.AgencyAsync("forest")
        );
        using var browser = await portal.SignedInAsync(member.AccountId);

        var both = await browser.PageAsync("/content/the-code");
        var one = await browser.PageAsync(Module);

        Assert.Equal(2, both.QuerySelectorAll("a[href*='/confirm?agency=']").Length);
        Assert.Single(one.QuerySelectorAll("a[href*='/confirm?agency=']"));
    }

    private static string Text(IDocument page) => page.QuerySelector("main")!.TextContent;

    private static IEnumerable<string> Titles(IDocument page) =>
        page.QuerySelectorAll(".sma-row__title").Select(title => title.TextContent);
}
