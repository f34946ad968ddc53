using System.Net;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.Learning;

public sealed class SectionPageTests
{
    [Fact]
    public async Task Section_WhenItIsRead_ShowsStepsTextAndSource()
    {
        await using var reader = await Reader.BeginAsync();
        var page = await reader.Browser.PageAsync(reader.AddressOf(Reader.First));
        Assert.Equal("What you post", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            "What you post",
            page.QuerySelector("nav.sma-steps [aria-current=step]")!.TextContent
        );
        Assert.Equal(4, page.QuerySelectorAll("nav.sma-steps .sma-step").Length);
        Assert.Contains(
            "Guidance",
            page.QuerySelector(".sma-sources")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull(
            page.QuerySelector(
                $".sma-sources a[href='/questions/ask?module=taking-care&section=what-you-post&assignment={reader.Assignment.Id}']"
            )
        );
    }

    [Fact]
    public async Task Section_WhenItIsOnlyLookedAt_RecordsNothing()
    {
        await using var reader = await Reader.BeginAsync();
        await reader.Browser.PageAsync(reader.AddressOf(Reader.First));
        Assert.Equal(0, await reader.OpenedCountAsync());
    }

    [Fact]
    public async Task Continue_WhenPressedTwiceAtOnce_RecordsOnceAndGoesToTheNextSection()
    {
        await using var reader = await Reader.BeginAsync();
        var page = await reader.Browser.PageAsync(reader.AddressOf(Reader.First));
        var pressed = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => reader.Browser.SubmitAsync(page, reader.AddressOf(Reader.First)))
        );
        Assert.All(
            pressed,
            answer =>
                Assert.Equal(reader.AddressOf(Reader.Second), answer.Headers.Location?.ToString())
        );
        Assert.Equal(1, await reader.OpenedCountAsync());
        Assert.Equal(
            (1, 0),
            ((await reader.ReadingAsync()).Major, (await reader.ReadingAsync()).Minor)
        );
    }

    [Fact]
    public async Task Continue_WhenItWasTheLastSection_GoesToThePractice()
    {
        await using var reader = await Reader.BeginAsync();
        await reader.ContinueAsync(Reader.First);
        using var answer = await reader.ContinueAsync(Reader.Second);
        Assert.Equal(
            $"/quizzes/{reader.Assignment.Id}/taking-care",
            answer.Headers.Location?.ToString()
        );
    }

    [Fact]
    public async Task Continue_WhenNobodyAskedToRead_StaysInTheLibrary()
    {
        await using var reader = await Reader.BeginAsync();
        var other = await reader.Portal.PersonAsync(reader.Agency, "Reads For Pleasure");
        using var browser = await reader.Portal.SignedInAsync(other.AccountId);
        var address = $"/learning/{Reader.Slug}/{Reader.First}";
        using var answer = await browser.SubmitAsync(await browser.PageAsync(address), address);
        Assert.Equal(
            $"/learning/{Reader.Slug}/{Reader.Second}",
            answer.Headers.Location?.ToString()
        );
    }

    [Fact]
    public async Task Continue_WhenFieldsAreMissingOrWrong_IsNoError()
    {
        await using var reader = await Reader.BeginAsync();
        var page = await reader.Browser.PageAsync(reader.AddressOf(Reader.First));
        using var missing = await reader.Browser.SubmitAsync(
            page,
            reader.AddressOf(Reader.First),
            "main form",
            ("Version", null),
            ("Assignment", null)
        );
        Assert.Equal(HttpStatusCode.Redirect, missing.StatusCode);
        using var wrong = await reader.Browser.SubmitAsync(
            page,
            reader.AddressOf(Reader.First),
            "main form",
            ("Version", "77.0"),
            ("Assignment", "nonsense")
        );
        Assert.Equal(HttpStatusCode.Redirect, wrong.StatusCode);
    }

    [Fact]
    public async Task Reader_WhenAMinorVersionCameOut_FinishesWithTheirs()
    {
        await using var reader = await Reader.BeginAsync();
        await reader.ContinueAsync(Reader.First);
        await reader.PublishAsync("1.1");
        var page = await reader.Browser.PageAsync(reader.AddressOf(Reader.Second));
        Assert.Contains("Other people may see", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".sma-callout"));
    }

    [Fact]
    public async Task Reader_WhenAMajorVersionCameOut_IsToldWhatChangedAndKeepsTheRest()
    {
        await using var reader = await Reader.BeginAsync();
        await reader.ContinueAsync(Reader.First);
        await reader.ContinueAsync(Reader.Second);
        await reader.PublishAsync("2.0");
        var page = await reader.Browser.PageAsync(reader.AddressOf(Reader.Second));
        Assert.Contains("Anybody may see", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("What you follow", page.QuerySelector(".sma-callout a")!.TextContent);
        Assert.Single(page.QuerySelectorAll(".sma-callout a"));
        Assert.Single(page.QuerySelectorAll("nav.sma-steps .sma-step--done"));
        using var answer = await reader.ContinueAsync(Reader.Second);
        Assert.Equal(2, (await reader.ReadingAsync()).Major);
    }

    [Fact]
    public async Task Continue_WhenTheFormIsOfAVersionThatMovedOn_LosesNothing()
    {
        await using var reader = await Reader.BeginAsync();
        var late = await reader.Browser.PageAsync(reader.AddressOf(Reader.First));
        await reader.PublishAsync("2.0");
        using var answer = await reader.Browser.SubmitAsync(late, reader.AddressOf(Reader.First));
        Assert.Equal(reader.AddressOf(Reader.Second), answer.Headers.Location?.ToString());
        var page = await reader.Browser.PageAsync(reader.AddressOf(Reader.Second));
        Assert.Single(page.QuerySelectorAll("nav.sma-steps .sma-step--done"));
    }

    [Theory]
    [InlineData("/learning/taking-care/nothing-of-that-name")]
    [InlineData("/learning/nothing-of-that-name")]
    [InlineData("/learning/nothing-of-that-name/what-you-post")]
    public async Task Section_WhenThereIsNone_IsNotFound(string address)
    {
        await using var reader = await Reader.BeginAsync();
        using var answer = await reader.Browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Module_WhenItIsAnotherAgencys_IsNowhere()
    {
        await using var reader = await Reader.BeginAsync();
        var forest = await reader.Portal.AgencyAsync("forest");
        var outsider = await reader.Portal.PersonWithRoleAsync(
            forest,
            PortalRole.ContentOwner,
            "Of Another Agency"
        );
        using var browser = await reader.Portal.SignedInAsync(outsider.AccountId);
        foreach (
            var address in new[]
            {
                "/learning/taking-care",
                reader.AddressOf(Reader.First),
                $"/learning/{Reader.Slug}/{Reader.First}",
            }
        )
        {
            using var answer = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.DoesNotContain(
                "Taking care",
                await answer.Content.ReadAsStringAsync(),
                StringComparison.Ordinal
            );
        }

        var library = await browser.PageAsync("/learning");
        Assert.DoesNotContain("Taking care", library.Body!.TextContent, StringComparison.Ordinal);
        var ask = await browser.PageAsync(
            "/questions/ask?module=taking-care&section=what-you-post"
        );
        Assert.DoesNotContain("What you post", ask.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Module_WhenItIsForAnotherKindOfPerson_IsNotFound()
    {
        await using var reader = await Reader.BeginAsync();
        var volunteer = await reader.Portal.PersonAsync(
            reader.Agency,
            "A Volunteer",
            PersonKind.Volunteer
        );
        using var browser = await reader.Portal.SignedInAsync(volunteer.AccountId);
        using var answer = await browser.GetAsync("/learning/taking-care");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Module_WhenItIsADraft_IsNotFoundAndNotInTheLibrary()
    {
        await using var reader = await Reader.BeginAsync();
        reader.Content.Write(
            "modules/second/module.md",
            reader
                .Content.Text("modules/taking-care/module.md")
                .Replace("status: published", "status: draft", StringComparison.Ordinal)
                .Replace("Taking care", "Not ready yet", StringComparison.Ordinal)
                .Replace(
                    "draw: 2, required: [HB-SMG-01, HB-SMG-02]",
                    "draw: 0, required: []",
                    StringComparison.Ordinal
                )
        );
        reader.Reload();
        using var answer = await reader.Browser.GetAsync("/learning/second");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var library = await reader.Browser.PageAsync("/learning");
        Assert.DoesNotContain("Not ready", library.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Taking care", library.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Library_WhenNobodyIsSignedIn_AsksToSignIn()
    {
        await using var reader = await Reader.BeginAsync();
        using var visitor = reader.Portal.Visitor();
        using var answer = await visitor.GetAsync("/learning");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Section_WhenItsSourceWasReplaced_SaysByWhatAndSinceWhen()
    {
        await using var reader = await Reader.BeginAsync();
        reader.Content.Replace(
            "sources.yml",
            "date: '2023-08', status: current",
            "date: '2023-08', status: superseded, superseded_by: PS-CODE, superseded_on: 2026-03-30"
        );
        reader.Reload();
        var page = await reader.Browser.PageAsync(reader.AddressOf(Reader.First));
        var told = page.QuerySelector(".sma-callout")!.TextContent;
        Assert.Contains("Code", told, StringComparison.Ordinal);
        Assert.Contains("30 March 2026", told, StringComparison.Ordinal);
    }
}
