using System.Net;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.Accounts;

public sealed class SessionTests : IAsyncLifetime
{
    private const string Page = "/accounts/password";
    private TestPortal portal = null!;
    private CastMember member = null!;

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync();
        member = await portal.PersonAsync(await portal.AgencyAsync());
        await portal.PasswordAsync(member);
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task SignOut_WhenSent_EndsTheSessionForAKeptCookieToo()
    {
        using var visitor = portal.CreateClient(
            new() { AllowAutoRedirect = false, HandleCookies = false }
        );
        using var page = await visitor.GetAsync("/accounts/sign-in");
        using var signedIn = await SignedInWithAsync(visitor, page);
        var cookies = CookiesOf(page, signedIn);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(visitor, Page, cookies)).StatusCode);

        using var asks = await GetAsync(visitor, "/accounts/sign-out", cookies);
        Assert.Equal(HttpStatusCode.OK, asks.StatusCode);
        var form = await asks.PageAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/accounts/sign-out")
        {
            Content = new FormUrlEncodedContent([TokenOf(form)]),
        };
        request.Headers.Add("Cookie", cookies);
        using var signedOut = await visitor.SendAsync(request);
        Assert.Equal("/accounts/sign-in", signedOut.Headers.Location!.OriginalString);

        Assert.Equal(HttpStatusCode.Redirect, (await GetAsync(visitor, Page, cookies)).StatusCode);
        Assert.Single(await portal.AuditAsync(AuditActions.SignedOut));
    }

    [Fact]
    public async Task SignOut_WhenOnlyALinkIsFollowed_AsksAndEndsNothing()
    {
        using var visitor = await portal.SignedInAsync(member.AccountId);
        var page = await visitor.PageAsync("/accounts/sign-out");
        Assert.NotNull(page.QuerySelector("main form[method=post]"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(Page)).StatusCode);
    }

    [Fact]
    public async Task Role_OfSomebodyWhoLeft_OpensNothingAnyMore()
    {
        var agency = await portal.AgencyAsync();
        await portal.RoleAsync(member, PortalRole.HumanResources, agency);
        using var visitor = await portal.SignedInAsync(member.AccountId);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/reports")).StatusCode);
        await portal.WithDatabaseAsync(async database =>
        {
            var change = PeopleChange.Record(
                agency.Id,
                PeopleChangeKind.Left,
                member.PersonId,
                byAccountId: null,
                "Another job",
                portal.Clock.GetUtcNow()
            );
            var placement = database.Placements.Single(one => one.PersonId == member.PersonId);
            database.AddRange(change, placement.EndOn(portal.Clock.Today(), change)!);
            await database.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/reports")).StatusCode);
    }

    [Fact]
    public async Task SignOut_WhenNobodyIsSignedIn_GoesToTheSignIn()
    {
        using var visitor = portal.Visitor();
        using var answer = await visitor.GetAsync("/accounts/sign-out");
        Assert.Equal("/accounts/sign-in", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Session_WhenUsedWithoutPause_EndsAfterTwelveHours()
    {
        using var visitor = await portal.SignedInAsync(member.AccountId);
        for (var hour = 0; hour < 11; hour++)
        {
            portal.Clock.Move(TimeSpan.FromHours(1));
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(Page)).StatusCode);
        }

        portal.Clock.Move(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(Page)).StatusCode);
        var entry = Assert.Single(await portal.AuditAsync(AuditActions.SessionEnded));
        Assert.Equal("longest length", entry.Detail);
    }

    [Fact]
    public async Task Session_WhenNotUsedForEightHours_Ends()
    {
        using var visitor = await portal.SignedInAsync(member.AccountId);
        portal.Clock.Move(TimeSpan.FromHours(8.1));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(Page)).StatusCode);
    }

    [Fact]
    public async Task Session_WhenHtmxAsksAfterItsEnd_IsToldToLoadTheSignInWhole()
    {
        using var visitor = portal.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, Page);
        request.Headers.Add("HX-Request", "true");
        using var answer = await visitor.SendAsync(request);
        Assert.Contains("/accounts/sign-in", answer.Headers.GetValues("HX-Redirect").Single());
    }

    [Fact]
    public async Task SignIn_WhenDoneAgain_BeginsANewSessionAndEndsTheOld()
    {
        using var visitor = portal.Visitor();
        (await visitor.SignInAsync(member.Email, AccountsGiven.GoodPassword)).Dispose();
        (await visitor.SignInAsync(member.Email, AccountsGiven.GoodPassword)).Dispose();
        var sessions = await portal.WithDatabaseAsync(database =>
            Task.FromResult(database.Sessions.ToList())
        );
        Assert.Equal(2, sessions.Select(session => session.Id).Distinct().Count());
        Assert.Single(sessions, session => session.EndedAt is null);
    }

    [Fact]
    public async Task Sessions_WhenNobodyCanUseThemAnyMore_AreCleared()
    {
        (await portal.SignedInAsync(member.AccountId)).Dispose();
        portal.Clock.Move(TimeSpan.FromHours(13));
        using var visitor = portal.Visitor();
        (await visitor.SignInAsync(member.Email, AccountsGiven.GoodPassword)).Dispose();
        Assert.Equal(
            1,
            await portal.WithDatabaseAsync(database => Task.FromResult(database.Sessions.Count()))
        );
    }

    private async Task<HttpResponseMessage> SignedInWithAsync(
        HttpClient visitor,
        HttpResponseMessage page
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/accounts/sign-in")
        {
            Content = new FormUrlEncodedContent([
                TokenOf(await page.PageAsync()),
                KeyValuePair.Create("Email", member.Email),
                KeyValuePair.Create("Password", AccountsGiven.GoodPassword),
            ]),
        };
        request.Headers.Add("Cookie", CookiesOf(page));
        return await visitor.SendAsync(request);
    }

    private static KeyValuePair<string, string> TokenOf(AngleSharp.Dom.IDocument page) =>
        KeyValuePair.Create(
            "__RequestVerificationToken",
            page.QuerySelector("main form input[name=__RequestVerificationToken]")!
                .GetAttribute("value")!
        );

    private static string CookiesOf(params HttpResponseMessage[] answers) =>
        string.Join(
            "; ",
            answers
                .Where(answer => answer.Headers.Contains("Set-Cookie"))
                .SelectMany(answer => answer.Headers.GetValues("Set-Cookie"))
                .Select(cookie => cookie.Split(';')[0])
        );

    private static async Task<HttpResponseMessage> GetAsync(
        HttpClient visitor,
        string address,
        string cookies
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", cookies);
        return await visitor.SendAsync(request);
    }
}
