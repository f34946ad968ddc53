using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Quizzes;

namespace SocialMediaAware.Tests.Quizzes;

public sealed class SituationPageTests
{
    [Fact]
    public async Task Situation_WhenNobodyIsSignedIn_AsksToSignIn()
    {
        await using var practice = await Practice.BeginAsync();
        using var visitor = practice.Portal.Visitor();
        using var response = await visitor.GetAsync(practice.Address);
        Assert.NotEqual(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Situation_WhenTheAssignmentIsSomebodyElses_IsNotFound()
    {
        await using var practice = await Practice.BeginAsync();
        var other = await practice.Portal.PersonAsync(practice.Agency, "Someone Else");
        using var browser = await practice.Portal.SignedInAsync(other.AccountId);
        using var response = await browser.GetAsync(practice.Address);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("kainga-ora-social-media-guidance")]
    [InlineData("nothing-of-that-name")]
    public async Task Situation_WhenTheModuleIsNotInTheAssignment_IsNotFound(string module)
    {
        await using var practice = await Practice.BeginAsync();
        using var response = await practice.Browser.GetAsync(
            $"/quizzes/{practice.Assignment.Id}/{module}"
        );
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Situation_WhenTheAssignmentHasEnded_GoesHome()
    {
        await using var practice = await Practice.BeginAsync();
        await practice.Portal.WithDatabaseAsync(async database =>
        {
            var assignment = await database.Assignments.SingleAsync();
            assignment.Sign(practice.Portal.Clock.GetUtcNow());
            await database.SaveChangesAsync();
        });
        using var response = await practice.Browser.GetAsync(practice.Address);
        Assert.Equal("/", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Situation_WhenSectionsAreNotOpened_LeadsBackToThem()
    {
        await using var practice = await Practice.BeginAsync(hasRead: false);
        var page = await practice.Browser.PageAsync(practice.Address);
        var link = page.QuerySelector("main a.govuk-button")!.GetAttribute("href");
        Assert.Equal(
            $"/learning/{Practice.Slug}/{practice.Module.Sections[0].Id}?assignment={practice.Assignment.Id}",
            link
        );
        Assert.Null(page.QuerySelector("main form"));
    }

    [Fact]
    public async Task Situation_WhenOnlyLookedAt_BeginsNothing()
    {
        await using var practice = await Practice.BeginAsync();
        var page = await practice.Browser.PageAsync(practice.Address);
        Assert.Contains(
            "They are never used for discipline",
            page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            0,
            await practice.Portal.WithDatabaseAsync(database => database.QuizAttempts.CountAsync())
        );
    }

    [Fact]
    public async Task Start_WhenPressedTwice_BeginsOneAttempt()
    {
        await using var practice = await Practice.BeginAsync();
        var start = await practice.Browser.PageAsync(practice.Address);
        var pressed = await Task.WhenAll(
            practice.Browser.SubmitAsync(start, practice.Address),
            practice.Browser.SubmitAsync(start, practice.Address)
        );
        Assert.All(pressed, each => Assert.Equal(HttpStatusCode.Redirect, each.StatusCode));
        var attempt = await practice.AttemptAsync();
        Assert.Equal(practice.Module.Quiz.Draw, attempt.Drawn.Count);
    }

    [Fact]
    public async Task Answer_WhenNothingIsChosen_SaysSoAndShowsTheSituationAgain()
    {
        await using var practice = await Practice.BeginAsync();
        var page = await practice.StartAsync();
        using var response = await practice.Browser.SubmitAsync(page, practice.Address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var again = await response.PageAsync();
        Assert.Equal(
            "Choose an answer",
            again.QuerySelector(".govuk-error-summary__list a")!.TextContent
        );
        Assert.NotNull(again.QuerySelector("#option-0"));
        Assert.StartsWith("Error", again.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99")]
    [InlineData("-1")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task Answer_WhenTheOptionDoesNotExist_SaysToChoose(string option)
    {
        await using var practice = await Practice.BeginAsync();
        var page = await practice.StartAsync();
        using var response = await practice.Browser.SubmitAsync(
            page,
            practice.Address,
            fields: ("options", option)
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.DoesNotContain((await practice.AttemptAsync()).Drawn, each => each.IsAnswered);
    }

    [Fact]
    public async Task Answer_WhenSeveralAreChosenForOne_SaysToChooseOne()
    {
        await using var practice = await Practice.BeginAsync();
        var page = await practice.StartAsync();
        for (var answers = 0; page.QuerySelector("input[type=radio]") is null; answers++)
        {
            Assert.True(answers < 40, "The quiz does not end.");
            using var _ = await practice.AnswerAsync(page, right: true);
            page = await practice.Browser.PageAsync(practice.Address);
        }

        using var response = await practice.Browser.SubmitAsync(
            page,
            practice.Address,
            fields: [("options", "0"), ("options", "1")]
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var again = await response.PageAsync();
        Assert.Equal(
            "Choose one answer only",
            again.QuerySelector(".govuk-error-summary__list a")!.TextContent
        );
    }

    [Fact]
    public async Task Answer_WhenRight_LeadsToTheFeedbackAndOn()
    {
        await using var practice = await Practice.BeginAsync();
        var page = await practice.StartAsync();
        using var response = await practice.AnswerAsync(page, right: true);
        Assert.Equal($"{practice.Address}?position=1", response.Headers.Location?.ToString());

        var feedback = await practice.Browser.PageAsync(response.Headers.Location!.ToString());
        Assert.NotNull(feedback.QuerySelector(".sma-answer--right .sma-answer__why"));
        Assert.Null(feedback.QuerySelector(".sma-answer--wrong"));
        Assert.Equal(
            practice.Address,
            feedback.QuerySelector("main a.govuk-button")!.GetAttribute("href")
        );
        Assert.NotNull(
            feedback.QuerySelector($"main a[href^='/learning/{Practice.Slug}/'][href*=assignment]")
        );
    }

    [Fact]
    public async Task Answer_WhenWrong_ShowsWhyAndBringsTheObligationBack()
    {
        await using var practice = await Practice.BeginAsync();
        var page = await practice.StartAsync();
        using var response = await practice.AnswerAsync(page, right: false);
        var feedback = await practice.Browser.PageAsync(response.Headers.Location!.ToString());
        Assert.NotNull(feedback.QuerySelector(".sma-answer--wrong .sma-answer__why"));
        Assert.Contains("Not yet", feedback.Body!.TextContent, StringComparison.Ordinal);

        var attempt = await practice.AttemptAsync();
        Assert.Equal(practice.Module.Quiz.Draw + 1, attempt.Drawn.Count);
        Assert.Equal(attempt.Drawn[0].ObligationId, attempt.Drawn[^1].ObligationId);
        // As another situation, unless the draw had used up all that exercise it.
        var first = attempt.Drawn.SkipLast(1).Select(each => each.ScenarioSlug).ToHashSet();
        Assert.Equal(
            practice.Module.Scenarios.Any(each =>
                each is { Contested: false, Phases.Count: 0 }
                && each.ObligationIds.Contains(attempt.Drawn[0].ObligationId)
                && !first.Contains(each.Slug)
            ),
            !first.Contains(attempt.Drawn[^1].ScenarioSlug)
        );
    }

    [Fact]
    public async Task Answer_WhenHtmxAsks_AnswersWithTheFragmentAndTakesTheFocusToTheFeedback()
    {
        await using var practice = await Practice.BeginAsync();
        var page = await practice.StartAsync();
        practice.Browser.DefaultRequestHeaders.Add("HX-Request", "true");
        using var response = await practice.AnswerAsync(page, right: true);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var html = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<html", html, StringComparison.Ordinal);
        var fragment = await response.PageAsync();
        Assert.NotNull(fragment.QuerySelector("#situation .sma-answer[data-focus-after-swap]"));
    }

    [Fact]
    public async Task Answer_WhenHtmxSendsNoChoice_AnswersWithTheFragmentAndTheError()
    {
        await using var practice = await Practice.BeginAsync();
        var page = await practice.StartAsync();
        practice.Browser.DefaultRequestHeaders.Add("HX-Request", "true");
        using var response = await practice.Browser.SubmitAsync(page, practice.Address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var fragment = await response.PageAsync();
        Assert.NotNull(fragment.QuerySelector("#situation .govuk-error-summary"));
        Assert.Null(fragment.QuerySelector(".sma-header"));
    }

    [Fact]
    public async Task Answer_WhenTheSituationWasAnsweredBefore_ShowsTheRecordedAnswer()
    {
        await using var practice = await Practice.BeginAsync();
        var page = await practice.StartAsync();
        using var first = await practice.AnswerAsync(page, right: true);
        var recorded = (await practice.AttemptAsync()).Drawn[0].SelectedOptions;
        using var second = await practice.AnswerAsync(page, right: false);
        Assert.Equal($"{practice.Address}?position=1", second.Headers.Location?.ToString());
        var shown = await practice.Browser.PageAsync(second.Headers.Location!.ToString());
        Assert.Contains("first answer counts", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(shown.QuerySelector(".sma-answer--wrong"));
        Assert.Equal(recorded, (await practice.AttemptAsync()).Drawn[0].SelectedOptions);
    }

    [Theory]
    [InlineData("attempt", "01a00000-0000-7000-8000-000000000000")]
    [InlineData("attempt", "nonsense")]
    [InlineData("attempt", null)]
    [InlineData("position", "3")]
    [InlineData("position", "-4")]
    [InlineData("position", "nonsense")]
    [InlineData("position", null)]
    public async Task Answer_WhenTheFormIsFromElsewhere_SaysSoAndRecordsNothing(
        string field,
        string? value
    )
    {
        await using var practice = await Practice.BeginAsync();
        var page = await practice.StartAsync();
        using var response = await practice.Browser.SubmitAsync(
            page,
            practice.Address,
            fields: [(field, value), ("options", "0")]
        );
        Assert.Equal(practice.Address, response.Headers.Location?.ToString());
        var shown = await practice.Browser.PageAsync(practice.Address);
        Assert.Contains("earlier page", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain((await practice.AttemptAsync()).Drawn, each => each.IsAnswered);
    }

    [Fact]
    public async Task Answer_WhenTheTextShownWasAnother_AsksToReadAgain()
    {
        await using var practice = await Practice.BeginAsync();
        var page = await practice.StartAsync();
        using var response = await practice.Browser.SubmitAsync(
            page,
            practice.Address,
            fields: [("shown", "00"), ("options", "0")]
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.DoesNotContain((await practice.AttemptAsync()).Drawn, each => each.IsAnswered);
    }

    [Fact]
    public async Task Answer_WhenTheAttemptNeverBegan_LeadsToTheStart()
    {
        await using var practice = await Practice.BeginAsync();
        var start = await practice.Browser.PageAsync(practice.Address);
        using var response = await practice.Browser.SubmitAsync(
            start,
            practice.Address,
            fields: []
        );
        var page = await practice.Browser.PageAsync(practice.Address);
        await practice.Portal.WithDatabaseAsync(async database =>
        {
            database.RemoveRange(await database.QuizAttempts.ToListAsync());
            await database.SaveChangesAsync();
        });
        using var late = await practice.AnswerAsync(page, right: true);
        Assert.Equal(practice.Address, late.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Answer_WhenItWasTheLast_ShowsItsFeedbackOnceAndThenTheResult()
    {
        await using var practice = await Practice.BeginAsync();
        var last = await practice.PassAsync();
        var feedback = await practice.Browser.PageAsync(last.ToString());
        Assert.NotNull(feedback.QuerySelector(".sma-answer--right"));
        Assert.Equal("Finish", feedback.QuerySelector("main a.govuk-button")!.TextContent);

        var again = await practice.Browser.PageAsync(last.ToString());
        Assert.Null(again.QuerySelector(".sma-answer"));
        Assert.Equal("That is the practice done", again.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Situation_WhenEverythingIsAnsweredWrong_StillEndsAndNamesWhatToReadAgain()
    {
        await using var practice = await Practice.BeginAsync();
        var page = await practice.StartAsync();
        var explained = 0;
        for (var answers = 0; page.QuerySelector("#option-0") is not null; answers++)
        {
            Assert.True(answers < 40, "There is a dead end.");
            using var response = await practice.AnswerAsync(page, right: false);
            var feedback = await practice.Browser.PageAsync(response.Headers.Location!.ToString());
            explained += feedback.Body!.TextContent.Contains(
                "reasoning in full",
                StringComparison.Ordinal
            )
                ? 1
                : 0;
            page = await practice.Browser.PageAsync(practice.Address);
        }

        Assert.True(explained > 0);
        Assert.NotEmpty(page.QuerySelectorAll(".sma-row a[href^='/learning/']"));
        Assert.NotNull((await practice.AttemptAsync()).PassedAt);
        Assert.NotEmpty(
            await practice.Portal.WithDatabaseAsync(database =>
                database.ObligationsMissed.ToListAsync()
            )
        );
    }
}
