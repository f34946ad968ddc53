using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Assisted;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.Assisted;

/// <summary>A code works once, for one person, in one session, on one day.</summary>
public sealed class CodeTests
{
    [Fact]
    public void Code_WhenMade_HasNoLetterThatIsTakenForAnother()
    {
        for (var time = 0; time < 200; time++)
        {
            var code = AssistedCode.New();
            Assert.Equal(AssistedCode.Length, code.Length);
            Assert.DoesNotContain(code, letter => "01OILU".Contains(letter));
            Assert.Equal(
                code,
                AssistedCode.Read($" {AssistedCode.Printed(code).ToLowerInvariant()} ")
            );
        }

        Assert.Null(AssistedCode.Read("12345678"));
        Assert.Null(AssistedCode.Read(new string('A', 100_000)));
        Assert.Null(AssistedCode.Read(null));
    }

    [Fact]
    public async Task Code_WhenUsedTwice_WorksOnce()
    {
        await using var portal = await TestPortal.StartAsync();
        var held = await portal.SessionAsync();
        var code = await held.CodeAsync(held.Signer.Member);
        using var device = await held.ScreenAsync();
        using var first = await device.TypeAsync(code);
        using var done = await device.GetAsync(GivenSessions.Screen);

        using var again = await device.TypeAsync(code);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.DoesNotContain(code, (await again.PageAsync()).DocumentElement.OuterHtml);
        Assert.Equal(1, await held.VisitsAsync());
    }

