using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.Clock;

public sealed class ClockPageTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Page_WhenNotInDevelopment_IsNotThereForGetOrPost(string environment)
    {
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { Environment = environment, OnItsOwnClock = true }
        );
        var member = await portal.PersonAsync(await portal.AgencyAsync());
        using var browser = await portal.SignedInAsync(member.AccountId);
        var home = await browser.PageAsync("/");
        Assert.Null(home.QuerySelector($"a[href='{MovedPortal.Address}']"));
        using var looked = await browser.GetAsync(MovedPortal.Address);
        Assert.Equal(HttpStatusCode.NotFound, looked.StatusCode);
        // With a token too, so that it is not antiforgery that refuses.
        using var moved = await browser.SubmitAsync(
            await browser.PageAsync("/accounts/sign-out"),
            MovedPortal.Address,
            "main form",
            ("Date", "2030-01-01")
        );
        Assert.Equal(HttpStatusCode.NotFound, moved.StatusCode);
    }

    [Fact]
    public async Task Page_WhenNobodyIsSignedIn_AsksToSignIn()
    {
        await using var moved = await MovedPortal.BeginAsync();
        using var visitor = moved.Portal.Visitor();
        using var answer = await visitor.GetAsync(MovedPortal.Address);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith(
            "/accounts/sign-in",
            answer.Headers.Location!.PathAndQuery,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Page_WhenItIsOpened_SaysTheDateAndOffersWhatComesNext()
    {
        await using var moved = await MovedPortal.BeginAsync();
        var page = await moved.PageAsync();
        Assert.Contains(
            "Monday 16 November 2026",
            page.QuerySelector("main .sma-lead")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [
                "Tuesday 17 November 2026",
                "Monday 1 February 2027",
                // Easter Monday is on 29 March 2027.
                "Wednesday 31 March 2027",
                "Thursday 1 July 2027",
            ],
            page.QuerySelectorAll(".sma-person__about").Select(about => about.TextContent)
        );
    }

    [Theory]
    [InlineData("2026-11-15", "forward only")]
    [InlineData("2027-12-22", "at most 400 days")]
    [InlineData("9999-12-31", "at most 400 days")]
    [InlineData("", "Choose a date")]
    [InlineData("tomorrow", "Choose a date")]
    [InlineData(null, "Choose a date")]
    public async Task Move_WhenTheDateCannotBe_SaysSoAndMovesNothing(string? date, string sentence)
    {
        await using var moved = await MovedPortal.BeginAsync();
        using var answer = await moved.MoveAsync(await moved.PageAsync(), date);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Contains(
            sentence,
            page.QuerySelector(".govuk-error-summary")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(moved.Days);
    }

    [Fact]
    public async Task Move_WhenAButtonIsPressed_GoesThereAndSaysSoOnEveryPage()
    {
        await using var moved = await MovedPortal.BeginAsync();
        using var answer = await moved.Browser.SubmitAsync(
            await moved.PageAsync(),
            MovedPortal.Address,
            "main form:has(input[value='2027-02-01'])"
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await moved.PageAsync();
        Assert.Contains(
            "It is now Monday 1 February 2027.",
            page.QuerySelector(".govuk-notification-banner")!.TextContent,
            StringComparison.Ordinal
        );
        var home = await moved.Browser.PageAsync("/");
        var line = home.QuerySelector(".sma-phase")!;
        Assert.Contains(
            "The portal’s date is Monday 1 February 2027.",
            line.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(MovedPortal.Address, line.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Move_WhenTheFormIsSentTwice_LivesThroughEachDayOnce()
    {
        await using var moved = await MovedPortal.BeginAsync();
        var page = await moved.PageAsync();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => moved.MoveAsync(page, "2026-11-26"))
        );
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(
            Enumerable.Range(17, 10).Select(day => new DateOnly(2026, 11, day)),
            moved.Days.Select(at => at.NewZealandDate())
        );
    }

    [Fact]
    public async Task Move_WhenClocksGoForwardAndBackOnTheWay_ComesAtNineEachMorning()
    {
        await using var moved = await MovedPortal.BeginAsync();
        using var answer = await moved.MoveAsync(new DateOnly(2027, 10, 20));
        Assert.Equal(338, moved.Days.Count);
        Assert.Equal(
            ["09:00"],
            moved
                .Days.Select(at =>
                    at.InNewZealand().ToString("HH:mm", CultureInfo.InvariantCulture)
                )
                .Distinct()
        );
    }

    [Fact]
    public async Task Move_WhenSomebodyStartsOnTheWay_PlansOnTheDayItself()
    {
        await using var moved = await MovedPortal.BeginAsync();
        await moved.Portal.OnboardingAsync(moved.Agency);
        var starter = await moved.Portal.PersonAsync(
            moved.Agency,
            "Somebody New",
            from: new DateOnly(2026, 11, 23)
        );
        using var answer = await moved.MoveAsync(new DateOnly(2027, 1, 15));
        var assignment = await moved.Portal.WithDatabaseAsync(database =>
            database.Assignments.SingleAsync(each => each.PersonId == starter.PersonId)
        );
        Assert.Equal(new DateOnly(2026, 11, 23), assignment.OpensOn);
        Assert.True(assignment.CreatedAt.NewZealandDate() <= new DateOnly(2026, 11, 23));
    }

    [Fact]
    public async Task Move_WhenItIsAHundredDays_KeepsEverybodySignedIn()
    {
        await using var moved = await MovedPortal.BeginAsync();
        var other = await moved.Portal.PersonAsync(moved.Agency, "Somebody Else");
        using var elsewhere = await moved.Portal.SignedInAsync(other.AccountId);
        using var visitor = moved.Portal.Visitor();
        using var answer = await moved.MoveAsync(new DateOnly(2027, 2, 24));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(100, moved.Days.Count);
        foreach (var browser in new[] { moved.Browser, elsewhere })
        {
            using var home = await browser.GetAsync("/");
            Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        }

        // A session that began before the move is as old as it was: it lasts no longer for it.
        var started = await moved.Portal.WithDatabaseAsync(database =>
            database.Sessions.Select(session => session.StartedAt).ToListAsync()
        );
        Assert.All(started, at => Assert.Equal(new DateOnly(2027, 2, 24), at.NewZealandDate()));
    }
}
