using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Evidence;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Tests.Assisted;

/// <summary>Somebody signs with a code at a shared screen, and nothing of them is left there.</summary>
public sealed class SharedScreenTests
{
    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Code_WhenTyped_SignsThePersonInToSignAndTheRecordSaysThatItWasAssisted(
        TestProvider provider
    )
    {
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { Provider = provider }
        );
        var held = await portal.SessionAsync();
        var code = await held.CodeAsync(held.Signer.Member);
        using var device = await held.ScreenAsync();

        using var typed = await device.TypeAsync(code.ToLowerInvariant());
        Assert.Equal("/assisted/tasks", typed.Headers.Location!.ToString());
        var tasks = await device.PageAsync("/assisted/tasks");
        var sign = $"/attestations/sign/{held.Signer.Assignment.Id}";
        Assert.NotNull(tasks.QuerySelector($"a[href='{sign}']"));
        using var signed = await device.SubmitAsync(
            await device.PageAsync(sign),
            sign,
            fields: [("Declared", "true"), ("Name", held.Signer.Member.Name)]
        );
        var receiptAddress = signed.Headers.Location!.ToString();
        var receiptPage = await device.PageAsync(receiptAddress);
        Assert.Contains("Assisted", receiptPage.Body!.TextContent);
        Assert.Contains("Morning tea, The depot", receiptPage.Body!.TextContent);

        using var own = await portal.SignedInAsync(held.Signer.Member.AccountId);
        using var file = await own.GetAsync($"{receiptAddress}/receipt.json");
        using var visitor = portal.Visitor();
        var key = VerificationKey.Parse(
            await visitor.GetStringAsync("/attestations/verification-key")
        );
        var receipt = Receipt.Read(await file.Content.ReadAsByteArrayAsync());
        Assert.True(receipt.Check(key).IsVerified);
        Assert.Equal("assisted-code", receipt.Attestation.AuthenticationMethod);
        Assert.Equal(
            "assisted-code",
            AttestationLeaf.Decode(receipt.Leaf.Span).AuthenticationMethod
        );
        var verdict = await portal.WithAsync(services =>
            services.GetRequiredService<LedgerVerification>().VerifyAsync(CancellationToken.None)
        );
        Assert.True(verdict.IsVerified);
        var ground = await portal.WithDatabaseAsync(d => d.Set<AttestationGround>().SingleAsync());
        Assert.Equal(held.SessionId, ground.ReferenceId);
    }

    [Fact]
    public async Task Screen_WhenAPersonIsDone_ShowsNothingOfThemAndOpensNothing()
    {
        await using var portal = await TestPortal.StartAsync();
        var held = await portal.SessionAsync();
        using var device = await held.ScreenAsync();
        using var typed = await device.TypeAsync(await held.CodeAsync(held.Signer.Member));
        using var tasks = await device.GetAsync("/assisted/tasks");
        Assert.True(tasks.Headers.CacheControl!.NoStore);
        Assert.EndsWith(GivenSessions.Screen, tasks.Headers.GetValues("Refresh").Single());

        using var done = await device.GetAsync(GivenSessions.Screen);
        var screen = await device.PageAsync(GivenSessions.Screen);

        Assert.DoesNotContain(held.Signer.Member.Name, screen.Body!.TextContent);
        Assert.DoesNotContain(held.Hr.Name, screen.Body!.TextContent);
        foreach (
            var address in new[]
            {
                "/assisted/tasks",
                $"/attestations/sign/{held.Signer.Assignment.Id}",
                held.Address,
                "/reports",
            }
        )
        {
            using var answer = await device.GetAsync(address);
            Assert.StartsWith("/accounts/sign-in", PathOf(answer));
        }

        Assert.All(
            await portal.WithDatabaseAsync(d =>
                d.Sessions.Where(s => s.Method == "assisted-code").ToListAsync()
            ),
            session => Assert.NotNull(session.EndedAt)
        );
    }

    [Fact]
    public async Task Visit_WhenThePersonIsHrThemself_OpensNothingButTheirOwnPartOfTheSession()
    {
        await using var portal = await TestPortal.StartAsync();
        var held = await portal.SessionAsync();
        foreach (
            var role in new[]
            {
                PortalRole.HumanResources,
                PortalRole.Administrator,
                PortalRole.Auditor,
            }
        )
        {
            await portal.RoleAsync(held.Signer.Member, role, held.Agency);
        }

        var other = await portal.OnboardingAsync(held.Agency);
        var elsewhere = await portal.AssignmentAsync(held.Signer.Member, other);
        using var device = await held.ScreenAsync();
        using var typed = await device.TypeAsync(await held.CodeAsync(held.Signer.Member));

        foreach (
            var address in new[]
            {
                "/people",
                "/reports/completion",
                "/my-data",
                "/settings/roles",
                "/audit",
                "/assisted",
                held.Address,
                "/outside-learning",
                "/accounts/password",
                "/elections",
                $"/attestations/sign/{elsewhere.Id}",
                $"/learning/assignments/{elsewhere.Id}",
                $"/attestations/sign/{held.Signer.Assignment.Id}?assignment={elsewhere.Id}",
            }
        )
        {
            using var answer = await device.GetAsync(address);
            Assert.True(
                answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden,
                $"{address}: {answer.StatusCode}"
            );
        }

        using var home = await device.GetAsync("/");
        Assert.Equal("/assisted/tasks", PathOf(home));
        var tasks = await device.PageAsync("/assisted/tasks");
        Assert.Single(tasks.QuerySelectorAll(".sma-card"));
        Assert.Empty(tasks.QuerySelectorAll(".sma-header__nav a"));
    }

    [Theory]
    [InlineData(11, 0)] // ten minutes without a request
    [InlineData(9, 7)] // an hour, with a request every nine minutes
    public async Task Visit_WhenItsTimeIsOver_LeadsBackToTheCodePage(int minutes, int times)
    {
        await using var portal = await TestPortal.StartAsync();
        var held = await portal.SessionAsync();
        using var device = await held.ScreenAsync();
        using var typed = await device.TypeAsync(await held.CodeAsync(held.Signer.Member));
        for (var time = 0; time < times; time++)
        {
            portal.Clock.Move(TimeSpan.FromMinutes(minutes));
            using var going = await device.GetAsync("/assisted/tasks");
            Assert.Equal(time < 6 ? HttpStatusCode.OK : HttpStatusCode.Redirect, going.StatusCode);
        }

        portal.Clock.Move(TimeSpan.FromMinutes(minutes));
        using var over = await device.GetAsync("/assisted/tasks");

        Assert.Equal(HttpStatusCode.Redirect, over.StatusCode);
        var screen = await device.PageAsync(GivenSessions.Screen);
        Assert.NotNull(screen.QuerySelector("#code"));
    }

    [Fact]
    public async Task Screen_WhenItIsStarted_EndsTheSignInOfWhoStartedIt()
    {
        await using var portal = await TestPortal.StartAsync();
        var held = await portal.SessionAsync();
        using var device = await held.ScreenAsync();

        using var back = await device.GetAsync(held.Address);

        Assert.StartsWith("/accounts/sign-in", PathOf(back));
        Assert.Equal(
            1,
            await portal.WithDatabaseAsync(d => d.Sessions.CountAsync(s => s.EndedAt != null))
        );
        Assert.Contains(
            await portal.AuditAsync(AuditActions.SigningAssisted),
            entry => entry.Detail == "Shared screen started"
        );
    }

    private static string PathOf(HttpResponseMessage answer)
    {
        var location = answer.Headers.Location!;
        return location.IsAbsoluteUri ? location.PathAndQuery : location.ToString();
    }
}
