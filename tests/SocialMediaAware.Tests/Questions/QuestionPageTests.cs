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
    public async Task Ask_WhenItIsOpened_SaysWhoReadsItAndWhereConfidenceEnds()
    {
        await using var confidence = await Confidence.BeginAsync();
        var page = await confidence.Reader.Browser.PageAsync(confidence.AskAddress);
        var words = page.QuerySelector("main")!.TextContent;
        Assert.Contains("integrity advisers", words, StringComparison.Ordinal);
        Assert.Contains("There are limits", words, StringComparison.Ordinal);
        Assert.Contains(
            "Protected Disclosures (Protection of Whistleblowers) Act 2022",
            words,
            StringComparison.Ordinal
        );
        Assert.Contains("What you post", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_WhenItIsSentTwice_AsksOnceAndStopsTheClock()
    {
        await using var confidence = await Confidence.BeginAsync();
        var page = await confidence.Reader.Browser.PageAsync(confidence.AskAddress);
        var sent = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(_ =>
                    confidence.Reader.Browser.SubmitAsync(
                        page,
                        confidence.AskAddress,
                        "main form",
                        ("Text", Confidence.Words)
                    )
                )
        );
        Assert.All(sent, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(Assert.Single(await confidence.QuestionsAsync()).Messages);
        Assert.NotNull((await confidence.AssignmentAsync()).HeldAt);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \r\n ")]
    [InlineData(null)]
    public async Task Ask_WhenNothingIsWritten_SaysSo(string? words)
    {
        await using var confidence = await Confidence.BeginAsync();
        using var answer = await confidence.Reader.Browser.SubmitAsync(
            await confidence.Reader.Browser.PageAsync(confidence.AskAddress),
            confidence.AskAddress,
            "main form",
            ("Text", words)
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            "#text",
            (await answer.PageAsync())
                .QuerySelector(".govuk-error-summary__list a")!
                .GetAttribute("href")
        );
        Assert.Null((await confidence.AssignmentAsync()).HeldAt);
    }

    [Fact]
    public async Task Ask_WhenItIsTooLong_KeepsWhatWasTyped()
    {
        await using var confidence = await Confidence.BeginAsync();
        var words = new string('a', QuestionMessage.TextLength + 1);
        using var answer = await confidence.Reader.Browser.SubmitAsync(
            await confidence.Reader.Browser.PageAsync(confidence.AskAddress),
            confidence.AskAddress,
            "main form",
            ("Text", words)
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(words, (await answer.PageAsync()).QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task Ask_WhenTheAssignmentIsSomebodyElses_IsNotFound()
    {
        await using var confidence = await Confidence.BeginAsync();
        using var answer = await confidence.AdviserBrowser.GetAsync(confidence.AskAddress);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Ask_WhenTheModuleIsAnotherAgencys_ForgetsIt()
    {
        await using var confidence = await Confidence.BeginAsync();
        var forest = await confidence.Portal.AgencyAsync("forest");
        var outsider = await confidence.Portal.PersonAsync(forest, "Of Another Agency");
        using var browser = await confidence.Portal.SignedInAsync(outsider.AccountId);
        const string address = "/questions/ask?module=taking-care&section=what-you-post";
        using var answer = await browser.SubmitAsync(
            await browser.PageAsync(address),
            address,
            "main form",
            ("Text", Confidence.Words),
            ("module", "taking-care")
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Null(Assert.Single(await confidence.QuestionsAsync()).ModuleSlug);
        var list = await browser.PageAsync("/questions");
        Assert.DoesNotContain("Taking care", list.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_WhenThePersonWorksForTwoAgencies_AsksWhich()
    {
        await using var confidence = await Confidence.BeginAsync();
        var forest = await confidence.Portal.AgencyAsync("forest");
        await confidence.Portal.WithDatabaseAsync(async database =>
        {
            var root = await database.Units.SingleAsync(unit => unit.Id == forest.Id);
            database.Add(
                Placement.Learn(
                    confidence.Reader.Person.PersonId,
                    root,
                    PersonKind.Contractor,
                    "Adviser",
                    null,
                    null,
                    null,
                    new DateOnly(2026, 1, 1),
                    null,
                    confidence.Portal.Clock.GetUtcNow()
                )
            );
            await database.SaveChangesAsync();
        });
        using var browser = await confidence.Portal.SignedInAsync(
            confidence.Reader.Person.AccountId
        );
        var page = await browser.PageAsync("/questions/ask");
        using var unsaid = await browser.SubmitAsync(
            page,
            "/questions/ask",
            "main form",
            ("Text", Confidence.Words)
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);
        using var said = await browser.SubmitAsync(
            page,
            "/questions/ask",
            "main form",
            ("Text", Confidence.Words),
            ("agency", $"{confidence.Reader.Agency.Id}")
        );
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        Assert.Equal(
            confidence.Reader.Agency.Id,
            Assert.Single(await confidence.QuestionsAsync()).AgencyId
        );
    }

    [Theory]
    [InlineData(PortalRole.HumanResources)]
    [InlineData(PortalRole.Auditor)]
    [InlineData(PortalRole.Administrator)]
    [InlineData(PortalRole.ContentOwner)]
    public async Task Question_WhenSomebodyWithAnotherRoleLooks_IsNotFound(PortalRole role)
    {
        await using var confidence = await Confidence.BeginAsync();
        var address = await confidence.AskAsync();
        var other = await confidence.Portal.PersonWithRoleAsync(confidence.Reader.Agency, role);
        using var browser = await confidence.Portal.SignedInAsync(other.AccountId);
        using var answer = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain(
            address,
            await browser.GetStringAsync("/questions"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Question_WhenAnAdviserOfAnotherAgencyLooks_IsNotFound()
    {
        await using var confidence = await Confidence.BeginAsync();
        var address = await confidence.AskAsync();
        var forest = await confidence.Portal.AgencyAsync("forest");
        var other = await confidence.Portal.PersonWithRoleAsync(
            forest,
            PortalRole.IntegrityAdviser
        );
        // They also work for the asker's agency, without the role there.
        await confidence.Portal.RoleAsync(
            other,
            PortalRole.HumanResources,
            confidence.Reader.Agency
        );
        using var browser = await confidence.Portal.SignedInAsync(other.AccountId);
        using var answer = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain(
            address,
            await browser.GetStringAsync("/questions"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Question_WhenItIsAskedAnsweredAndAskedAgain_IsInNoAuditLog()
    {
        await using var confidence = await Confidence.BeginAsync();
        var address = await confidence.AskAsync();
        await Confidence.WriteAsync(confidence.AdviserBrowser, address, "Yes, keep it.");
        await Confidence.WriteAsync(confidence.Reader.Browser, address, "And its posts?");
        var log = await confidence.Portal.AuditAsync();
        Assert.DoesNotContain(
            log,
            entry =>
                $"{entry.Subject} {entry.Detail}".Contains("question", StringComparison.Ordinal)
                || entry.Detail.Contains("street", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Text_WhenItHoldsMarkupAndControlCharacters_IsShownAsTextAndKept()
    {
        await using var confidence = await Confidence.BeginAsync();
        var address = await confidence.AskAsync("<script>alert(1)</script>\u0007 tēnā");
        var page = await confidence.AdviserBrowser.PageAsync(address);
        Assert.Null(page.QuerySelector(".sma-message script"));
        Assert.Contains(
            "<script>alert(1)</script> tēnā",
            page.QuerySelector(".sma-message")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Lists_WhenThereAreMoreThanAPageHolds_HaveASecondPage()
    {
        await using var confidence = await Confidence.BeginAsync();
        await confidence.Portal.WithDatabaseAsync(async database =>
        {
            database.AddRange(
                Enumerable
                    .Range(0, 30)
                    .Select(number =>
                        Question.Ask(
                            Guid.NewGuid(),
                            confidence.Reader.Agency.Id,
                            confidence.Reader.Person.PersonId,
                            null,
                            null,
                            null,
                            $"Number {number}",
                            confidence.Portal.Clock.GetUtcNow().AddMinutes(number)
                        )
                    )
            );
            await database.SaveChangesAsync();
        });
        var first = await confidence.AdviserBrowser.PageAsync("/questions");
        var next = first.QuerySelector("main a[rel=next]")!.GetAttribute("href")!;
        var second = await confidence.AdviserBrowser.PageAsync(next);
        Assert.Equal(25, first.QuerySelectorAll(".sma-row").Length);
        Assert.Equal(5, second.QuerySelectorAll(".sma-row").Length);
        Assert.NotNull(second.QuerySelector("main a[rel=prev]"));

        var own = await confidence.Reader.Browser.PageAsync("/questions");
        var more = own.QuerySelector("main a[rel=next]")!.GetAttribute("href")!;
        var rest = await confidence.Reader.Browser.PageAsync(more);
        Assert.Equal(25, own.QuerySelectorAll(".sma-row").Length);
        Assert.Equal(5, rest.QuerySelectorAll(".sma-row").Length);
        Assert.NotNull(rest.QuerySelector("main a[rel=prev]"));
        Assert.Null(rest.QuerySelector("main a[rel=next]"));
    }
}
