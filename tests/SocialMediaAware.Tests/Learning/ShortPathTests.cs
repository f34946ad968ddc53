using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Learning;

public sealed partial class ShortPathTests
{
    private const string OldWords = "Stop and think before you post.";
    private const string NewWords = "You must stop and think before you post.";

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task ShortPath_WhenNothingChanged_IsTwoSituationsAndOneSignature(
        TestProvider provider
    )
    {
        await using var returner = await Returner.WhoSignedBothAsync(provider);
        var owed = await returner.OwesAsync(Returner.Care, Returner.Speaking);

        var home = await returner.PageAsync("/");
        Assert.Contains("Nothing changed since you signed on 16 November 2026.", Words(home));
        Assert.Contains("0 of 2 steps done", Words(home));
        var overview = await returner.FollowAsync(home);
        Assert.Equal("Nothing changed since you signed", Heading(overview));
        Assert.Equal(["Two situations", "Sign"], Steps(overview));
        var openedBefore = await OpenedCountAsync(returner);

        // Eight screens: first page, what changed, two situations with their feedback, signing, receipt.
        var page = await returner.SendAsync(overview, Returner.Overview(owed));
        Assert.Contains("Situation 1 of 2", Words(page));
        page = await returner.FollowAsync(await returner.AnswerAsync(owed, page, right: true));
        Assert.Contains("Situation 2 of 2", Words(page));
        page = await returner.AnswerAsync(owed, page, right: true);
        Assert.Contains("We have deleted your single answers.", Words(page));
        var round = Assert.Single(await returner.AttemptsAsync(owed));
        Assert.Equal((2, true), (round.Drawn.Count, round.PassedAt is not null));
        var sheet = await returner.FollowAsync(page);
        Assert.Equal("Read what you sign, then sign it", Heading(sheet));
        Assert.Null(sheet.QuerySelector(".sma-changes"));
        var receipt = await returner.SignAsync(owed);

        Assert.Contains("Taking care", Words(receipt));
        Assert.Contains("Speaking up", Words(receipt));
        Assert.NotNull((await returner.AgainAsync(owed)).SignedAt);
        Assert.Equal(openedBefore, await OpenedCountAsync(returner));
        Assert.Equal(
            2,
            await returner.InDatabaseAsync(database =>
                database.Attestations.CountAsync(each => each.PersonId == returner.Person.PersonId)
            )
        );
    }

    [Fact]
    public async Task ShortPath_WhenOneModuleChanged_AsksForThatSectionAndBeginsWithItsObligation()
    {
        await using var returner = await Returner.WhoSignedBothAsync();
        await returner.ChangeCareAsync("1.0", "2.0", OldWords, NewWords);
        var owed = await returner.OwesAsync(Returner.Care, Returner.Speaking);

        var overview = await returner.PageAsync(Returner.Overview(owed));
        Assert.Equal("1 section changed since you signed", Heading(overview));
        Assert.Equal(["What you post", "Two situations", "Sign"], Steps(overview));
        Assert.Contains("You must stop", overview.QuerySelector(".sma-changes ins")!.TextContent);
        Assert.Contains("Stop", overview.QuerySelector(".sma-changes del")!.TextContent);
        Assert.Single(overview.QuerySelectorAll(".sma-changes"));

        var first = await returner.PageAsync(Returner.Situations(owed));
        Assert.Equal("Read the sections first", Heading(first));
        var section = await returner.FollowAsync(overview);
        Assert.Contains("This changed since you signed version 1.0", Words(section));
        Assert.Contains("Step 1 of 3", Words(section));
        var after = await returner.SendAsync(section, SectionAddress(owed));
        Assert.Equal("Two short situations", Heading(after));
        await returner.StartAsync(owed);
        Assert.Equal("HB-SMG-01", (await returner.CurrentAsync(owed)).ObligationIds[0]);
        await returner.PractiseAsync(owed);
        Assert.Equal(2, (await returner.AttemptsAsync(owed)).Single().Drawn.Count);
        var sheet = await returner.PageAsync(Returner.Sign(owed));
        Assert.Contains("You must", sheet.QuerySelector(".sma-changes ins")!.TextContent);
        await returner.SignAsync(owed);
        Assert.NotNull((await returner.AgainAsync(owed)).SignedAt);
    }

