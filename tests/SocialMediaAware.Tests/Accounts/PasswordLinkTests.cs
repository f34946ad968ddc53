using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Tests.Accounts;

public sealed class PasswordLinkTests : IAsyncLifetime
{
    private const string Another = "gravel umbrella teapot 10";
    private TestPortal portal = null!;
    private Agency agency = null!;
    private CastMember member = null!;

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync(
            new TestPortalOptions
            {
                Settings = new Dictionary<string, string>
                {
                    ["Portal:Address"] = "https://portal.example",
                },
            }
        );
        agency = await portal.AgencyAsync();
        member = await portal.PersonAsync(agency);
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Invitation_WhenItsLinkIsUsed_LetsInOnceAndNeverAgain()
    {
        await portal.InviteAsync(agency, member);
        var link = await portal.NewestLinkAsync(member);
        using var visitor = portal.Visitor();
        // Mail programs look first.
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(link)).StatusCode);
        var page = await visitor.PageAsync(link);
        Assert.Equal(member.Email, page.QuerySelector("#username")!.GetAttribute("value"));

        using var answer = await visitor.ChooseAsync(link, AccountsGiven.GoodPassword);
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/accounts/password")).StatusCode);

        using var other = portal.Visitor();
        using var again = await other.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Contains(
            "does not work any more",
            (await again.PageAsync()).QuerySelector("h1")!.TextContent
        );
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await other.SignInAsync(member.Email, AccountsGiven.GoodPassword)).StatusCode
        );
        Assert.Single(await portal.AuditAsync(AuditActions.PasswordLinkMade));
        Assert.Single(await portal.AuditAsync(AuditActions.PasswordChanged));
    }

    [Fact]
    public async Task Invitation_WhileItWaits_HoldsNoLinkThatOpensAnything()
    {
        await portal.InviteAsync(agency, member);
        var letter = Assert.Single(await portal.LettersAsync(member, OneTimeLink.Invitation));
        Assert.Equal(MailKind.Security, letter.Kind);
        Assert.Contains(
            "https://portal.example/accounts/choose-password?key={{secret}}",
            letter.Text,
            StringComparison.Ordinal
        );
        var secret = (await portal.LinkOfAsync(letter)).Split("key=")[1];
        Assert.DoesNotContain(secret, letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, letter.SealedSecret!, StringComparison.Ordinal);
        var mailed = letter.Mailed(new() { From = "from@agency.example" }, secret);
        Assert.Contains($"key={secret}", mailed.Content.Text, StringComparison.Ordinal);
        Assert.Contains($"key={secret}", mailed.Content.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_WhenANewerOneWasSentOrItsTimeIsOver_DoesNotWork()
    {
        await portal.InviteAsync(agency, member);
        var first = await portal.NewestLinkAsync(member);
        portal.Clock.Move(TimeSpan.FromMinutes(1));
        await portal.InviteAsync(agency, member);
        var second = await portal.NewestLinkAsync(member);
        using var visitor = portal.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(first)).StatusCode);
        portal.Clock.Move(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(second)).StatusCode);
        portal.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(second)).StatusCode);
    }

    [Fact]
    public async Task Link_WhenTwoTabsUseItAtOnce_LetsInOne()
    {
        await portal.InviteAsync(agency, member);
        var link = await portal.NewestLinkAsync(member);
        using var one = portal.Visitor();
        using var two = portal.Visitor();
        var first = await one.PageAsync(link);
        var second = await two.PageAsync(link);
        (string, string?)[] fields = [("Password", Another), ("Again", Another)];
        var answers = await Task.WhenAll(
            one.SubmitAsync(first, link, "main form", fields),
            two.SubmitAsync(second, link, "main form", fields)
        );
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", "", "password")]
    [InlineData("too short", "too short", "password")]
    [InlineData(AccountsGiven.GoodPassword, Another, "again")]
    public async Task Password_WhenItIsNotRight_SaysSoAndKeepsTheLink(
        string password,
        string again,
        string field
    )
    {
        await portal.InviteAsync(agency, member);
        var link = await portal.NewestLinkAsync(member);
        using var visitor = portal.Visitor();
        using var answer = await visitor.ChooseAsync(link, password, again);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await answer.PageAsync()).QuerySelector($"#{field}-error"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Forgotten_WhetherThereIsAnAccountOrNot_AnswersTheSameAndWritesToItsOwnerOnly()
    {
        await portal.PasswordAsync(member);
        using var visitor = portal.Visitor();
        using var known = await visitor.ForgetAsync(member.Email);
        var said = await visitor.PageAsync("/accounts/forgotten");
        using var unknown = await visitor.ForgetAsync("nobody@agency.example");
        var saidToo = await visitor.PageAsync("/accounts/forgotten");
        Assert.Equal(HttpStatusCode.Redirect, known.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, unknown.StatusCode);
        Assert.Equal(
            said.QuerySelector("main")!.TextContent,
            saidToo.QuerySelector("main")!.TextContent
        );
        Assert.Single(await portal.LettersAsync(member, OneTimeLink.PasswordReset));
        Assert.Equal(
            1,
            await portal.WithDatabaseAsync(database => database.OutboxMessages.CountAsync())
        );
        using var stranger = portal.Visitor();
        using var wrong = await stranger.ForgetAsync("no address");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
    }

    [Fact]
    public async Task Forgotten_WhenAskedAgainAndAgain_SendsThreeInAnHour()
    {
        for (var time = 0; time < 5; time++)
        {
            using var asking = portal.Visitor();
            using var answer = await asking.ForgetAsync(member.Email);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        Assert.Equal(3, (await portal.LettersAsync(member, OneTimeLink.PasswordReset)).Count);
        portal.Clock.Move(TimeSpan.FromHours(2));
        using var visitor = portal.Visitor();
        using var later = await visitor.ForgetAsync(member.Email);
        Assert.Equal(4, (await portal.LettersAsync(member, OneTimeLink.PasswordReset)).Count);
    }

    [Fact]
    public async Task Reset_WhenUsed_UnlocksEndsOtherSessionsAndTellsTheOwner()
    {
        await portal.PasswordAsync(member);
        using var elsewhere = await portal.SignedInAsync(member.AccountId);
        using var visitor = portal.Visitor();
        for (var time = 0; time < PasswordAttempts.MostFailures; time++)
        {
            using var wrong = await visitor.SignInAsync(member.Email, "not my password 11");
        }

        using var asked = await visitor.ForgetAsync(member.Email);
        var link = await portal.NewestLinkAsync(member, OneTimeLink.PasswordReset);
        using var answer = await visitor.ChooseAsync(link, Another);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await elsewhere.GetAsync("/accounts/password")).StatusCode
        );
        using var fresh = portal.Visitor();
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await fresh.SignInAsync(member.Email, Another)).StatusCode
        );
        Assert.Single(await portal.LettersAsync(member, "password-changed"));
    }

    [Fact]
    public async Task Link_WhenTheAccountIsShutOrItsOwnerLeft_IsNoWayIn()
    {
        await portal.InviteAsync(agency, member);
        var link = await portal.NewestLinkAsync(member);
        await portal.WithDatabaseAsync(async database =>
        {
            var account = await database.Users.SingleAsync(one => one.Id == member.AccountId);
            account.Disable(portal.Clock.GetUtcNow());
            await database.SaveChangesAsync();
        });
        using var visitor = portal.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(link)).StatusCode);
        using var asked = await visitor.ForgetAsync(member.Email);
        Assert.Empty(await portal.LettersAsync(member, OneTimeLink.PasswordReset));
    }
}