    [Fact]
    public async Task Code_WhenANewerOneWasGiven_WorksNoMore()
    {
        await using var portal = await TestPortal.StartAsync();
        var held = await portal.SessionAsync();
        var old = await held.CodeAsync(held.Signer.Member);
        var newer = await held.CodeAsync(held.Signer.Member);
        using var device = await held.ScreenAsync();

        using var refused = await device.TypeAsync(old);
        using var taken = await device.TypeAsync(newer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
    }

    [Fact]
    public async Task Code_WhenItIsOfAnotherSession_DoesNotWorkHere()
    {
        await using var portal = await TestPortal.StartAsync();
        var held = await portal.SessionAsync();
        var other = held with
        {
            SessionId = await held.HrBrowser.OpenSessionAsync(portal, held.Programme),
        };
        await other.AskAsync(held.Signer.Member);
        var code = await other.CodeAsync(held.Signer.Member);
        using var device = await held.ScreenAsync();

        using var refused = await device.TypeAsync(code);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(0, await held.VisitsAsync());
    }

    [Fact]
    public async Task Screen_WhenTheDayIsOver_IsNoScreenAnyMore()
    {
        await using var portal = await TestPortal.StartAsync();
        var held = await portal.SessionAsync();
        using var device = await held.ScreenAsync();
        var page = await device.PageAsync(GivenSessions.Screen);
        var code = await held.CodeAsync(held.Signer.Member);
        portal.Clock.Move(TimeSpan.FromHours(24));

        using var screen = await device.GetAsync(GivenSessions.Screen);
        using var typed = await device.SubmitAsync(
            page,
            GivenSessions.Screen,
            fields: [("Code", code)]
        );

        Assert.Equal(HttpStatusCode.NotFound, screen.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, typed.StatusCode);
    }

    [Fact]
    public async Task Session_WhenClosed_EndsItsScreensAndTheVisitAtOne()
    {
        await using var portal = await TestPortal.StartAsync();
        var held = await portal.SessionAsync();
        using var device = await held.ScreenAsync();
        using var typed = await device.TypeAsync(await held.CodeAsync(held.Signer.Member));

        using var closed = await held.HrBrowser.SubmitAsync(
            await held.HrBrowser.PageAsync(held.Address),
            held.Address,
            "#close-session"
        );
        using var tasks = await device.GetAsync("/assisted/tasks");
        using var screen = await device.GetAsync(GivenSessions.Screen);

        Assert.Equal(HttpStatusCode.Redirect, tasks.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, screen.StatusCode);
    }

    [Fact]
    public async Task Codes_WhenFiveAreWrong_LockTheScreenForAWhile()
    {
        await using var portal = await TestPortal.StartAsync();
        var held = await portal.SessionAsync();
        var code = await held.CodeAsync(held.Signer.Member);
        using var device = await held.ScreenAsync();
        for (var time = 0; time < SharedScreen.MostWrongCodes; time++)
        {
            using var wrong = await device.TypeAsync("AAAA AAAA");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var locked = await device.TypeAsync(code);
        portal.Clock.Move(SharedScreen.LockLength);
        using var later = await device.TypeAsync(code);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, locked.StatusCode);
        Assert.Contains("five minutes", (await locked.PageAsync()).Body!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
    }

    [Fact]
    public async Task Code_WhenThePersonHasNoAccount_MakesOneThatNoPasswordOpens()
    {
        await using var portal = await TestPortal.StartAsync();
        var held = await portal.SessionAsync();
        await portal.WithDatabaseAsync(async d =>
        {
            d.Remove(await d.Users.SingleAsync(a => a.PersonId == held.Signer.Member.PersonId));
            await d.SaveChangesAsync();
        });
        using var device = await held.ScreenAsync();

        using var typed = await device.TypeAsync(await held.CodeAsync(held.Signer.Member));
        using var tasks = await device.GetAsync("/assisted/tasks");

        Assert.Equal(HttpStatusCode.OK, tasks.StatusCode);
        var account = await portal.WithDatabaseAsync(d =>
            d.Users.SingleAsync(a => a.PersonId == held.Signer.Member.PersonId)
        );
        Assert.Null(account.PasswordHash);
        Assert.Null(account.Email);
    }

    [Fact]
    public async Task People_WhenALeaderAsks_AreThoseTheyLead()
    {
        await using var portal = await TestPortal.StartAsync();
        var held = await portal.SessionAsync();
        var leader = await portal.PersonAsync(held.Agency, "Leader Here");
        var led = await portal.PersonAsync(held.Agency, "Led Person", ledBy: leader);
        await portal.AssignmentAsync(led, held.Programme);
        using var browser = await portal.SignedInAsync(leader.AccountId);
        var id = await browser.OpenSessionAsync(portal, held.Programme);
        var address = $"/assisted/{id}/people";

        var page = await browser.PageAsync(address);
        using var forced = await browser.SubmitAsync(
            page,
            address,
            "main form[method=post]",
            ("Asked", held.Signer.Member.PersonId.ToString()),
            ("Asked", led.PersonId.ToString())
        );
        using var hrs = await browser.GetAsync(held.Address);
        using var nothing = await held.HrBrowser.SubmitAsync(
            page,
            $"/assisted/{Guid.NewGuid()}/people",
            "header form"
        );

        Assert.Equal(
            ["Led Person"],
            page.QuerySelectorAll("main label[for^=person]").Select(l => l.TextContent)
        );
        Assert.Equal(
            [led.PersonId],
            await portal.WithDatabaseAsync(d =>
                d.Set<AssistedParticipant>()
                    .Where(p => p.SessionId == id)
                    .Select(p => p.PersonId)
                    .ToListAsync()
            )
        );
        Assert.Equal(HttpStatusCode.NotFound, hrs.StatusCode);
    }

    [Fact]
    public async Task Open_WhenTheFormIsNotComplete_SaysWhatIsMissingAndKeepsWhatWasTyped()
    {
        await using var portal = await TestPortal.StartAsync();
        var held = await portal.SessionAsync();

        using var refused = await held.HrBrowser.SubmitAsync(
            await held.HrBrowser.PageAsync("/assisted/open"),
            "/assisted/open",
            fields: [("Title", "Tea"), ("Day", "2020-01-01")]
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.PageAsync();
        Assert.Equal("Tea", page.QuerySelector("#title")!.GetAttribute("value"));
        Assert.Equal(
            ["#place", "#day", "#programmes"],
            page.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href"))
        );
    }

    [Fact]
    public async Task Session_WhenItIsAnotherAgencys_IsNotThere()
    {
        await using var portal = await TestPortal.StartAsync();
        var held = await portal.SessionAsync();
        var other = await portal.AgencyAsync("stats-nz");
        var stranger = await portal.PersonWithRoleAsync(other, PortalRole.HumanResources, "Far");
        var staff = await portal.PersonAsync(held.Agency, "Staff Person");
        using var browser = await portal.SignedInAsync(stranger.AccountId);
        using var staffBrowser = await portal.SignedInAsync(staff.AccountId);

        foreach (
            var address in new[] { held.Address, $"{held.Address}/people", $"{held.Address}/codes" }
        )
        {
            using var there = await browser.GetAsync(address);
            using var forbidden = await staffBrowser.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, there.StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        }
    }
}
