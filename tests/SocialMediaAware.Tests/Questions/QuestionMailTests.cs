using System.Net;
using SocialMediaAware.Tests.Reminders;
using SocialMediaAware.Tests.Reminders.Telling;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Tests.Questions;

/// <summary>That somebody asked is between them and the advisers, also in what the portal mails.</summary>
public sealed class QuestionMailTests : IAsyncLifetime
{
    private TestPortal portal = null!;
    private Agency agency = null!;
    private CastMember asker = null!;
    private CastMember adviser = null!;
    private HttpClient browser = null!;
    private string address = "";

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync();
        agency = await portal.AgencyAsync();
        asker = await portal.PersonAsync(agency, "Āwhina Asker");
        adviser = await portal.PersonWithRoleAsync(
            agency,
            PortalRole.IntegrityAdviser,
            "Hana Webb"
        );
        browser = await portal.SignedInAsync(adviser.AccountId);
        address = $"/questions/{(await portal.QuestionAsync(agency, asker)).Id}";
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Answer_WhenGiven_IsToldToTheAskerWithoutAWordOfIt()
    {
        await Confidence.WriteAsync(browser, address, "Yes, keep the wombat.");
        // Something that came to mind afterwards: no second mail on the same day.
        await Confidence.WriteAsync(browser, address, "And one thing more.");

        var mail = Assert.Single(await portal.MailsAsync());
        Assert.Equal(asker.PersonId, mail.PersonId);
        Assert.Equal("Your question has an answer", mail.Subject);
        Assert.Equal(MailKind.Notice, mail.Kind);
        Assert.Contains(address, mail.Html, StringComparison.Ordinal);
        foreach (var words in new[] { "wombat", GivenTelling.Telltale, adviser.Name })
        {
            Assert.DoesNotContain(
                words,
                mail.Subject + mail.Text + mail.Html,
                StringComparison.OrdinalIgnoreCase
            );
        }

        // What the asker writes is no answer.
        using var own = await portal.SignedInAsync(asker.AccountId);
        await Confidence.WriteAsync(own, address, "And its posts?");
        Assert.Single(await portal.MailsAsync());
    }

    [Fact]
    public async Task QuestionMails_ForHrAndAuditors_DoNotExist()
    {
        await portal.TellWaitingAsync();
        await Confidence.WriteAsync(browser, address, "Yes, keep it.");
        Assert.Equal(
            ["question-answered", "waiting-for-adviser"],
            (await portal.MailsAsync()).Select(mail => mail.Template).Order()
        );
        foreach (var role in new[] { PortalRole.HumanResources, PortalRole.Auditor })
        {
            var reader = await portal.PersonWithRoleAsync(agency, role);
            using var other = await portal.SignedInAsync(reader.AccountId);
            await AssertShowsNoneAsync(other);
        }

        // Whose it is sees it among all that is held on them.
        using var own = await portal.SignedInAsync(asker.AccountId);
        Assert.Contains(
            "Your question has an answer",
            (await own.PageAsync("/my-data/mails")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    private async Task AssertShowsNoneAsync(HttpClient other)
    {
        string[] queries =
        [
            "",
            "?state=Pending",
            $"?person={asker.Email}",
            $"?person={adviser.Name}",
        ];
        foreach (var query in queries)
        {
            var list = (await other.PageAsync("/reminders" + query)).QuerySelector("main")!;
            Assert.Empty(list.QuerySelectorAll("tbody tr"));
            Assert.DoesNotContain("question", list.TextContent, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch("Waiting: [1-9]", list.TextContent);
        }

        foreach (var mail in await portal.MailsAsync())
        {
            using var one = await other.GetAsync($"/reminders/{mail.Id}");
            using var file = await other.GetAsync($"/reminders/{mail.Id}/mail.eml");
            Assert.Equal(HttpStatusCode.NotFound, one.StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
        }
    }
}
