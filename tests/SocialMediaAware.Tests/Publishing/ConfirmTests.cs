using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Publishing;

/// <summary>An agency confirms that a module is its rule in force.</summary>
public sealed class ConfirmTests
{
    private const string Confirm = "/content/taking-care/confirm";
    private const string WithWhom = "Legal, and the PSA on 3 November";

    [Theory]
    [InlineData(PortalRole.HumanResources)]
    [InlineData(PortalRole.ContentOwner)]
    public async Task Confirm_WhenAnsweredByHumanResourcesOrAContentOwner_IsRecordedWithAnAuditEntry(
        PortalRole role
    )
    {
        await using var owned = await OwnedContent.BeginAsync();
        using var browser = await owned.AsAsync(role);
        Assert.Contains(
            "Nobody has confirmed version 1",
            Text(await browser.PageAsync("/content/taking-care")),
            StringComparison.Ordinal
        );

        var answer = await SendAsync(browser, WithWhom, "true");

        Assert.Equal("/content", answer.Headers.Location!.ToString());
        var list = await browser.PageAsync("/content");
        Assert.Contains(
            $"Taking care is confirmed as the rule in force at {owned.Agency.ShortName}.",
            list.QuerySelector(".govuk-notification-banner")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("To confirm", Text(list), StringComparison.Ordinal);
        var recorded = Assert.Single(await RecordedAsync(owned));
        Assert.Equal(
            (owned.Agency.Id, "taking-care", 1, WithWhom),
            (recorded.AgencyId, recorded.ModuleSlug, recorded.Major, recorded.Consulted)
        );
        Assert.NotNull(recorded.ConfirmedByAccountId);
        var entry = Assert.Single(await owned.Portal.AuditAsync(AuditActions.RuleConfirmed));
        Assert.Equal(recorded.ConfirmedByAccountId, entry.AccountId);
        Assert.Contains(
            "Version 1 was confirmed on 16 November 2026. Consulted: " + WithWhom,
            Text(await browser.PageAsync("/content/taking-care")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("", "true", "Say who was consulted")]
    [InlineData("   ", "true", "Say who was consulted")]
    [InlineData(null, "true", "Say who was consulted")]
    [InlineData(WithWhom, null, "Tick the box if this is your rule in force")]
    [InlineData(WithWhom, "perhaps", "Tick the box if this is your rule in force")]
    public async Task Confirm_WhenSomethingIsMissing_SaysWhatAndRecordsNothing(
        string? consulted,
        string? declared,
        string problem
    )
    {
        await using var owned = await OwnedContent.BeginAsync();
        using var browser = await owned.AsAsync(PortalRole.HumanResources);

        var answer = await SendAsync(browser, consulted, declared);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        var link = page.QuerySelector(".govuk-error-summary a")!;
        Assert.Equal(problem, link.TextContent.Trim());
        Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!));
        Assert.Equal(consulted?.Trim() ?? "", page.QuerySelector("textarea")!.TextContent);
        Assert.Empty(await RecordedAsync(owned));
        Assert.Empty(await owned.Portal.AuditAsync(AuditActions.RuleConfirmed));
    }

    [Theory]
    [InlineData(1000, HttpStatusCode.Redirect)]
    [InlineData(1001, HttpStatusCode.UnprocessableEntity)]
    [InlineData(100_000, HttpStatusCode.UnprocessableEntity)]
    public async Task Confirm_WhenTheTextIsAsLongAsItMayBeOrLonger_TakesItOrSaysSo(
        int length,
        HttpStatusCode status
    )
    {
        await using var owned = await OwnedContent.BeginAsync();
        using var browser = await owned.AsAsync(PortalRole.HumanResources);

        var answer = await SendAsync(browser, new string('ā', length), "true");

        Assert.Equal(status, answer.StatusCode);
        if (status == HttpStatusCode.UnprocessableEntity)
        {
            Assert.Contains(
                "Say it in at most 1000 characters",
                Text(await answer.PageAsync()),
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Confirm_WhenSentTwiceAtOnce_KeepsTheFirstRecordAlone(TestProvider provider)
    {
        await using var owned = await OwnedContent.BeginAsync(provider);
        using var browser = await owned.AsAsync(PortalRole.HumanResources);
        var page = await browser.PageAsync(Confirm);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(number =>
                    browser.SubmitAsync(
                        page,
                        Confirm,
                        "main form",
                        ("Consulted", $"{WithWhom} {number}"),
                        ("IsDeclared", "true")
                    )
                )
        );
        await browser.SubmitAsync(
            page,
            Confirm,
            "main form",
            ("Consulted", "Later"),
            ("IsDeclared", "true")
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.StartsWith(
            WithWhom,
            Assert.Single(await RecordedAsync(owned)).Consulted,
            StringComparison.Ordinal
        );
        Assert.Single(await owned.Portal.AuditAsync(AuditActions.RuleConfirmed));
        Assert.Null((await browser.PageAsync(Confirm)).QuerySelector("main form"));
    }

    [Fact]
    public async Task Confirm_WhenTheAgencyIsAnother_IsNotThere()
    {
        await using var owned = await OwnedContent.BeginAsync();
        var forest = await owned.Portal.AgencyAsync("forest");
        using var browser = await owned.AsAsync(PortalRole.HumanResources);
        var page = await browser.PageAsync(Confirm);

        foreach (var agency in new[] { $"{forest.Id}", $"{Guid.NewGuid()}", "harbour", "'--" })
        {
            var answer = await browser.SubmitAsync(
                page,
                Confirm,
                "main form",
                ("Agency", agency),
                ("Consulted", WithWhom),
                ("IsDeclared", "true")
            );
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal(
                HttpStatusCode.NotFound,
                (
                    await browser.GetAsync($"{Confirm}?agency={Uri.EscapeDataString(agency)}")
                ).StatusCode
            );
        }

        Assert.Empty(await RecordedAsync(owned));
    }

    [Fact]
    public async Task Confirm_WhenANewMajorVersionIsPublished_IsAskedAgain()
    {
        await using var owned = await OwnedContent.BeginAsync();
        using var browser = await owned.AsAsync(PortalRole.HumanResources);
        await SendAsync(browser, WithWhom, "true");

        owned.Draft("2.0");
        Assert.Contains(
            "Version 1 was confirmed",
            Text(await browser.PageAsync("/content/taking-care")),
            StringComparison.Ordinal
        );
        owned.Content.ReplaceInModule("status: draft", "status: published");
        owned.Reload();

        Assert.Contains(
            "Nobody has confirmed version 2",
            Text(await browser.PageAsync("/content/taking-care")),
            StringComparison.Ordinal
        );
        Assert.NotNull((await browser.PageAsync(Confirm)).QuerySelector("main form"));
    }

    [Fact]
    public void Launch_WhenAModuleIsNotConfirmed_IsRefusedAndNamesIt()
    {
        var programme = Programme.DrawUp(
            Guid.NewGuid(),
            "yearly",
            ProgrammeKind.Yearly,
            "Yearly acknowledgment",
            "What you need to know.",
            10,
            ["taking-care", "the-code"],
            new Dictionary<PersonKind, string> { [PersonKind.Employee] = "I agree." },
            TestClock.OnAMonday().GetUtcNow()
        );
        var now = TestClock.OnAMonday().GetUtcNow();

        Assert.Equal(["the-code"], programme.Launch(new HashSet<string> { "taking-care" }, now));
        Assert.Null(programme.LaunchedAt);
        Assert.Empty(programme.Launch(new HashSet<string> { "taking-care", "the-code" }, now));
        Assert.Equal(now, programme.LaunchedAt);
    }

    [Fact]
    public async Task Demonstration_WhenItIsFilled_HasEveryModuleConfirmedByTheAgenciesThatReadIt()
    {
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { Environment = "Development" }
        );
        var library = portal.Services.GetRequiredService<ContentStore>().Library;

        var (agencies, confirmed) = await portal.WithDatabaseAsync(async database =>
            (await database.Agencies.ToListAsync(), await database.RuleConfirmations.ToListAsync())
        );

        Assert.Equal(
            agencies
                .SelectMany(agency =>
                    library
                        .PublishedModules()
                        .Where(module => module.Audience.IncludesAgency(agency.Slug))
                        .Select(module => (agency.Id, module.Slug, module.Version.Major))
                )
                .Order(),
            confirmed.Select(one => (one.AgencyId, one.ModuleSlug, one.Major)).Order()
        );
        Assert.NotEmpty(confirmed);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient browser,
        string? consulted,
        string? declared
    ) =>
        await browser.SubmitAsync(
            await browser.PageAsync(Confirm),
            Confirm,
            "main form",
            ("Consulted", consulted),
            ("IsDeclared", declared)
        );

    private static Task<List<RuleConfirmation>> RecordedAsync(OwnedContent owned) =>
        owned.Portal.WithDatabaseAsync(database => database.RuleConfirmations.ToListAsync());

    private static string Text(IDocument page) => page.QuerySelector("main")!.TextContent;
}
