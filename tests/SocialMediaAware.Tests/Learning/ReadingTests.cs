using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Learning;

/// <summary>Reading section by section: what is seen, recorded, resumed, and hidden.</summary>
public sealed class ReadingTests : IAsyncLifetime
{
    private const string Module = "be-social-media-aware";
    private TestPortal portal = null!;

    public async Task InitializeAsync() => portal = await TestPortal.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Section_WhenLookedAt_RecordsNothing()
    {
        var (reader, _) = await ReaderAsync();
        using var browser = await portal.SignedInAsync(reader.AccountId);

        var page = await browser.PageAsync($"/learning/{Module}/arguments");

        Assert.Equal("Stay out of arguments about us", page.QuerySelector("h1")!.TextContent);
        Assert.Contains(
            "Be social media aware",
            page.QuerySelector(".sma-sources")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            0,
            await portal.WithDatabaseAsync(database => database.OpenedSections.CountAsync())
        );
    }

    [Fact]
    public async Task Continue_WhenPressedTwiceAtOnce_RecordsTheSectionOnceAndLeadsToTheNext()
    {
        var (reader, assignment) = await ReaderAsync();
        using var browser = await portal.SignedInAsync(reader.AccountId);
        var address = $"/learning/{Module}/arguments";
        var page = await browser.PageAsync(address);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => browser.SubmitAsync(page, address, "main article form"))
        );

        Assert.All(
            answers,
            answer =>
                Assert.Equal(
                    $"/learning/{Module}/who-speaks?assignment={assignment.Id}",
                    answer.Headers.Location!.ToString()
                )
        );
        Assert.Equal(
            1,
            await portal.WithDatabaseAsync(database => database.OpenedSections.CountAsync())
        );
        Assert.Equal(1, await portal.WithDatabaseAsync(database => database.Readings.CountAsync()));
    }

    [Fact]
    public async Task Home_WhenSomethingWasRead_LeadsToTheFirstStepNotDone()
    {
        var (reader, assignment) = await ReaderAsync();
        using var phone = await portal.SignedInAsync(reader.AccountId);
        var first = (await phone.PageAsync("/"))
            .QuerySelector(".sma-card__action a")!
            .GetAttribute("href")!;
        await phone.SubmitAsync(await phone.PageAsync(first), first, "main article form");

        using var computer = await portal.SignedInAsync(reader.AccountId);
        var home = await computer.PageAsync("/");

        Assert.Equal(
            $"/learning/{Module}/three-things?assignment={assignment.Id}",
            home.QuerySelector(".sma-card__action a")!.GetAttribute("href")
        );
        Assert.Contains(
            "1 of 11 steps done",
            home.QuerySelector(".sma-progress__words")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Modules_WhenTheyAreAnotherAgencys_DoNotExistForItsStaff()
    {
        var other = await portal.AgencyAsync("msd");
        var stranger = await portal.PersonAsync(other);
        using var browser = await portal.SignedInAsync(stranger.AccountId);

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync($"/learning/{Module}")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync($"/learning/{Module}/arguments")).StatusCode
        );
        Assert.DoesNotContain(
            Module,
            (await browser.PageAsync("/learning")).Body!.InnerHtml,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Sections_WhenTheirAddressIsWrong_AreNotFoundAndRecordNothing()
    {
        var (reader, _) = await ReaderAsync();
        using var browser = await portal.SignedInAsync(reader.AccountId);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync($"/learning/{Module}/nowhere")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync("/learning/nothing/nowhere")).StatusCode
        );
        var page = await browser.PageAsync($"/learning/{Module}/arguments");
        var answer = await browser.SubmitAsync(
            page,
            $"/learning/{Module}/nowhere",
            "main article form",
            ("Version", "99.99")
        );
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(
            0,
            await portal.WithDatabaseAsync(database => database.OpenedSections.CountAsync())
        );
    }

    [Fact]
    public void Version_WhenAMajorCameOutMeanwhile_IsTheNewOne()
    {
        var library = portal.Services.GetRequiredService<ContentStore>().Library;
        var assignment = Assignment.Make(
            Guid.NewGuid(),
            Guid.NewGuid(),
            default,
            Guid.NewGuid(),
            "onboarding/x",
            new DateOnly(2026, 11, 2),
            new DateOnly(2026, 11, 16),
            [(Module, 1)],
            portal.Clock.GetUtcNow()
        );
        var asked = assignment.Modules.Single();

        Assert.Equal(
            "2.0",
            VersionToRead.Of(library, asked, new ContentVersion(0, 9))!.Version.ToString()
        );
        Assert.Equal("2.0", VersionToRead.Of(library, asked, null)!.Version.ToString());
    }

    private async Task<(CastMember Reader, Assignment Assignment)> ReaderAsync()
    {
        var agency = await portal.AgencyAsync();
        var reader = await portal.PersonAsync(agency);
        return (reader, await portal.AssignmentAsync(reader, await portal.OnboardingAsync(agency)));
    }
}
