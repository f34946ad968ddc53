using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Reports;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
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
    public async Task Team_AsAFile_HoldsTheSamePeopleAndStandsInTheAuditLog()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var leader = await portal.PersonAsync(agency, "Ana Rangi");
        var late = await portal.PersonAsync(agency, "=Mere Tāmihana", ledBy: leader);
        await portal.PersonAsync(agency, "Owes Nothing", ledBy: leader);
        var other = await portal.PersonAsync(agency, "Tom Fairburn");
        var programme = await portal.OnboardingAsync(agency);
        await portal.AssignmentAsync(late, programme, dueOn: portal.Today().AddDays(-1));
        await portal.AssignmentAsync(other, programme);
        using var browser = await portal.SignedInAsync(leader.AccountId);
        var links = (await browser.PageAsync("/team?show=needs-attention"))
            .QuerySelectorAll("main a[href^='/team/download']")
            .Select(link => link.GetAttribute("href")!)
            .ToList();

        var everybody = await browser.RowsAsync("/team/download");
        var inNeed = await browser.RowsAsync(links[1]);
        using var spreadsheet = await browser.GetAsync(links[0]);
        using var unknown = await browser.GetAsync("/team/download?format=pdf");

        Assert.Equal(
            [
                "2026-11-16|Kāinga Ora|Ana Rangi|'=Mere Tāmihana|Getting started|2026-11-15|Overdue",
                "2026-11-16|Kāinga Ora|Ana Rangi|Owes Nothing|||Nothing now",
            ],
            everybody.Select(row => $"{row[0]}|{string.Join('|', row[2..])}")
        );
        Assert.Equal("'=Mere Tāmihana", Assert.Single(inNeed)[4]);
        Assert.Equal(
            "attachment; filename=\"team-as-at-2026-11-16.xlsx\"",
            spreadsheet.Content.Headers.ContentDisposition!.ToString()
        );
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        var entries = await portal.AuditAsync(AuditActions.ReportExported);
        Assert.Equal(
            [
                "csv: My team; as at 2026-11-16; Whom to show: Everybody",
                "csv: My team; as at 2026-11-16; Whom to show: Needs attention",
                "xlsx: My team; as at 2026-11-16; Whom to show: Needs attention",
            ],
            entries.Select(entry => entry.Detail).Order(StringComparer.Ordinal)
        );
        Assert.All(entries, entry => Assert.Equal(leader.AccountId, entry.AccountId));
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
        var mere = await portal.PersonAsync(agency, "Mere Tāmihana", ledBy: leader);
        await portal.LeftAsync(leader);
        var gone = await portal.SignedInAsync(leader.AccountId);
        var browser = await portal.SignedInAsync(chief.AccountId);

        var main = (await browser.PageAsync("/team")).QuerySelector("main")!;

        Assert.Contains("Mere Tāmihana", main.TextContent, StringComparison.Ordinal);
        Assert.Equal("People of Ana Rangi", main.QuerySelector("h2")!.TextContent);
        Assert.NotEqual(HttpStatusCode.OK, (await gone.GetAsync("/team")).StatusCode);
        Assert.Equal(
            HttpStatusCode.OK,
            (await browser.GetAsync($"/team/{mere.PersonId}/leave")).StatusCode
        );
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
            "main li form"
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
