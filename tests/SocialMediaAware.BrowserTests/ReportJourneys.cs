using System.Globalization;
using Microsoft.Playwright;
using SocialMediaAware.Web.Features.People.Demonstration;

namespace SocialMediaAware.BrowserTests;

/// <summary>HR watches how a round fills, person by person and day by day.</summary>
public sealed class ReportJourneys(Browser browser) : IClassFixture<Browser>
{
    private static readonly DateOnly January = new(2027, 1, 18);
    private static readonly DateOnly February = new(2028, 2, 15);

    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, true)]
    [InlineData(1280, false)]
    public async Task HumanResources_WhenSomebodySigns_SeeOpenBecomeSignedAndYesterdayAsItWas(
        int width,
        bool javaScript
    )
    {
        await using var portal = await VisitSteps.StartAsync(browser, January);
        await using var visit = await browser.VisitAsync(portal, width, javaScript);
        var before = await WatchAsync(visit, "Getting started");
        await ExpectAsync(visit, DemonstrationCast.NewStarter, "Open", "onboarding-people-open");
        await portal.ComeToAsync(January.AddDays(1));
        await portal.SignEverythingAsync(DemonstrationCast.NewStarter);
        await WatchAsync(visit, "Getting started");
        await ExpectMovedAsync(visit, before, January);

        await portal.ComeToAsync(February);
        before = await WatchAsync(visit, "Yearly acknowledgment");
        await visit.LookAsync("report-yearly-open");
        await ExpectAsync(visit, DemonstrationCast.NewStarter, "Open", "report-yearly-people-open");
        await portal.ComeToAsync(February.AddDays(1));
        await portal.SignEverythingAsync(DemonstrationCast.NewStarter);
        await WatchAsync(visit, "Yearly acknowledgment");
        await visit.LookAsync("report-yearly-signed");
        var address = visit.Page.Url;
        await ExpectMovedAsync(visit, before, February);
        await visit.LookAsync("report-yearly-yesterday");
        await ExpectAsync(visit, DemonstrationCast.NewStarter, "Open", "report-yearly-people-then");

        await visit.Page.GotoAsync(address);
        await ExpectAsync(visit, DemonstrationCast.NewStarter, "Signed", "report-yearly-people");
        var people = await DownloadAsync(visit, "Download as CSV");
        Assert.Contains(
            people,
            line =>
                line.Contains(DemonstrationCast.NewStarter.Name, StringComparison.Ordinal)
                && line.Contains("Signed", StringComparison.Ordinal)
        );
        await visit.Page.GotoAsync(address);
        var units = await DownloadAsync(visit, "Download as CSV");
        Assert.True(units.Count > 2, "The file has no units.");
    }

    /// <summary>Signs in, chooses a programme as people do, and reads the figures.</summary>
    private static async Task<IReadOnlyDictionary<string, int>> WatchAsync(
        Visit visit,
        string programme
    )
    {
        await visit.SignInAsync(DemonstrationCast.HumanResources);
        await visit.Page.GotoAsync("/reports/completion");
        await visit.Page.GetByLabel("Programme").SelectOptionAsync(programme);
        await visit.PressAsync("Show", exact: true);
        await Assertions
            .Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync(programme);
        return await FiguresAsync(visit);
    }

    private static async Task<IReadOnlyDictionary<string, int>> FiguresAsync(Visit visit)
    {
        var figures = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var figure in await visit.Page.Locator(".sma-figures > div").AllAsync())
        {
            var name = (await figure.Locator("dt").TextContentAsync())!.Trim();
            var value = (await figure.Locator("dd").TextContentAsync())!.Trim();
            if (
                int.TryParse(
                    value,
                    NumberStyles.AllowThousands,
                    new CultureInfo("en-NZ"),
                    out var number
                )
            )
            {
                figures.Add(name, number);
            }
        }

        return figures;
    }

    /// <summary>One person more has signed and one fewer is open than before; and the day before comes out as it did.</summary>
    private static async Task ExpectMovedAsync(
        Visit visit,
        IReadOnlyDictionary<string, int> before,
        DateOnly day
    )
    {
        var now = await FiguresAsync(visit);
        Assert.Equal(before["signed"] + 1, now["signed"]);
        Assert.Equal(before["open"] - 1, now["open"]);
        Assert.Equal(before["due"], now["due"]);

        await visit
            .Page.GetByLabel("As at the end of")
            .FillAsync(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await visit.PressAsync("Show", exact: true);
        await Assertions
            .Expect(visit.Page.Locator(".sma-as-at"))
            .ToContainTextAsync(day.ToString("d MMMM yyyy", new CultureInfo("en-NZ")));
        Assert.Equal(before, await FiguresAsync(visit));
    }

    /// <summary>Goes from the report to the people, and finds one with what they are counted as.</summary>
    private static async Task ExpectAsync(
        Visit visit,
        DemonstrationMember member,
        string status,
        string name
    )
    {
        await visit.PressAsync("Everybody", exact: true);
        await visit.Page.GetByLabel("Status").SelectOptionAsync(status);
        await visit.PressAsync("Show", exact: true);
        await visit.LookAsync(name);
        var row = visit.Page.GetByRole(AriaRole.Row, new() { Name = member.Name });
        while (await row.CountAsync() == 0)
        {
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
            await visit.Page.WaitForLoadStateAsync();
        }

        await Assertions.Expect(row).ToContainTextAsync(status);
    }

    private static async Task<IReadOnlyList<string>> DownloadAsync(Visit visit, string link)
    {
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.PressAsync(link));
        Assert.EndsWith(".csv", download.SuggestedFilename, StringComparison.Ordinal);
        return await File.ReadAllLinesAsync(await download.PathAsync());
    }
}
