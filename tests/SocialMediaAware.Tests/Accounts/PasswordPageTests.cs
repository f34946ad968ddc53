using System.Net;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Tests.Accounts;

public sealed class PasswordPageTests : IAsyncLifetime
{
    private const string Page = "/accounts/password";
    private const string Another = "gravel umbrella teapot 10";
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
    public async Task Password_WhenNobodyIsSignedIn_AsksToSignIn()
    {
        using var visitor = portal.Visitor();
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(Page)).StatusCode);
    }

    [Fact]
    public async Task Password_WhenChanged_KeepsThisSessionAndEndsTheOthersAtTheirNextRequest()
    {
        using var here = await portal.SignedInAsync(member.AccountId);
        using var elsewhere = await portal.SignedInAsync(member.AccountId);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync(Page)).StatusCode);

        using var answer = await ChangeAsync(here, AccountsGiven.GoodPassword, Another, Another);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await here.PageAsync(Page);
        Assert.NotNull(page.QuerySelector(".govuk-notification-banner--success"));
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync(Page)).StatusCode);

        using var visitor = portal.Visitor();
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await visitor.SignInAsync(member.Email, AccountsGiven.GoodPassword)).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await visitor.SignInAsync(member.Email, Another)).StatusCode
        );
        Assert.Single(await portal.AuditAsync(AuditActions.PasswordChanged));
    }

    [Theory]
    [InlineData("not my password now", Another, Another, "current")]
    [InlineData(null, Another, Another, "current")]
    [InlineData(AccountsGiven.GoodPassword, "too short", "too short", "changed")]
    [InlineData(AccountsGiven.GoodPassword, null, null, "changed")]
    [InlineData(AccountsGiven.GoodPassword, "Password123456789", "Password123456789", "changed")]
    [InlineData(
        AccountsGiven.GoodPassword,
        AccountsGiven.GoodPassword,
        AccountsGiven.GoodPassword,
        "changed"
    )]
    [InlineData(AccountsGiven.GoodPassword, Another, "gravel umbrella teapot 11", "again")]
    public async Task Password_WhenTheFormIsNotRight_SaysSoAtTheFieldAndChangesNothing(
        string? current,
        string? changed,
        string? again,
        string field
    )
    {
        using var visitor = await portal.SignedInAsync(member.AccountId);
        using var answer = await ChangeAsync(visitor, current, changed, again);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.NotNull(page.QuerySelector($"#{field}-error"));
        Assert.All(
            page.QuerySelectorAll("input[type=password]"),
            input => Assert.True(string.IsNullOrEmpty(input.GetAttribute("value")))
        );
        Assert.Empty(await portal.AuditAsync(AuditActions.PasswordChanged));
    }

    [Fact]
    public async Task Password_WhenGuessedFromAnOpenScreen_LocksTheAccount()
    {
        using var visitor = await portal.SignedInAsync(member.AccountId);
        for (var number = 0; number < 5; number++)
        {
            (await ChangeAsync(visitor, "a guess of it 123", Another, Another)).Dispose();
        }

        using var answer = await ChangeAsync(visitor, AccountsGiven.GoodPassword, Another, Another);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Single(await portal.AuditAsync(AuditActions.LockedOut));
    }

    [Fact]
    public async Task Password_WhenTheAccountHasNone_SaysSo()
    {
        var other = await portal.PersonAsync(await portal.AgencyAsync());
        using var visitor = await portal.SignedInAsync(other.AccountId);
        var page = await visitor.PageAsync(Page);
        Assert.Null(page.QuerySelector("main form"));
    }

    private static async Task<HttpResponseMessage> ChangeAsync(
        HttpClient visitor,
        string? current,
        string? changed,
        string? again
    ) =>
        await visitor.SubmitAsync(
            await visitor.PageAsync(Page),
            Page,
            "main form",
            ("Current", current),
            ("Changed", changed),
            ("Again", again)
        );
}
