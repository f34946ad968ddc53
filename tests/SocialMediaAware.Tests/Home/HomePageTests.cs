using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Learning;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Tests.Home;

public sealed class HomePageTests
{
    [Fact]
    public async Task Home_WhenNobodyIsSignedIn_AsksToSignIn()
    {
        await using var reader = await Reader.BeginAsync();
        using var visitor = reader.Portal.Visitor();
        using var answer = await visitor.GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith(
            "/accounts/sign-in",
            answer.Headers.Location!.IsAbsoluteUri
                ? answer.Headers.Location.PathAndQuery
                : answer.Headers.Location.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Home_WhenOneThingIsOwed_SaysSoAndLeadsToTheFirstStepNotDone()
    {
        await using var reader = await Reader.BeginAsync();
        await reader.ContinueAsync(Reader.First);
        var page = await reader.Browser.PageAsync("/");
        Assert.Equal("Kia ora. One thing to do.", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            reader.AddressOf(Reader.Second),
            page.QuerySelector("main a.govuk-button")!.GetAttribute("href")
        );
        Assert.Equal("1", page.QuerySelector("progress")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Home_WhenTheOnlyThingIsOnHold_CountsNothingAndStillShowsIt()
    {
        await using var reader = await Reader.BeginAsync();
        await reader.Portal.WithDatabaseAsync(async database =>
        {
            (await database.Assignments.SingleAsync(each => each.Id == reader.Assignment.Id)).Hold(
                reader.Portal.Clock.GetUtcNow()
            );
            await database.SaveChangesAsync();
        });
        var page = await reader.Browser.PageAsync("/");
        Assert.Equal("Kia ora. You are up to date.", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("On hold", page.QuerySelector(".sma-card__tag")!.TextContent.Trim());
    }

    [Fact]
    public async Task Home_WhenItIsLate_SaysSinceWhen()
    {
        await using var reader = await Reader.BeginAsync();
        reader.Portal.Clock.Move(TimeSpan.FromDays(14));
        using var browser = await reader.Portal.SignedInAsync(reader.Person.AccountId);
        var page = await browser.PageAsync("/");
        Assert.Contains(
            "27 November 2026",
            page.QuerySelector(".sma-card__tag")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Home_WhenNothingIsOwed_SaysSo()
    {
        await using var reader = await Reader.BeginAsync();
        var other = await reader.Portal.PersonWithRoleAsync(
            reader.Agency,
            PortalRole.HumanResources
        );
        using var browser = await reader.Portal.SignedInAsync(other.AccountId);
        var page = await browser.PageAsync("/");
        Assert.Equal("Kia ora. You are up to date.", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='/reports']"));
        Assert.Null(page.QuerySelector("main a[href='/audit']"));
    }
}
