using System.Net;
using AngleSharp.Dom;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Tests.Reminders.Sending;

public sealed class SendingAgainTests
{
    [Fact]
    public async Task Sent_CanGoOnceMoreAsTheSameMail()
    {
        var world = new SteeredDelivery();
        await using var portal = await world.PortalAsync();
        var (person, assignment) = await portal.OwingAsync();
        await portal.RemindAsync();
        await portal.DeliverAsync();
        var mail = await portal.MailToAsync(person);
        // In the evening: it waits for the next morning.
        portal.Clock.Move(TimeSpan.FromHours(9));
        using var hr = await HrAsync(portal);

        var page = await hr.PageAsync($"/reminders/{mail.Id}/again");
        Assert.Contains("It may arrive twice.", Words(page), StringComparison.Ordinal);
        using (var sent = await hr.SubmitAsync(page, ""))
        {
            Assert.Equal($"/reminders/{mail.Id}", sent.Headers.Location!.ToString());
        }

        // A second click sends nothing more.
        using (var twice = await hr.SubmitAsync(page, ""))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        }

        Assert.Equal(0, (await portal.DeliverAsync()).All);
        portal.Clock.Move(TimeSpan.FromHours(13));
        Assert.Equal(1, (await portal.DeliverAsync()).Sent);
        Assert.Equal(2, world.Taken.Count);
        Assert.Equal(mail.MailId, world.Taken[1].Message.MailId);
        Assert.Single(await portal.AuditAsync(AuditActions.MailSentAgain));

        // What was signed meanwhile does not go, however often it is sent again.
        await portal.ChangeAsync(assignment, one => one.Sign(portal.Clock.GetUtcNow()));
        using (
            var again = await hr.SubmitAsync(await hr.PageAsync($"/reminders/{mail.Id}/again"), "")
        )
        {
            Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        }

        portal.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await portal.DeliverAsync()).Withdrawn);
    }

    [Fact]
    public async Task Failed_CanAllGoAgainButLinksAndRefusedAddresses()
    {
        var world = new SteeredDelivery();
        await using var portal = await world.PortalAsync();
        var agency = await portal.AgencyAsync();
        await portal.OwingAsync("One");
        await portal.OwingAsync("Two");
        var (refused, _) = await portal.OwingAsync("Ute Unreached");
        var (elsewhere, _) = await portal.OwingAsync("Else Where", "stats-nz");
        var locked = await portal.PersonAsync(agency, "Lena Locked-Out");
        await portal.LinkAsync(locked);
        await portal.RemindAsync();
        world.Answer = message =>
            Task.FromResult(
                new MailHandOver(
                    MailOutcome.Refused,
                    "554 No",
                    IsAddressRefused: message.To.Address == refused.Email
                )
            );
        Assert.Equal(5, (await portal.DeliverAsync()).Failed);
        world.AlwaysAnswer(MailHandOver.Delivered);
        using var hr = await HrAsync(portal);

        var list = await hr.PageAsync("/reminders?state=Failed");
        var link = list.QuerySelector("main a[href^='/reminders/failed/again']")!;
        Assert.Contains("2", link.TextContent, StringComparison.Ordinal);
        var page = await hr.PageAsync(link.GetAttribute("href")!);
        using (var sent = await hr.SubmitAsync(page, ""))
        {
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        portal.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(2, (await portal.DeliverAsync()).Sent);
        Assert.Equal(OutboxState.Failed, (await portal.MailToAsync(elsewhere)).State);
        Assert.Equal(OutboxState.Failed, (await portal.MailToAsync(refused)).State);
        Assert.Contains(
            "new link",
            Words(await hr.PageAsync($"/reminders/{(await portal.MailToAsync(locked)).Id}/again")),
            StringComparison.Ordinal
        );
        var shown = await hr.PageAsync($"/reminders/{(await portal.MailToAsync(locked)).Id}");
        Assert.DoesNotContain(GivenMails.Secret, Words(shown), StringComparison.Ordinal);
        Assert.Null(shown.QuerySelector("main a[href$='/again']"));
    }

    [Fact]
    public async Task Again_OfAnotherAgencyOrForAnAuditor_IsNotThere()
    {
        var world = new SteeredDelivery();
        await using var portal = await world.PortalAsync();
        var (person, _) = await portal.OwingAsync("Else Where", "stats-nz");
        await portal.RemindAsync();
        await portal.DeliverAsync();
        var mail = await portal.MailToAsync(person);
        using var hr = await HrAsync(portal);
        var auditor = await portal.PersonWithRoleAsync(
            await portal.AgencyAsync("stats-nz"),
            PortalRole.Auditor
        );
        using var audits = await portal.SignedInAsync(auditor.AccountId);

        using var other = await hr.GetAsync($"/reminders/{mail.Id}/again");
        using var forbidden = await audits.GetAsync($"/reminders/{mail.Id}/again");

        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        var seen = await audits.PageAsync($"/reminders/{mail.Id}");
        Assert.Null(seen.QuerySelector("main a[href$='/again']"));
    }

    private static string Words(IDocument page) => page.QuerySelector("main")!.TextContent;

    private static async Task<HttpClient> HrAsync(TestPortal portal) =>
        await portal.SignedInAsync(
            (
                await portal.PersonWithRoleAsync(
                    await portal.AgencyAsync(),
                    PortalRole.HumanResources
                )
            ).AccountId
        );
}
