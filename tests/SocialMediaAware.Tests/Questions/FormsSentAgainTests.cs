using System.Net;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Tests.Questions;

/// <summary>A form that comes twice, late, changed, or with an id that is another's: nothing is lost and nothing is doubled.</summary>
public sealed class FormsSentAgainTests
{
    [Fact]
    public async Task Ask_WhenTheFormComesAgainWithOtherWords_KeepsBoth()
    {
        await using var confidence = await Confidence.BeginAsync();
        var page = await confidence.Reader.Browser.PageAsync(confidence.AskAddress);
        string[] sent = ["My first words", "My better words", "My better words", "My first words"];
        foreach (var words in sent)
        {
            using var answer = await confidence.Reader.Browser.SubmitAsync(
                page,
                confidence.AskAddress,
                "main form",
                ("Text", words)
            );
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        var question = Assert.Single(await confidence.QuestionsAsync());
        Assert.Equal(
            ["My better words", "My first words"],
            question.Messages.Select(message => message.Text).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Ask_WhenTheFormComesAgainWithOtherWordsAfterTheAnswer_WaitsAgain()
    {
        await using var confidence = await Confidence.BeginAsync();
        var page = await confidence.Reader.Browser.PageAsync(confidence.AskAddress);
        using var sent = await confidence.Reader.Browser.SubmitAsync(
            page,
            confidence.AskAddress,
            "main form",
            ("Text", "My first words")
        );
        var address = sent.Headers.Location!.ToString().Split('?')[0];
        await Confidence.WriteAsync(confidence.AdviserBrowser, address, "Yes.");
        Assert.Null((await confidence.AssignmentAsync()).HeldAt);
        await confidence.Reader.Browser.SubmitAsync(
            page,
            confidence.AskAddress,
            "main form",
            ("Text", "My better words")
        );
        Assert.NotNull(Assert.Single(await confidence.QuestionsAsync()).WaitingSince);
        Assert.NotNull((await confidence.AssignmentAsync()).HeldAt);
    }

    [Fact]
    public async Task Write_WhenTheFormComesAgainWithOtherWords_KeepsBoth()
    {
        await using var confidence = await Confidence.BeginAsync();
        var address = await confidence.AskAsync();
        var page = await confidence.AdviserBrowser.PageAsync(address);
        foreach (var words in new[] { "Yes.", "Yes, keep it.", "Yes, keep it.", "Yes." })
        {
            using var answer = await confidence.AdviserBrowser.SubmitAsync(
                page,
                address,
                "main form",
                ("Text", words)
            );
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        Assert.Equal(3, Assert.Single(await confidence.QuestionsAsync()).Messages.Count);
    }

    [Fact]
    public async Task Write_WhenTheFormIsAnotherQuestions_IsKeptUnderAnotherId()
    {
        await using var confidence = await Confidence.BeginAsync();
        var first = await confidence.AskAsync();
        var second = await confidence.AskAsync("And another thing?");
        var page = await confidence.AdviserBrowser.PageAsync(first);
        var form = page.QuerySelector("main input[name=Form]")!.GetAttribute("value");
        await confidence.AdviserBrowser.SubmitAsync(page, first, "main form", ("Text", "Yes."));
        for (var time = 0; time < 2; time++)
        {
            using var answer = await confidence.AdviserBrowser.SubmitAsync(
                await confidence.AdviserBrowser.PageAsync(second),
                second,
                "main form",
                ("Text", "No."),
                ("Form", form)
            );
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        Assert.All(
            await confidence.QuestionsAsync(),
            question => Assert.Equal(2, question.Messages.Count)
        );
        Assert.Null((await confidence.AssignmentAsync()).HeldAt);
    }

    [Fact]
    public async Task Ask_WhenTheFormIsAMessageOfAnotherQuestion_AsksAnew()
    {
        await using var confidence = await Confidence.BeginAsync();
        var address = await confidence.AskAsync();
        var page = await confidence.AdviserBrowser.PageAsync(address);
        var form = page.QuerySelector("main input[name=Form]")!.GetAttribute("value");
        await confidence.AdviserBrowser.SubmitAsync(page, address, "main form", ("Text", "Yes."));
        using var answer = await confidence.Reader.Browser.SubmitAsync(
            await confidence.Reader.Browser.PageAsync(confidence.AskAddress),
            confidence.AskAddress,
            "main form",
            ("Text", "And another thing?"),
            ("Form", form)
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(2, (await confidence.QuestionsAsync()).Count);
    }

    [Fact]
    public async Task Ask_WhenTheFormIsSomebodyElses_AsksAnew()
    {
        await using var confidence = await Confidence.BeginAsync();
        await confidence.AskAsync();
        var form = Assert.Single(await confidence.QuestionsAsync()).Id;
        var other = await confidence.Portal.PersonWithRoleAsync(
            confidence.Reader.Agency,
            PortalRole.HumanResources
        );
        using var browser = await confidence.Portal.SignedInAsync(other.AccountId);
        using var answer = await browser.SubmitAsync(
            await browser.PageAsync("/questions/ask"),
            "/questions/ask",
            "main form",
            ("Text", "Mine"),
            ("Form", form.ToString())
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(2, (await confidence.QuestionsAsync()).Count);
    }
}
