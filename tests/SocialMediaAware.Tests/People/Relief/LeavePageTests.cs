using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.People.Relief;

public sealed class LeavePageTests
{
    private static string Address(CastMember member) => $"/people/person/{member.PersonId}/leave";

    private static Task<HttpResponseMessage> EnterAsync(
        HttpClient browser,
        Opened page,
        DateOnly? from,
        DateOnly? lastDay
    ) =>
        browser.SubmitAsync(
            page.Page,
            page.Address,
            "main form",
            ("From", from?.ForField() ?? ""),
            ("LastDay", lastDay?.ForField() ?? "")
        );

    private sealed record Opened(AngleSharp.Dom.IDocument Page, string Address);

    private static async Task<Opened> OpenAsync(HttpClient browser, string address) =>
        new(await browser.PageAsync(address), address);

    private static Task<List<(DateOnly From, DateOnly? Until)>> HeldAsync(
        TestPortal portal,
        CastMember member
    ) =>
        portal.WithDatabaseAsync(async database =>
            (
                await database
                    .Leaves.Believed()
                    .Where(leave => leave.PersonId == member.PersonId)
                    .OrderBy(leave => leave.HoldsFrom)
                    .ToListAsync()
            )
                .Select(leave => (leave.HoldsFrom, leave.HoldsUntil))
                .ToList()
        );

    [Fact]
    public async Task Leave_EnteredAfterwards_ComputesTheDueDateAnew()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        await portal.OnboardingAsync(agency);
        var mere = await portal.PersonAsync(agency, "Mere Tāmihana", from: portal.Today());
        await portal.PlanAsync();
        var before = (await portal.AssignmentOfAsync(mere)).DueOn;
        portal.Clock.Move(TimeSpan.FromDays(21));
        var browser = await portal.HumanResourcesAsync(agency);
        var (away, back) = (before.AddDays(-4), portal.Today().AddDays(-1));

        using var answer = await EnterAsync(
            browser,
            await OpenAsync(browser, Address(mere)),
            away,
            back
        );

        var after = await portal.AssignmentOfAsync(mere);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.True(after.DueOn > portal.Today(), $"{after.DueOn} is not after {portal.Today()}");
        Assert.Null(after.HeldAt);
    }

    [Fact]
    public async Task Leave_WhenItHoldsTodayAndIsTakenBack_HoldsAndReleases()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        await portal.OnboardingAsync(agency);
        var mere = await portal.PersonAsync(agency, "Mere Tāmihana", from: portal.Today());
        await portal.PlanAsync();
        var browser = await portal.HumanResourcesAsync(agency);

        using var entered = await EnterAsync(
            browser,
            await OpenAsync(browser, Address(mere)),
            portal.Today(),
            null
        );
        Assert.NotNull((await portal.AssignmentOfAsync(mere)).HeldAt);

        var list = await browser.PageAsync(Address(mere));
        var edit = list.QuerySelector("main .sma-row a")!.GetAttribute("href")!;
        using var takenBack = await browser.SubmitAsync(
            await browser.PageAsync(edit),
            $"{edit}?handler=TakeBack"
        );

        Assert.Equal(HttpStatusCode.Redirect, takenBack.StatusCode);
        Assert.Empty(await HeldAsync(portal, mere));
        Assert.Null((await portal.AssignmentOfAsync(mere)).HeldAt);
    }

    [Fact]
    public async Task Leave_ThatTouchesOther_IsJoinedAndTheOldOneStaysKnown()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var mere = await portal.PersonAsync(agency, "Mere Tāmihana");
        var today = portal.Today();
        await portal.LeaveAsync(agency, mere, today.AddDays(10), today.AddDays(20));
        var browser = await portal.HumanResourcesAsync(agency);

        using var answer = await EnterAsync(
            browser,
            await OpenAsync(browser, Address(mere)),
            today.AddDays(15),
            today.AddDays(29)
        );
        var page = await browser.PageAsync(Address(mere));

        Assert.Equal([(today.AddDays(10), today.AddDays(30))], await HeldAsync(portal, mere));
        Assert.Contains("the two are one now", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            2,
            await portal.WithDatabaseAsync(database =>
                database.Leaves.CountAsync(leave => leave.PersonId == mere.PersonId)
            )
        );

        using var again = await EnterAsync(
            browser,
            await OpenAsync(browser, Address(mere)),
            today.AddDays(15),
            today.AddDays(29)
        );
        Assert.Single(await HeldAsync(portal, mere));
    }

    [Fact]
    public async Task Leave_OfAFeed_IsChangedByTheFeedOnly()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var mere = await portal.PersonAsync(agency, "Mere Tāmihana");
        var today = portal.Today();
        await portal.LeaveAsync(agency, mere, today, today.AddDays(20), feed: "payroll");
        var id = await portal.WithDatabaseAsync(database =>
            database.Leaves.Select(leave => leave.Id).SingleAsync()
        );
        var browser = await portal.HumanResourcesAsync(agency);

        var page = await browser.PageAsync(Address(mere));

        Assert.Contains(
            "Only the feed can change it",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(page.QuerySelectorAll("main .sma-row a"));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync($"{Address(mere)}/{id}")).StatusCode
        );
        using var sent = await browser.SubmitAsync(page, $"{Address(mere)}/{id}?handler=TakeBack");
        Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
        Assert.Single(await HeldAsync(portal, mere));
    }

    [Fact]
    public async Task Leave_WithWrongDays_IsRefusedAndKeepsWhatWasTyped()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var mere = await portal.PersonAsync(agency, "Mere Tāmihana");
        var browser = await portal.HumanResourcesAsync(agency);
        var today = portal.Today();

        using var answer = await EnterAsync(
            browser,
            await OpenAsync(browser, Address(mere)),
            today,
            today.AddDays(-1)
        );
        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(today.ForField(), page.QuerySelector("#from")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector(".govuk-error-summary a[href='#lastday']"));
        Assert.Empty(await HeldAsync(portal, mere));
        using var empty = await EnterAsync(
            browser,
            await OpenAsync(browser, Address(mere)),
            null,
            null
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
    }

    [Fact]
    public async Task LeavePage_WhateverItShows_HasNoFieldForTheKindOfLeave()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var mere = await portal.PersonAsync(agency, "Mere Tāmihana");
        var browser = await portal.HumanResourcesAsync(agency);

        var fields = (await browser.PageAsync(Address(mere)))
            .QuerySelectorAll("main form [name]")
            .Select(field => field.GetAttribute("name"))
            .ToList();

        Assert.Equal(["From", "LastDay", "__RequestVerificationToken"], fields);
    }

    [Fact]
    public async Task Leave_OfSomebodyOfAnotherAgencyOrWhoDied_IsNotThere()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var other = await portal.PersonAsync(await portal.AgencyAsync("stats-nz"), "Tom Fairburn");
        var died = await portal.PersonAsync(agency, "Ana Rangi");
        await portal.WithDatabaseAsync(async database =>
        {
            (await database.People.SingleAsync(person => person.Id == died.PersonId)).Die(
                portal.Today()
            );
            await database.SaveChangesAsync();
        });
        var browser = await portal.HumanResourcesAsync(agency);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Address(other))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Address(died))).StatusCode);
    }
}
