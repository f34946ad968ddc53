using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Tests.Accounts;

public sealed class FirstAdministratorTests : IAsyncLifetime
{
    private TestPortal portal = null!;

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync(
            new TestPortalOptions
            {
                Settings = new Dictionary<string, string>
                {
                    ["Portal:Address"] = "https://portal.example/",
                },
            }
        );
        await portal.AgencyAsync("kainga-ora");
        await portal.AgencyAsync("stats-nz");
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Start_WhenThereIsNoAdministrator_LeavesOneLinkAndOnlyTheHashOfItsSecret()
    {
        var link = await LinkAsync();
        Assert.StartsWith(
            "https://portal.example/accounts/first-administrator?key=",
            link,
            StringComparison.Ordinal
        );
        var kept = Assert.Single(
            await portal.WithDatabaseAsync(database => database.OneTimeLinks.ToListAsync())
        );
        Assert.Equal(32, kept.SecretHash.Length);
        Assert.Equal(43, link!.Split("key=")[1].Length);
        Assert.NotEqual(
            kept.SecretHash,
            System.Buffers.Text.Base64Url.DecodeFromChars(link.Split("key=")[1])
        );
    }

    [Fact]
    public async Task Link_WhenUsed_MakesAnAdministratorOfEveryAgencyOnce()
    {
        var address = await AddressAsync();
        using var visitor = portal.Visitor();
        using var answer = await MakeAsync(visitor, address, "first@agency.example");
        Assert.Equal("/settings/roles", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/settings/roles")).StatusCode);
        Assert.Equal(
            await portal.WithDatabaseAsync(database => database.Agencies.CountAsync()),
            await portal.WithDatabaseAsync(database => database.RoleGrants.CountAsync())
        );
        Assert.Single(await portal.AuditAsync(AuditActions.FirstAdministratorMade));

        using var again = await portal.Visitor().GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Contains(
            "does not work any more",
            (await again.PageAsync()).QuerySelector("h1")!.TextContent
        );
        Assert.Null(await LinkAsync());
    }

    [Fact]
    public async Task Link_WhenTwoTabsUseItAtOnce_MakesOneAdministrator()
    {
        var address = await AddressAsync();
        using var one = portal.Visitor();
        using var two = portal.Visitor();
        var first = await one.PageAsync(address);
        var second = await two.PageAsync(address);
        var answers = await Task.WhenAll(
            SendAsync(one, first, "one@agency.example"),
            SendAsync(two, second, "two@agency.example")
        );
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NotFound);
        Assert.Equal(1, await portal.WithDatabaseAsync(database => database.Users.CountAsync()));
    }

    [Fact]
    public async Task Link_WhenADayOld_DoesNotWork()
    {
        var address = await AddressAsync();
        portal.Clock.Move(TimeSpan.FromHours(24));
        using var answer = await portal.Visitor().GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Link_WhenAnotherStartReplacedIt_DoesNotWork()
    {
        var address = await AddressAsync();
        var newer = await AddressAsync();
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await portal.Visitor().GetAsync(address)).StatusCode
        );
        Assert.Equal(HttpStatusCode.OK, (await portal.Visitor().GetAsync(newer)).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?key=")]
    [InlineData("?key=AAAA")]
    [InlineData("?key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("?key=%00%ff%27+OR+1%3D1")]
    [InlineData(
        "?key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    )]
    public async Task Link_WhenItsKeyIsNone_DoesNotWork(string query)
    {
        using var answer = await portal.Visitor().GetAsync($"/accounts/first-administrator{query}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Link_WhenTheFormIsNotRight_StillWorks()
    {
        var address = await AddressAsync();
        var taken = await portal.PersonAsync(await portal.AgencyAsync());
        using var visitor = portal.Visitor();
        foreach (
            var (email, password) in new[]
            {
                ("no address", AccountsGiven.GoodPassword),
                ("first@agency.example", "Password123456789"),
                (taken.Email, AccountsGiven.GoodPassword),
            }
        )
        {
            using var answer = await SendAsync(
                visitor,
                await visitor.PageAsync(address),
                email,
                password
            );
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.PageAsync();
            Assert.Equal(email, page.QuerySelector("#email")!.GetAttribute("value"));
        }

        using var made = await MakeAsync(visitor, address, "first@agency.example");
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
    }

    private Task<string?> LinkAsync() =>
        portal.WithAsync(services =>
            services.GetRequiredService<FirstAdministrator>().MakeLinkAsync(default)
        );

    private async Task<string> AddressAsync() => new Uri((await LinkAsync())!).PathAndQuery;

    private static async Task<HttpResponseMessage> MakeAsync(
        HttpClient visitor,
        string address,
        string email
    ) => await SendAsync(visitor, await visitor.PageAsync(address), email);

    private static Task<HttpResponseMessage> SendAsync(
        HttpClient visitor,
        AngleSharp.Dom.IDocument page,
        string email,
        string password = AccountsGiven.GoodPassword
    ) =>
        visitor.SubmitAsync(
            page,
            "/accounts/first-administrator",
            "main form",
            ("Email", email),
            ("Password", password),
            ("Again", password)
        );
}
