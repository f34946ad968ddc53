using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Learning;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Questions;

namespace SocialMediaAware.Tests.Questions;

public sealed partial class QuestionPageTests
{
    [Fact]
    public async Task Answer_WhenAnAdviserWrites_ShowsItAndStartsTheClock()
    {
        await using var confidence = await Confidence.BeginAsync();
        var address = await confidence.AskAsync();
        using var answer = await Confidence.WriteAsync(
            confidence.AdviserBrowser,
            address,
            "Yes, keep it."
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await confidence.Reader.Browser.PageAsync(address);
        Assert.Contains(
            "Yes, keep it.",
            page.QuerySelector(".sma-message--ours")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null((await confidence.AssignmentAsync()).HeldAt);
    }

    [Fact]
    public async Task Answer_WhenTheDueDateHasPassed_LeavesThreeWorkingDays()
    {
        await using var confidence = await Confidence.BeginAsync();
        var address = await confidence.AskAsync();
        // Due Friday 27 November; asked on Monday 16 November; answered on Monday 7 December.
        confidence.Portal.Clock.MoveTo(new DateOnly(2026, 11, 27));
        await confidence.Portal.WithDatabaseAsync(async database =>
        {
            var assignment = await database.Assignments.SingleAsync(each =>
                each.Id == confidence.Reader.Assignment.Id
            );
            assignment.Resume(assignment.DueOn);
            assignment.Hold(confidence.Portal.Clock.GetUtcNow());
            await database.SaveChangesAsync();
        });
        confidence.Portal.Clock.MoveTo(new DateOnly(2026, 12, 7));
        using var browser = await confidence.Portal.SignedInAsync(confidence.Adviser.AccountId);
        await Confidence.WriteAsync(browser, address, "Yes, keep it.");
        Assert.Equal(new DateOnly(2026, 12, 10), (await confidence.AssignmentAsync()).DueOn);
    }

    [Fact]
    public async Task Answer_WhenThePersonIsOnLeaveMeanwhile_KeepsTheClockStoppedForTheLeave()
    {
        await using var confidence = await Confidence.BeginAsync();
        var address = await confidence.AskAsync();
        await confidence.Portal.WithDatabaseAsync(async database =>
        {
            database.Add(
                Leave.Learn(
                    confidence.Reader.Agency.Id,
                    confidence.Reader.Person.PersonId,
                    new DateOnly(2026, 11, 18),
                    new DateOnly(2026, 12, 2),
                    confidence.Portal.Clock.GetUtcNow()
                )
            );
            await database.SaveChangesAsync();
        });
        confidence.Portal.Clock.MoveTo(new DateOnly(2026, 11, 20));
        using var browser = await confidence.Portal.SignedInAsync(confidence.Adviser.AccountId);
        await Confidence.WriteAsync(browser, address, "Yes, keep it.");
        // Held from a day of the leave, so that the planner knows what holds it and lets it go afterwards.
        Assert.Equal(
            new DateOnly(2026, 11, 20),
            (await confidence.AssignmentAsync()).HeldAt!.Value.NewZealandDate()
        );
    }

    [Fact]
    public async Task Question_WhenAskedFurther_StopsTheClockAgain()
    {
        await using var confidence = await Confidence.BeginAsync();
        var address = await confidence.AskAsync();
        await Confidence.WriteAsync(confidence.AdviserBrowser, address, "Yes, keep it.");
        await Confidence.WriteAsync(confidence.Reader.Browser, address, "And its posts?");
        Assert.NotNull((await confidence.AssignmentAsync()).HeldAt);
        Assert.Equal(3, Assert.Single(await confidence.QuestionsAsync()).Messages.Count);
    }

    [Fact]
    public async Task Question_WhenTheAskerNeedsNoAnswer_StartsTheClock()
    {
        await using var confidence = await Confidence.BeginAsync();
        var address = await confidence.AskAsync();
        var page = await confidence.Reader.Browser.PageAsync(address);
        using var answer = await confidence.Reader.Browser.SubmitAsync(
            page,
            address,
            "main form[action*='Withdraw' i]"
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Null((await confidence.AssignmentAsync()).HeldAt);
        foreach (var place in new[] { address, "/questions" })
        {
            var shown = await confidence.Reader.Browser.PageAsync(place);
            Assert.Equal(
                "Closed without an answer",
                shown.QuerySelector("main .govuk-tag")!.TextContent
            );
        }
    }

    [Fact]
    public async Task Question_WhenWithdrawnAfterItWasAskedFurther_IsNotCalledAnswered()
    {
        await using var confidence = await Confidence.BeginAsync();
        var address = await confidence.AskAsync();
        await Confidence.WriteAsync(confidence.AdviserBrowser, address, "Yes, keep it.");
        await ExpectTagAsync("Answered");
        confidence.Portal.Clock.Move(TimeSpan.FromMinutes(1));
        await Confidence.WriteAsync(confidence.Reader.Browser, address, "And its posts?");
        await ExpectTagAsync("Waiting for an answer");
        await confidence.Reader.Browser.SubmitAsync(
            await confidence.Reader.Browser.PageAsync(address),
            address,
            "main form[action*='Withdraw' i]"
        );
        await ExpectTagAsync("Closed without an answer");

        async Task ExpectTagAsync(string words)
        {
            foreach (var place in new[] { address, "/questions" })
            {
                var shown = await confidence.Reader.Browser.PageAsync(place);
                Assert.Equal(words, shown.QuerySelector("main .govuk-tag")!.TextContent);
            }
        }
    }

    [Fact]
    public async Task Question_WhenTwoWait_TheClockStartsAfterTheSecondAnswer()
    {
        await using var confidence = await Confidence.BeginAsync();
        var first = await confidence.AskAsync();
        var second = await confidence.AskAsync("And another thing?");
        await Confidence.WriteAsync(confidence.AdviserBrowser, first, "Yes.");
        Assert.NotNull((await confidence.AssignmentAsync()).HeldAt);
        await Confidence.WriteAsync(confidence.AdviserBrowser, second, "No.");
        Assert.Null((await confidence.AssignmentAsync()).HeldAt);
    }
}
