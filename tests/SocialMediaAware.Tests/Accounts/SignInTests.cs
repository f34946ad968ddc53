using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Tests.Accounts;

public sealed class SignInTests : IAsyncLifetime
{
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
    public async Task SignIn_WhenThePageIsAsked_LetsPasswordManagersHelp()
    {
        using var visitor = portal.Visitor();
        var page = await visitor.PageAsync("/accounts/sign-in");
        Assert.Equal("username", page.QuerySelector("#email")!.GetAttribute("autocomplete"));
        Assert.Equal(
            "current-password",
            page.QuerySelector("#password")!.GetAttribute("autocomplete")
        );
        Assert.Equal("password", page.QuerySelector("#password")!.GetAttribute("type"));
        Assert.Empty(page.QuerySelectorAll("a[href*=demonstration]"));
    }

    [Fact]
    public async Task SignIn_WhenThePasswordIsRight_OpensTheAddressAskedForAndIsNoted()
    {
        using var visitor = portal.Visitor();
        using var first = await visitor.GetAsync("/accounts/password");
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.StartsWith(
            "/accounts/sign-in?from=",
            first.Headers.Location!.PathAndQuery,
            StringComparison.Ordinal
        );

        var address = first.Headers.Location.PathAndQuery;
        var page = await visitor.PageAsync(address);
        using var answer = await visitor.SubmitAsync(
            page,
            address,
            "main form",
            ("Email", member.Email.ToUpperInvariant()),
            ("Password", AccountsGiven.GoodPassword)
        );
        Assert.Equal("/accounts/password", answer.Headers.Location!.OriginalString);
        var cookie = Assert.Single(
            answer.Headers.GetValues("Set-Cookie"),
            value => value.StartsWith("sma-session=", StringComparison.Ordinal)
        );
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/accounts/password")).StatusCode);
        var entry = Assert.Single(await portal.AuditAsync(AuditActions.SignedIn));
        Assert.Equal((member.AccountId, "password"), (entry.AccountId!.Value, entry.Detail));
        Assert.NotNull(entry.AgencyId);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("~//elsewhere.example")]
    public async Task SignIn_WhenTheReturnAddressIsElsewhere_StaysHere(string from)
    {
        using var visitor = portal.Visitor();
        var address = $"/accounts/sign-in?from={Uri.EscapeDataString(from)}";
        using var answer = await visitor.SignInAsync(
            member.Email,
            AccountsGiven.GoodPassword,
            address
        );
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task SignIn_WhenTheAccountIsUnknown_SaysTheSameAsForAWrongPassword()
    {
        using var visitor = portal.Visitor();
        using var wrong = await visitor.SignInAsync(member.Email, "not the password at all");
        using var unknown = await visitor.SignInAsync("nobody@agency.example", "whatever it is 12");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        var said = (await wrong.PageAsync()).QuerySelector(".govuk-error-summary")!.TextContent;
        Assert.NotEmpty(said);
        Assert.Equal(
            said,
            (await unknown.PageAsync()).QuerySelector(".govuk-error-summary")!.TextContent
        );

        var entries = await portal.AuditAsync(AuditActions.SignInRefused);
        Assert.Equal(
            new[] { member.Email, "unknown account" }.Order(),
            entries.Select(entry => entry.Subject).Order()
        );
        Assert.DoesNotContain(
            await portal.AuditAsync(),
            entry =>
                $"{entry.Subject}{entry.Detail}".Contains(
                    "nobody@agency.example",
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "   ")]
    public async Task SignIn_WhenFieldsAreMissing_SaysSoAtTheField(string? email, string? password)
    {
        using var visitor = portal.Visitor();
        using var answer = await visitor.SubmitAsync(
            await visitor.PageAsync("/accounts/sign-in"),
            "/accounts/sign-in",
            "main form",
            ("Email", email),
            ("Password", password),
            ("Extra", "field")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.NotNull(page.QuerySelector(".govuk-error-summary a[href='#email']"));
        Assert.NotNull(page.QuerySelector("#password-error"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SignIn_WhenFivePasswordsWereWrong_IsLockedForFifteenMinutes(bool isKnown)
    {
        var email = isKnown ? member.Email : "nobody@agency.example";
        using var visitor = portal.Visitor();
        for (var number = 1; number <= 4; number++)
        {
            Assert.DoesNotContain("is locked", await TextAsync(visitor, email, "wrong password 1"));
        }

        Assert.Contains("is locked", await TextAsync(visitor, email, "wrong password 1"));
        portal.Clock.Move(TimeSpan.FromMinutes(14));
        Assert.Contains("is locked", await TextAsync(visitor, email, AccountsGiven.GoodPassword));
        portal.Clock.Move(TimeSpan.FromMinutes(2));
        using var answer = await visitor.SignInAsync(email, AccountsGiven.GoodPassword);
        Assert.Equal(
            isKnown ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity,
            answer.StatusCode
        );
        Assert.Equal(isKnown ? 1 : 0, (await portal.AuditAsync(AuditActions.LockedOut)).Count);
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task SignIn_WhenTwentyTriesComeAtOnce_LooksAtFiveOnly(TestProvider provider)
    {
        await portal.DisposeAsync();
        portal = await TestPortal.StartAsync(new TestPortalOptions { Provider = provider });
        member = await portal.PersonAsync(await portal.AgencyAsync());
        await portal.PasswordAsync(member);
        var verdicts = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(number =>
                    portal.WithAsync(async services =>
                    {
                        var attempts = services.GetRequiredService<PasswordAttempts>();
                        var account = await services
                            .GetRequiredService<SocialMediaAware.Web.Data.PortalDbContext>()
                            .Users.FindAsync(member.AccountId);
                        return await attempts.TryAsync(account, $"guess {number}", default);
                    })
                )
        );
        Assert.Equal(4, verdicts.Count(verdict => verdict is PasswordVerdict.Wrong));
        Assert.Equal(1, verdicts.Count(verdict => verdict is PasswordVerdict.WrongAndNowLocked));
        Assert.Equal(15, verdicts.Count(verdict => verdict is PasswordVerdict.Locked));
    }

    [Fact]
    public async Task SignIn_WhenLockedElsewhere_LeavesAnOpenSessionAlone()
    {
        using var session = await portal.SignedInAsync(member.AccountId);
        using var visitor = portal.Visitor();
        for (var number = 1; number <= 5; number++)
        {
            (await visitor.SignInAsync(member.Email, "wrong password 1")).Dispose();
        }

        Assert.Equal(HttpStatusCode.OK, (await session.GetAsync("/accounts/password")).StatusCode);
    }

    [Fact]
    public async Task SignIn_WhenTheAccountIsShut_IsRefused()
    {
        using var session = await portal.SignedInAsync(member.AccountId);
        await portal.WithDatabaseAsync(async database =>
        {
            (await database.Users.FindAsync(member.AccountId))!.Disable(portal.Clock.GetUtcNow());
            await database.SaveChangesAsync();
        });
        using var refused = await session.GetAsync("/accounts/password");
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        using var visitor = portal.Visitor();
        using var answer = await visitor.SignInAsync(member.Email, AccountsGiven.GoodPassword);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_WhenTheAddressIsHttps_NamesTheCookieForThisHostOnly()
    {
        using var visitor = portal.CreateClient(
            new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") }
        );
        using var answer = await visitor.SignInAsync(member.Email, AccountsGiven.GoodPassword);
        var cookie = Assert.Single(
            answer.Headers.GetValues("Set-Cookie"),
            value => value.StartsWith("__Host-sma-session=", StringComparison.Ordinal)
        );
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SignIn_WhenTooManyTriesComeFromOneAddress_AsksToWait()
    {
        await using var strict = await TestPortal.StartAsync(
            new TestPortalOptions
            {
                Settings = new Dictionary<string, string> { [SignInRate.Setting] = "2" },
            }
        );
        using var visitor = strict.Visitor();
        (await visitor.SignInAsync("a@agency.example", "one two three 44")).Dispose();
        (await visitor.SignInAsync("b@agency.example", "one two three 44")).Dispose();
        using var answer = await visitor.SignInAsync("c@agency.example", "one two three 44");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("60", answer.Headers.GetValues("Retry-After").Single());
        Assert.Contains(
            "Wait a minute",
            (await answer.PageAsync()).QuerySelector("main")!.TextContent
        );
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/accounts/sign-in")).StatusCode);
    }

    private static async Task<string> TextAsync(HttpClient visitor, string email, string password)
    {
        using var answer = await visitor.SignInAsync(email, password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await answer.PageAsync()).QuerySelector(".govuk-error-summary")!.TextContent;
    }
}
