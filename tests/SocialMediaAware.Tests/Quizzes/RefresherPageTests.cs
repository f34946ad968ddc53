using System.Net;
using AngleSharp.Dom;
using SocialMediaAware.Tests.Learning;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Elections;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Quizzes;

namespace SocialMediaAware.Tests.Quizzes;

public sealed class RefresherPageTests
{
    [Fact]
    public async Task Answer_WhenWrong_BringsAnotherSituationAboutTheSame()
    {
        await using var returner = await Returner.WhoSignedBothAsync();
        var owed = await returner.OwesAsync(Returner.Care, Returner.Speaking);
        var page = await returner.StartAsync(owed);
        var missed = await returner.CurrentAsync(owed);

        var feedback = await returner.AnswerAsync(owed, page, right: false);

        Assert.Contains("Not yet. You will meet this again", Words(feedback));
        Assert.Contains("It reads as the agency speaking.", Words(feedback));
        var round = Assert.Single(await returner.AttemptsAsync(owed));
        Assert.Equal(3, round.Drawn.Count);
        var back = returner.FindScenario(round.Drawn[2].ScenarioSlug);
        Assert.Equal(missed.ObligationIds[0], back.ObligationIds[0]);
        Assert.NotEqual(missed.Slug, back.Slug);
    }

    [Fact]
    public async Task Answer_WhenOneIsMissedTwice_ExplainsItAndGoesOn()
    {
        await using var returner = await Returner.WhoSignedBothAsync();
        var owed = await returner.OwesAsync(Returner.Care, Returner.Speaking);
        var page = await returner.StartAsync(owed);
        var last = page;
        for (var answers = 0; page.QuerySelector("input[name=attempt]") is not null; answers++)
        {
            Assert.True(answers < 10, "The situations do not end.");
            last = await returner.AnswerAsync(owed, page, right: false);
            page = await returner.PageAsync(Returner.Situations(owed));
        }

        Assert.Contains("Here is the reasoning in full.", Words(last));
        Assert.Contains("That is the practice done", Words(page));
        Assert.Contains("Worth reading again", Words(page));
        var round = Assert.Single(await returner.AttemptsAsync(owed));
        Assert.Equal((4, true), (round.Drawn.Count, round.PassedAt is not null));
        Assert.All(round.Drawn, drawn => Assert.Null(drawn.SelectedOptions));
        await returner.SignAsync(owed);
        Assert.NotNull((await returner.AgainAsync(owed)).SignedAt);
    }

    [Fact]
    public async Task Draw_WhenSomethingWasMissedLastYear_AsksItFirstAndNotTheSameSituation()
    {
        await using var returner = await Returner.WhoSignedBothAsync();
        var owed = await returner.OwesAsync(Returner.Care, Returner.Speaking);
        var page = await returner.StartAsync(owed);
        var missed = await returner.CurrentAsync(owed);
        await returner.AnswerAsync(owed, page, right: false);
        await returner.AnswerAsync(
            owed,
            await returner.PageAsync(Returner.Situations(owed)),
            right: true
        );
        await returner.AnswerAsync(
            owed,
            await returner.PageAsync(Returner.Situations(owed)),
            right: true
        );
        await returner.SignAsync(owed);
        var before = (await returner.AttemptsAsync(owed)).Single().Drawn;
        await returner.ComeBackAsync(afterDays: 365);
        var next = await returner.OwesAsync(Returner.Care, Returner.Speaking);

        await returner.StartAsync(next);

        var drawn = (await returner.AttemptsAsync(next)).Single().Drawn;
        Assert.Equal(2, drawn.Count);
        Assert.Equal(missed.ObligationIds[0], drawn[0].ObligationId);
        Assert.DoesNotContain(drawn[1].ScenarioSlug, before.Select(each => each.ScenarioSlug));
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Start_WhenTwoTabsStartAtOnce_BeginsOneRound(TestProvider provider)
    {
        await using var returner = await Returner.WhoSignedBothAsync(provider);
        var owed = await returner.OwesAsync(Returner.Care, Returner.Speaking);
        var address = Returner.Situations(owed);
        var page = await returner.PageAsync(address);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => returner.Browser.SubmitAsync(page, address))
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(2, Assert.Single(await returner.AttemptsAsync(owed)).Drawn.Count);
    }

