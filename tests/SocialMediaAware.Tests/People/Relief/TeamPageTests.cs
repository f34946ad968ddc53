using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.People.Relief;

public sealed class TeamPageTests
{
    [Fact]
    public async Task Team_OfALeader_ShowsTheirPeopleAndNobodyElse()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var leader = await portal.PersonAsync(agency, "Ana Rangi");
        var mine = await portal.PersonAsync(agency, "Mere Tāmihana", ledBy: leader);
        var other = await portal.PersonAsync(agency, "Tom Fairburn");
        var programme = await portal.OnboardingAsync(agency);
        await portal.AssignmentAsync(mine, programme, dueOn: portal.Today().AddDays(-1));
        await portal.AssignmentAsync(other, programme);
        var browser = await portal.SignedInAsync(leader.AccountId);

        var page = await browser.PageAsync("/team");

        var main = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Mere Tāmihana", main, StringComparison.Ordinal);
        Assert.Contains("Overdue", main, StringComparison.Ordinal);
        Assert.DoesNotContain("Tom Fairburn", main, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync($"/team/{other.PersonId}/leave")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (await browser.GetAsync($"/team/{mine.PersonId}/leave")).StatusCode
        );
    }

    [Fact]
    public async Task Team_WithNobodyInIt_SaysSo()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var leader = await portal.PersonAsync(agency, "Ana Rangi");
        var helper = await portal.PersonAsync(agency, "Ben Ashworth");
        await portal.StandInAsync(agency, leader, helper, StandInKind.Acting);
        var browser = await portal.SignedInAsync(helper.AccountId);

        var page = await browser.PageAsync("/team?page=9&show=needs-attention");

        Assert.Contains(
            "Nobody is in your team today.",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Team_OfSomebodyWhoLeadsNobody_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var browser = await portal.SignedInAsync((await portal.PersonAsync(agency)).AccountId);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/team")).StatusCode);
    }

    [Fact]
    public async Task Team_OfALeaderActingForAWeek_IsTheirsForThatWeekUnderTheLeadersName()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var leader = await portal.PersonAsync(agency, "Ana Rangi");
        var mere = await portal.PersonAsync(agency, "Mere Tāmihana", ledBy: leader);
        var acting = await portal.PersonAsync(agency, "Ben Ashworth");
        var today = portal.Today();
        await portal.StandInAsync(
            agency,
            leader,
            acting,
            StandInKind.Acting,
            today.AddDays(1),
            today.AddDays(8)
        );
        var browser = await portal.SignedInAsync(acting.AccountId);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/team")).StatusCode);

        portal.Clock.Move(TimeSpan.FromDays(1));
        browser = await portal.SignedInAsync(acting.AccountId);
        var page = await browser.PageAsync("/team");
        var leave = await browser.GetAsync($"/team/{mere.PersonId}/leave");
        portal.Clock.Move(TimeSpan.FromDays(7));
        browser = await portal.SignedInAsync(acting.AccountId);

        Assert.Equal("People of Ana Rangi", page.QuerySelector("main h2")!.TextContent);
        Assert.Contains("Mere Tāmihana", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, leave.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/team")).StatusCode);
    }

    [Fact]
    public async Task Team_OfAVacantLeader_IsTheNextOneUps()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var chief = await portal.PersonAsync(agency, "Dina Salt");
        var leader = await portal.PersonAsync(agency, "Ana Rangi", ledBy: chief);
        await portal.PersonAsync(agency, "Mere Tāmihana", ledBy: leader);
        await portal.LeftAsync(leader);
        var browser = await portal.SignedInAsync(chief.AccountId);

        var main = (await browser.PageAsync("/team")).QuerySelector("main")!;

        Assert.Contains("Mere Tāmihana", main.TextContent, StringComparison.Ordinal);
        Assert.Equal("People of Ana Rangi", main.QuerySelector("h2")!.TextContent);
        Assert.DoesNotContain(
            main.QuerySelectorAll("tbody th"),
            row => row.TextContent == "Ana Rangi"
        );
    }

    [Fact]
    public async Task Assistant_NamedByTheLeader_SeesAndEntersNothing()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var leader = await portal.PersonAsync(agency, "Ana Rangi");
        var mere = await portal.PersonAsync(agency, "Mere Tāmihana", ledBy: leader);
        var assistant = await portal.PersonAsync(agency, "Ben Ashworth");
        var leaders = await portal.SignedInAsync(leader.AccountId);

        using var unknown = await leaders.SubmitAsync(
            await leaders.PageAsync("/team/assistants"),
            "/team/assistants",
            "form#name",
            ("Who", "nobody@agency.example"),
            ("From", portal.Today().ForField())
        );
        using var named = await leaders.SubmitAsync(
            await leaders.PageAsync("/team/assistants"),
            "/team/assistants",
            "form#name",
            ("Who", assistant.Email.ToUpperInvariant()),
            ("From", portal.Today().ForField())
        );
        var browser = await portal.SignedInAsync(assistant.AccountId);
        var page = await browser.PageAsync("/team");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, named.StatusCode);
        Assert.Contains("Mere Tāmihana", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll($"a[href*='{mere.PersonId}']"));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync($"/team/{mere.PersonId}/leave")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync("/team/assistants")).StatusCode
        );

        using var ended = await leaders.SubmitAsync(
            await leaders.PageAsync("/team/assistants"),
            "/team/assistants",
            "li form"
        );
        browser = await portal.SignedInAsync(assistant.AccountId);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/team")).StatusCode);
    }

    [Fact]
    public async Task Team_OfManyPeople_HasPages()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var leader = await portal.PersonAsync(agency, "Ana Rangi");
        for (var number = 1; number <= 26; number++)
        {
            await portal.PersonAsync(agency, $"Person {number:00}", ledBy: leader);
        }

        var browser = await portal.SignedInAsync(leader.AccountId);

        Assert.Equal(25, (await browser.PageAsync("/team")).QuerySelectorAll("tbody tr").Length);
        Assert.Equal(
            "Person 26",
            Assert
                .Single((await browser.PageAsync("/team?page=2")).QuerySelectorAll("tbody th"))
                .TextContent
        );
    }

    [Fact]
    public async Task Team_WhenItIsSeen_IsWrittenToTheAuditLog()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var leader = await portal.PersonAsync(agency, "Ana Rangi");
        await portal.PersonAsync(agency, "Mere Tāmihana", ledBy: leader);
        var browser = await portal.SignedInAsync(leader.AccountId);

        await browser.GetAsync("/team");

        Assert.True(
            await portal.WithDatabaseAsync(database =>
                database.AuditEntries.AnyAsync(entry =>
                    entry.Subject == "/team?page=1" && entry.AccountId == leader.AccountId
                )
            )
        );
    }
}
