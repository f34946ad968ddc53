using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Learning;
using SocialMediaAware.Tests.People.Relief;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Questions;

namespace SocialMediaAware.Tests.Questions;

/// <summary>What HR sees of those who do not agree.</summary>
public sealed class DisagreementTests
{
    [Fact]
    public async Task NotAgreeing_WhenItIsSaid_NamesTheOneOfHRBeforeAndAfter()
    {
        await using var reader = await Reader.BeginAsync();
        Assert.Contains(
            "Nobody is named in HR",
            await MainAsync(reader.Browser, AddressOf(reader))
        );
        using var hr = await reader.Portal.HumanResourcesAsync(reader.Agency, "Tamsin Okoro");
        reader.Portal.Clock.Move(TimeSpan.FromMinutes(1));
        using var later = await reader.Portal.HumanResourcesAsync(reader.Agency, "Later Still");
        Assert.Contains(
            "We tell Tamsin Okoro of HR, and nobody else",
            await MainAsync(reader.Browser, AddressOf(reader))
        );
        await SayAsync(reader);
        Assert.Contains(
            "We told Tamsin Okoro of HR, and nobody else",
            await MainAsync(reader.Browser, AddressOf(reader))
        );
    }

    [Fact]
    public async Task NotAgreeing_WhenAProgrammeNamesItsContact_TellsThemWhileTheyAreHR()
    {
        await using var reader = await Reader.BeginAsync();
        var portal = reader.Portal;
        using var first = await portal.HumanResourcesAsync(reader.Agency, "Tamsin Okoro");
        var named = await portal.PersonAsync(reader.Agency, "Hana Webb");
        await portal.WithDatabaseAsync(async database =>
        {
            var programme = await database.Programmes.SingleAsync(programme =>
                programme.Id == reader.Assignment.ProgrammeId
            );
            database.Entry(programme).Property(one => one.ContactAccountId).CurrentValue =
                named.AccountId;
            await database.SaveChangesAsync();
        });
        Assert.Contains("We tell Tamsin Okoro", await MainAsync(reader.Browser, AddressOf(reader)));
        portal.Clock.Move(TimeSpan.FromMinutes(1));
        await portal.RoleAsync(named, PortalRole.HumanResources, reader.Agency);
        Assert.Contains("We tell Hana Webb", await MainAsync(reader.Browser, AddressOf(reader)));
    }

    [Fact]
    public async Task List_WhenSomebodyDoesNotAgree_SaysWhoAndSinceWhenAndTheirChangeOfMind()
    {
        await using var reader = await Reader.BeginAsync();
        using var hr = await reader.Portal.HumanResourcesAsync(reader.Agency);
        Assert.Contains("Nobody has said", await MainAsync(hr, List));
        await SayAsync(reader);
        var page = await hr.PageAsync(List);
        var row = Assert.Single(page.QuerySelectorAll("tbody tr")).TextContent;
        Assert.Contains("Aroha Pātea", row);
        Assert.Contains("Getting started", row);
        Assert.Contains("16 November 2026", row);
        Assert.Contains("Still does not agree", row);
        Assert.Contains("Not yet", row);
        Assert.Contains("One person does not agree", page.QuerySelector("main")!.TextContent);

        await SayAsync(reader); // has changed their mind
        Assert.Contains("Changed their mind on", await MainAsync(hr, List));
        await reader.Portal.WithDatabaseAsync(async database =>
        {
            (await database.Assignments.SingleAsync()).Sign(reader.Portal.Clock.GetUtcNow());
            await database.SaveChangesAsync();
        });
        Assert.Contains("Signed after all on 16 November 2026", await MainAsync(hr, List));
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task NotAgreeing_WhenSaidTwiceAtOnce_IsKeptOnce(TestProvider provider)
    {
        await using var reader = await Reader.BeginAsync(provider: provider);
        var page = await reader.Browser.PageAsync(AddressOf(reader));
        var said = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => reader.Browser.SubmitAsync(page, AddressOf(reader)))
        );
        Assert.All(said, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(await DisagreementsAsync(reader));
    }

    [Fact]
    public async Task Talk_WhenItsDayIsEntered_KeepsTheDayAndNoWords()
    {
        await using var reader = await Reader.BeginAsync();
        using var hr = await reader.Portal.HumanResourcesAsync(reader.Agency);
        await SayAsync(reader);
        var said = Assert.Single(await DisagreementsAsync(reader));
        var address = $"/questions/not-agreeing/talked/{said.Id}";
        var page = await hr.PageAsync(address);
        Assert.Empty(page.QuerySelectorAll("textarea"));
        foreach (var wrong in new[] { "", "soon", "2026-11-15", "2026-11-17" })
        {
            using var refused = await hr.SubmitAsync(page, address, "main form", ("Day", wrong));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.NotNull((await refused.PageAsync()).QuerySelector("#day-error"));
        }

        using var saved = await hr.SubmitAsync(page, address, "main form", ("Day", "2026-11-16"));
        using var again = await hr.SubmitAsync(page, address, "main form", ("Day", "2026-11-16"));
        Assert.Equal(List, saved.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(
            new DateOnly(2026, 11, 16),
            Assert.Single(await DisagreementsAsync(reader)).TalkedOn
        );
        Assert.Single(await reader.Portal.AuditAsync(AuditActions.PersonChanged));
        Assert.Contains("There is nobody left to talk with", await MainAsync(hr, List));
    }

    [Theory]
    [InlineData(PortalRole.Auditor)]
    [InlineData(PortalRole.IntegrityAdviser)]
    [InlineData(PortalRole.Administrator)]
    public async Task List_ForWhoIsNotHR_IsRefused(PortalRole role)
    {
        await using var reader = await Reader.BeginAsync();
        var other = await reader.Portal.PersonWithRoleAsync(reader.Agency, role);
        using var browser = await reader.Portal.SignedInAsync(other.AccountId);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(List)).StatusCode);
    }

    private const string List = "/questions/not-agreeing";

    private static string AddressOf(Reader reader) => $"{List}/{reader.Assignment.Id}";

    private static async Task SayAsync(Reader reader)
    {
        using var answer = await reader.Browser.SubmitAsync(
            await reader.Browser.PageAsync(AddressOf(reader)),
            AddressOf(reader)
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static Task<List<Disagreement>> DisagreementsAsync(Reader reader) =>
        reader.Portal.WithDatabaseAsync(database =>
            database.Disagreements.AsNoTracking().ToListAsync()
        );

    private static async Task<string> MainAsync(HttpClient visitor, string address) =>
        (await visitor.PageAsync(address)).QuerySelector("main")!.TextContent;
}
