using System.Net;
using SocialMediaAware.Tests.Reminders;
using SocialMediaAware.Tests.Reminders.Telling;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Tests.Questions;

/// <summary>That somebody asked is between them and the advisers, also in what the portal mails.</summary>
public sealed class QuestionMailTests
{
    private const string Answer = "Yes, keep the quokka.";

    [Fact]
    public async Task Answer_WhenGiven_IsToldToTheAskerWithoutAWordOfIt()
    {
        await using var confidence = await Confidence.BeginAsync();
        var address = await confidence.AskAsync();
        await Confidence.WriteAsync(confidence.AdviserBrowser, address, Answer);
        // Something that came to mind afterwards: no second mail on the same day.
        await Confidence.WriteAsync(confidence.AdviserBrowser, address, "And one thing more.");

        var mail = Assert.Single(await confidence.Portal.MailsAsync());
        Assert.Equal(confidence.Reader.Person.PersonId, mail.PersonId);
        Assert.Equal("Your question has an answer", mail.Subject);
        Assert.Equal(MailKind.Notice, mail.Kind);
        Assert.Contains(address, mail.Html, StringComparison.Ordinal);
        foreach (var words in new[] { "quokka", "street", "mōrena", confidence.Adviser.Name })
        {
            Assert.DoesNotContain(
                words,
                mail.Subject + mail.Text + mail.Html,
                StringComparison.OrdinalIgnoreCase
            );
        }

        // What the asker writes tells nobody by this mail.
        await Confidence.WriteAsync(confidence.Reader.Browser, address, "And its posts?");
        Assert.Single(await confidence.Portal.MailsAsync());
    }

    [Theory]
    [InlineData(PortalRole.HumanResources)]
    [InlineData(PortalRole.Auditor)]
    public async Task QuestionMails_ForHrAndAuditors_DoNotExist(PortalRole role)
    {
        await using var confidence = await Confidence.BeginAsync();
        var portal = confidence.Portal;
        var address = await confidence.AskAsync();
        await portal.TellWaitingAsync();
        await Confidence.WriteAsync(confidence.AdviserBrowser, address, Answer);
        var mails = await portal.MailsAsync();
        Assert.Equal(
            ["question-answered", "waiting-for-adviser"],
            mails.Select(mail => mail.Template).Order()
        );
        var reader = await portal.PersonWithRoleAsync(confidence.Reader.Agency, role);
        using var browser = await portal.SignedInAsync(reader.AccountId);

        foreach (
            var query in new[]
            {
                "",
                "?state=Pending",
                $"?person={confidence.Reader.Person.Email}",
                $"?person={confidence.Adviser.Name}",
            }
        )
        {
            var list = (await browser.PageAsync("/reminders" + query)).QuerySelector("main")!;
            Assert.Empty(list.QuerySelectorAll("tbody tr"));
            Assert.DoesNotContain("question", list.TextContent, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Waiting: 1", list.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Waiting: 2", list.TextContent, StringComparison.Ordinal);
        }

        foreach (var mail in mails)
        {
            using var one = await browser.GetAsync($"/reminders/{mail.Id}");
            using var file = await browser.GetAsync($"/reminders/{mail.Id}/mail.eml");
            Assert.Equal(HttpStatusCode.NotFound, one.StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
        }

        // Whose it is sees it among all that is held on them.
        var own = await confidence.Reader.Browser.PageAsync("/my-data/mails");
        Assert.Contains(
            "Your question has an answer",
            own.Body!.TextContent,
            StringComparison.Ordinal
        );
    }
}
