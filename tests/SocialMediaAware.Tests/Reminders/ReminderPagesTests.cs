using System.Net;
using SocialMediaAware.Tests.Mail;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Tests.Reminders;

public sealed class ReminderPagesTests
{
    [Fact]
    public async Task List_ForHr_ShowsTheMailsOfTheAgencyAndRecordsTheView()
    {
        await using var portal = await TestPortal.StartAsync();
        var (agency, mail) = await MailedAsync(portal, "Āwhina Pātea");
        var (other, _) = await MailedAsync(portal, "Somebody Else", "stats-nz");
        using var hr = await HrAsync(portal, agency);

        var page = await hr.PageAsync("/reminders");

        Assert.Contains("Āwhina Pātea", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody Else", page.Body.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"main a[href='/reminders/{mail.Id}']"));
        Assert.Single(await portal.AuditAsync(AuditActions.PeopleViewed));
        Assert.NotEqual(agency.Id, other.Id);
    }

    [Theory]
    [InlineData("?person=awhina", true)]
    [InlineData("?person=PĀTEA", true)]
    [InlineData("?person=agency.example&state=Sent", true)]
    [InlineData("?state=sent&page=7", true)]
    [InlineData("?state=Failed", false)]
    [InlineData("?person=nobody", false)]
    [InlineData("?state=nonsense&page=nonsense&person=%25", false)]
    [InlineData("?page=-3", true)]
    public async Task List_WhenSearched_ShowsWhatFits(string query, bool isFound)
    {
        await using var portal = await TestPortal.StartAsync();
        var (agency, mail) = await MailedAsync(portal, "Āwhina Pātea");
        using var hr = await HrAsync(portal, agency);

        var page = await hr.PageAsync("/reminders" + query);

        Assert.Equal(
            isFound,
            page.QuerySelector($"main a[href='/reminders/{mail.Id}']") is not null
        );
    }

    [Theory]
    [InlineData("", "No mail has been written yet.")]
    [InlineData("?state=nonsense&person=%20", "No mail has been written yet.")]
    [InlineData("?state=Failed", "There is no such mail.")]
    [InlineData("?person=awhina", "There is no such mail.")]
    public async Task List_WhenThereIsNone_SaysWhetherItWasLookedFor(string query, string said)
    {
        await using var portal = await TestPortal.StartAsync();
        using var hr = await HrAsync(portal, await portal.AgencyAsync("stats-nz"));

        var page = await hr.PageAsync("/reminders" + query);

        Assert.Contains(said, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_ForHr_ShowsHeadersTextAndCleanedHtml()
    {
        await using var portal = await TestPortal.StartAsync();
        var (agency, mail) = await MailedAsync(portal, "Āwhina <script>alert(1)</script>");
        await portal.WithDatabaseAsync(async database =>
        {
            // What a mail holds is cleaned again, should it ever hold more than the templates.
            var kept = await database.OutboxMessages.FindAsync(mail.Id);
            database.Entry(kept!).Property(one => one.Html).CurrentValue =
                mail.Html
                + "<p style='color:red' onclick='x()'>Styled</p><iframe src='/'></iframe>";
            await database.SaveChangesAsync();
        });
        using var hr = await HrAsync(portal, agency);

        var page = await hr.PageAsync($"/reminders/{mail.Id}");

        Assert.Contains(
            "Auto-Submitted: auto-generated",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Styled", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Empty(
            page.QuerySelectorAll("main [style], main [onclick], main iframe, main script")
        );
        Assert.Single(await portal.AuditAsync(AuditActions.PeopleViewed));

        using var file = await hr.GetAsync($"/reminders/{mail.Id}/mail.eml");
        Assert.Equal("message/rfc822", file.Content.Headers.ContentType!.MediaType);
        var read = ReadMail.Of(await file.Content.ReadAsByteArrayAsync());
        Assert.Equal(mail.Subject, read.Words("Subject"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/mail.eml")]
    public async Task Mail_ForHrOfAnotherAgency_IsNotFound(string handler)
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, mail) = await MailedAsync(portal, "Āwhina Pātea");
        using var hr = await HrAsync(portal, await portal.AgencyAsync("stats-nz"));

        using var response = await hr.GetAsync($"/reminders/{mail.Id}{handler}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain(
            "Āwhina",
            (await hr.PageAsync("/reminders")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Mail_ThatSpeaksOfTwoAgencies_ShowsNeitherWhatTheOtherIsOwed()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var other = await portal.AgencyAsync("stats-nz");
        var person = await portal.PersonAsync(agency);
        await portal.WithDatabaseAsync(async database =>
        {
            var root = await database.Units.FindAsync(other.Id);
            database.Add(
                Placement.Learn(
                    person.PersonId,
                    root!,
                    PersonKind.Contractor,
                    "Adviser",
                    null,
                    null,
                    null,
                    new(2026, 11, 2),
                    null,
                    portal.Clock.GetUtcNow()
                )
            );
            await database.SaveChangesAsync();
        });
        await portal.AssignmentAsync(
            person,
            await portal.OnboardingAsync(agency),
            dueOn: new(2026, 11, 20)
        );
        await portal.AssignmentAsync(person, await portal.OnboardingAsync(other));
        await portal.RemindAsync();
        await portal.DeliverAsync();
        var mail = Assert.Single(await portal.MailsAsync());
        Assert.Contains(other.Name, mail.Text, StringComparison.Ordinal);
        using var hr = await HrAsync(portal, agency);

        var page = await hr.PageAsync($"/reminders/{mail.Id}");

        Assert.DoesNotContain(other.Name, page.Body!.TextContent, StringComparison.Ordinal);
        using var file = await hr.GetAsync($"/reminders/{mail.Id}/mail.eml");
        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
    }

    [Fact]
    public async Task WithoutAddress_ForHr_ListsThoseWhoOweSomething()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(agency);
        var unreached = await portal.PersonAsync(agency, "Ute Unreached");
        var idle = await portal.PersonAsync(agency, "Ida Idle");
        foreach (var person in new[] { unreached, idle })
        {
            await portal.PersonAsync(person, null);
        }

        await portal.AssignmentAsync(unreached, programme);
        using var hr = await HrAsync(portal, agency);

        var text = (await hr.PageAsync("/reminders/without-address")).Body!.TextContent;

        Assert.Contains("Ute Unreached", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ida Idle", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Next_ForThePerson_LeadsToTheNextStepAndForOthersHome()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(agency);
        var person = await portal.PersonAsync(agency);
        var stranger = await portal.PersonAsync(agency);
        var assignment = await portal.AssignmentAsync(person, programme);
        using var own = await portal.SignedInAsync(person.AccountId);
        using var other = await portal.SignedInAsync(stranger.AccountId);
        using var visitor = portal.Visitor();
        var address = $"/next/{assignment.Id}";

        Assert.StartsWith("/learning/", await LedToAsync(own, address), StringComparison.Ordinal);
        Assert.StartsWith("/learning/", await LedToAsync(own, "/next"), StringComparison.Ordinal);
        Assert.Equal("/", await LedToAsync(other, address));
        Assert.Equal("/", await LedToAsync(other, "/next"));
        var signIn = await LedToAsync(visitor, address);
        Assert.Contains("/accounts/sign-in", signIn, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString(address), signIn, StringComparison.Ordinal);

        await portal.ChangeAsync(assignment, one => one.Sign(portal.Clock.GetUtcNow()));
        Assert.Equal("/", await LedToAsync(own, address));
    }

    private static async Task<string> LedToAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!.ToString();
    }

    private static async Task<(Agency Agency, OutboxMessage Mail)> MailedAsync(
        TestPortal portal,
        string name,
        string slug = "kainga-ora"
    )
    {
        var agency = await portal.AgencyAsync(slug);
        var person = await portal.PersonAsync(agency, name);
        await portal.AssignmentAsync(person, await portal.OnboardingAsync(agency));
        await portal.RemindAsync();
        await portal.DeliverAsync();
        return (
            agency,
            (await portal.MailsAsync()).Single(mail => mail.PersonId == person.PersonId)
        );
    }

    private static async Task<HttpClient> HrAsync(TestPortal portal, Agency agency) =>
        await portal.SignedInAsync(
            (await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources)).AccountId
        );
}