    [Fact]
    public async Task Answer_WhenAnotherTabAnsweredIt_KeepsTheFirstAnswer()
    {
        await using var returner = await Returner.WhoSignedBothAsync();
        var owed = await returner.OwesAsync(Returner.Care);
        var tab = await returner.StartAsync(owed);
        var otherTab = await returner.PageAsync(Returner.Situations(owed));
        var scenario = await returner.CurrentAsync(owed);
        await returner.AnswerAsync(owed, tab, right: true);

        var shown = await returner.SendAsync(
            otherTab,
            Returner.Situations(owed),
            Practice.Fields(scenario, right: false)
        );

        Assert.Contains("You had answered this situation already", Words(shown));
        var round = (await returner.AttemptsAsync(owed)).Single();
        Assert.Equal((AnswerOutcome.Right, 2), (round.Drawn[0].Outcome!.Value, round.Drawn.Count));
    }

    [Fact]
    public async Task Situation_WhenOneModuleOfTheShortPathIsAskedFor_LeadsToTheSituationsForAll()
    {
        await using var returner = await Returner.WhoSignedBothAsync();
        var owed = await returner.OwesAsync(Returner.Care, Returner.Speaking);
        using var answer = await returner.Browser.GetAsync($"/quizzes/{owed.Id}/{Returner.Care}");
        Assert.Equal(Returner.Situations(owed), answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData(ProgrammeKind.Yearly, false, false)]
    [InlineData(ProgrammeKind.Election, false, true)]
    [InlineData(ProgrammeKind.Yearly, true, true)]
    public async Task Draw_WhenASituationIsForAnElection_IsDrawnBeforeAndInOne(
        ProgrammeKind kind,
        bool isPreElection,
        bool isDrawn
    )
    {
        await using var returner = await Returner.AppearAsync();
        foreach (var number in new[] { 1, 2 })
        {
            var file = $"modules/{Returner.Speaking}/scenarios/speaking-{number}.md";
            returner.Content.Write(
                file.Replace($"{number}.md", $"{number + 4}.md", StringComparison.Ordinal),
                returner
                    .Content.Text(file)
                    .Replace("\nkind:", "\nphases: [pre-election]\nkind:", StringComparison.Ordinal)
            );
        }

        returner.Reload();
        await returner.SignedAsync(Returner.Speaking);
        await returner.ComeBackAsync(afterDays: 120);
        if (isPreElection)
        {
            await ElectionInAsync(returner, days: 40);
        }

        var owed = await returner.OwesAsync(kind, Returner.Speaking);
        await returner.StartAsync(owed);
        var drawn = (await returner.AttemptsAsync(owed)).Single().Drawn;
        Assert.Equal(2, drawn.Count);
        Assert.Equal(
            isDrawn,
            drawn.All(each => returner.FindScenario(each.ScenarioSlug).Phases.Count > 0)
        );
        Assert.Equal(
            isDrawn,
            drawn.Any(each => returner.FindScenario(each.ScenarioSlug).Phases.Count > 0)
        );
    }

    private static Task<int> ElectionInAsync(Returner returner, int days) =>
        returner.InDatabaseAsync(database =>
        {
            var now = returner.Portal.Clock.GetUtcNow();
            database.Add(
                ElectionEvent.Announce(
                    "general-2027",
                    "General election 2027",
                    ElectionKind.General,
                    null,
                    new PollingDayAnnouncement(
                        DateOnly.FromDateTime(now.UtcDateTime).AddDays(days),
                        "https://example.org",
                        null
                    ),
                    null,
                    now
                )
            );
            return database.SaveChangesAsync();
        });

    private static string Words(IDocument page) =>
        string.Join(
            ' ',
            page.QuerySelector("main")!
                .TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)
        );
}