    [Fact]
    public async Task ShortPath_WhenOneModuleIsNew_ReadsAndPractisesThatOneInFull()
    {
        await using var returner = await Returner.AppearAsync();
        await returner.SignedAsync(Returner.Care);
        await returner.ComeBackAsync(afterDays: 120);
        var owed = await returner.OwesAsync(Returner.Care, Returner.Speaking);

        var overview = await returner.PageAsync(Returner.Overview(owed));
        Assert.Equal(["Speaking up", "Two situations", "Sign"], Steps(overview));
        var page = await returner.FollowAsync(overview);
        Assert.Equal("Whom you ask", Heading(page));
        page = await returner.SendAsync(page, SpeakingAddress(owed, "whom-you-ask"));
        Assert.Equal("What you tell", Heading(page));
        await returner.SendAsync(page, SpeakingAddress(owed, "what-you-tell"));
        var sheet = await returner.PageAsync(Returner.Sign(owed));
        Assert.Equal(2, sheet.QuerySelectorAll("#remains li").Length);

        await PractiseModuleAsync(returner, owed, Returner.Speaking);
        await returner.PractiseAsync(owed);

        var attempts = await returner.AttemptsAsync(owed);
        Assert.Equal(
            ["", Returner.Speaking],
            attempts.Select(each => each.ModuleSlug).Order(StringComparer.Ordinal)
        );
        var refresher = attempts.Single(each => each.IsRefresher);
        Assert.All(
            refresher.Drawn,
            drawn =>
                Assert.Equal(Returner.Care, returner.FindScenario(drawn.ScenarioSlug).ModuleSlug)
        );
        await returner.SignAsync(owed);
        Assert.Equal([Returner.Care, Returner.Speaking], await SignedModulesAsync(returner, owed));
    }

    [Fact]
    public async Task ShortPath_WhenOneModuleWasSignedLately_CountsItAndSaysSinceWhen()
    {
        await using var returner = await Returner.AppearAsync();
        await returner.SignedAsync(Returner.Care);
        await returner.ComeBackAsync(afterDays: 60);
        await returner.SignedAsync(Returner.Speaking);
        await returner.ComeBackAsync(afterDays: 60);
        var owed = await returner.OwesAsync(Returner.Care, Returner.Speaking);

        var home = await returner.PageAsync("/");
        Assert.Contains("Speaking up is counted: you signed it on 15 January 2027.", Words(home));
        var overview = await returner.FollowAsync(home);
        Assert.Contains("Counted: signed on 15 January 2027", Words(overview));
        Assert.Equal(["Two situations", "Sign"], Steps(overview));
        await returner.PractiseAsync(owed);
        var round = Assert.Single(await returner.AttemptsAsync(owed));
        Assert.Equal([Returner.Care], round.Refreshed.Select(each => each.ModuleSlug));
        Assert.Equal(2, round.Drawn.Count);
        var sheet = await returner.PageAsync(Returner.Sign(owed));
        Assert.Contains("15 January 2027", Words(sheet));
        Assert.DoesNotContain("Speaking up", sheet.QuerySelector("#statement")!.TextContent);
        await returner.SignAsync(owed);

        Assert.NotNull((await returner.AgainAsync(owed)).SignedAt);
        Assert.Equal([Returner.Care], await SignedModulesAsync(returner, owed));
    }

