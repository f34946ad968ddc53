using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.People.Relief;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.MoreTime;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.MoreTime;

public sealed partial class AnswerPageTests
{
    [Fact]
    public async Task Requests_OfSomebodyWithoutALeader_WaitForHumanResourcesOnly()
    {
        var (_, owed) = await portal.OwingAsync(agency, "Tom Fairburn");
        var asked = await portal.AskedAsync(owed);
        using var hr = await portal.HumanResourcesAsync(agency);
        Assert.Contains("Tom Fairburn", await MainAsync(hr, "/people/more-time"));
        Assert.DoesNotContain("Tom Fairburn", await MainAsync(browser, "/team/more-time"));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync($"/team/more-time/{asked.Id}")).StatusCode
        );
    }

    [Fact]
    public async Task Assistant_SeesThatItWaitsAndNeitherReadsNorAnswers()
    {
        var asked = await portal.AskedAsync(assignment, reason: "Between you and me.");
        var helper = await portal.PersonAsync(agency, "Ben Ashworth");
        await portal.StandInAsync(agency, leader, helper, StandInKind.Assistant);
        using var assistant = await portal.SignedInAsync(helper.AccountId);
        var list = await MainAsync(assistant, "/team/more-time");
        Assert.Contains("Mere Tāmihana", list);
        Assert.Contains("The leader or HR answers", list);
        Assert.DoesNotContain("Between you and me", list);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await assistant.GetAsync($"/team/more-time/{asked.Id}")).StatusCode
        );
    }

    [Fact]
    public async Task StandIn_WhoActsForTheLeader_Answers()
    {
        var asked = await portal.AskedAsync(assignment);
        var acting = await portal.PersonAsync(agency, "Ben Ashworth");
        await portal.StandInAsync(agency, leader, acting, StandInKind.Acting);
        using var stands = await portal.SignedInAsync(acting.AccountId);
        var address = $"/team/more-time/{asked.Id}";
        using var answer = await AnswerAsync(
            stands,
            await stands.PageAsync(address),
            address,
            "true",
            "2026-12-04",
            ""
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var answered = Assert.Single(await portal.RequestsOfAsync(person));
        Assert.Equal(
            (acting.AccountId, AnswererPart.Leader),
            (answered.AnsweredByAccountId!.Value, answered.AnsweredAs!.Value)
        );
    }

    [Fact]
    public async Task Requests_WhenManyWait_AreOnPagesAndOfOnesOwnAgencyOnly()
    {
        var programme = await portal.OnboardingAsync(agency);
        for (var number = 0; number < WaitingRequests.LinesOnAPage + 1; number++)
        {
            var one = await portal.PersonAsync(agency, $"Person {number:00}");
            await portal.AskedAsync(await portal.AssignmentAsync(one, programme));
        }

        var elsewhere = await portal.AgencyAsync("stats-nz");
        var other = await portal.PersonAsync(elsewhere, "Somebody Elsewhere");
        await portal.AskedAsync(
            await portal.AssignmentAsync(other, await portal.OnboardingAsync(elsewhere))
        );
        using var hr = await portal.HumanResourcesAsync(agency);
        var first = await hr.PageAsync("/people/more-time");
        Assert.Contains("31 requests wait", first.QuerySelector("main")!.TextContent);
        Assert.Equal(WaitingRequests.LinesOnAPage, first.QuerySelectorAll("tbody tr").Length);
        var last = await hr.PageAsync("/people/more-time?page=99");
        Assert.Single(last.QuerySelectorAll("tbody tr"));
        Assert.DoesNotContain("Somebody Elsewhere", last.Body!.TextContent);
    }

    [Fact]
    public async Task AuditLog_WhenTimeWasAskedForAndGiven_SaysWhatItSaysOfLeave()
    {
        var asked = await portal.AskedAsync(assignment);
        var address = $"/team/more-time/{asked.Id}";
        using var answer = await AnswerAsync(
            browser,
            await browser.PageAsync(address),
            address,
            "true",
            "2026-12-04",
            "Take your time."
        );
        var entry = Assert.Single(await portal.AuditAsync(AuditActions.PersonChanged));
        Assert.Equal((leader.AccountId, "due dates"), (entry.AccountId!.Value, entry.Detail));
    }
}