    [Fact]
    public async Task ShortPath_WhenEverythingWasSignedLately_AsksNothing()
    {
        await using var returner = await Returner.AppearAsync();
        await returner.SignedAsync(Returner.Care);
        await returner.ComeBackAsync(afterDays: 90);
        var owed = await returner.OwesAsync(Returner.Care);

        Assert.Equal("Kia ora. You are up to date.", Heading(await returner.PageAsync("/")));
        Assert.Equal("/", await LeadsToAsync(returner, Returner.Overview(owed)));
        Assert.Equal("/", await LeadsToAsync(returner, Returner.Situations(owed)));
        var sheet = await returner.PageAsync(Returner.Sign(owed));
        Assert.Null(sheet.QuerySelector("#declared"));
    }

    [Fact]
    public async Task ShortPath_WhenItIsAnOnboarding_IsTheWholeWay()
    {
        await using var returner = await Returner.WhoSignedBothAsync();
        var owed = await returner.OwesAsync(ProgrammeKind.Onboarding, Returner.Care);
        Assert.StartsWith(
            $"/quizzes/{owed.Id}/{Returner.Care}",
            await LeadsToAsync(returner, Returner.Overview(owed)),
            StringComparison.Ordinal
        );
        Assert.Equal("/", await LeadsToAsync(returner, Returner.Situations(owed)));
    }

    private static string Heading(IDocument page) => page.QuerySelector("h1")!.TextContent.Trim();

    private static string Words(IDocument page) =>
        string.Join(
            ' ',
            page.QuerySelector("main")!
                .TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)
        );

    private static IEnumerable<string> Steps(IDocument overview) =>
        overview
            .QuerySelectorAll("main .sma-step__name")
            .Select(step => step.FirstChild!.TextContent.Trim());

    private static string SectionAddress(Assignment owed) =>
        $"/learning/{Returner.Care}/what-you-post?assignment={owed.Id}";

    private static string SpeakingAddress(Assignment owed, string section) =>
        $"/learning/{Returner.Speaking}/{section}?assignment={owed.Id}";

    private static async Task<string> LeadsToAsync(Returner returner, string address)
    {
        using var answer = await returner.Browser.GetAsync(address);
        return answer.Headers.Location?.ToString() ?? answer.StatusCode.ToString();
    }

    private static async Task<FormUrlEncodedContent> TokenOfAsync(
        HttpClient browser,
        string address
    )
    {
        var page = await browser.PageAsync(address);
        var token = page.QuerySelector("main input[name=__RequestVerificationToken]")!;
        return new FormUrlEncodedContent([
            KeyValuePair.Create("__RequestVerificationToken", token.GetAttribute("value")!),
        ]);
    }

    private static async Task PractiseModuleAsync(Returner returner, Assignment owed, string module)
    {
        var address = $"/quizzes/{owed.Id}/{module}";
        var page = await returner.SendAsync(await returner.PageAsync(address), address);
        while (page.QuerySelector("input[name=attempt]") is not null)
        {
            await returner.SendAsync(
                page,
                address,
                Quizzes.Practice.Fields(await returner.CurrentAsync(owed), right: true)
            );
            page = await returner.PageAsync(address);
        }
    }

    private static Task<int> OpenedCountAsync(Returner returner) =>
        returner.InDatabaseAsync(database =>
            database.OpenedSections.CountAsync(each => each.PersonId == returner.Person.PersonId)
        );

    private static Task<List<string>> SignedModulesAsync(Returner returner, Assignment owed) =>
        returner.InDatabaseAsync(database =>
            database
                .Attestations.Where(each => each.AssignmentId == owed.Id)
                .SelectMany(each => each.Modules)
                .OrderBy(each => each.Order)
                .Select(each => each.ModuleSlug)
                .ToListAsync()
        );

    private static Task<int> EndAsync(Returner returner, Assignment owed) =>
        returner.InDatabaseAsync(async database =>
        {
            (await database.Assignments.SingleAsync(each => each.Id == owed.Id)).Supersede(
                returner.Portal.Clock.GetUtcNow()
            );
            return await database.SaveChangesAsync();
        });
}
