using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Reports.Overview;

/// <summary>An agency over all its programmes: twenty people in two units, of whom some have signed this year and last.</summary>
public sealed class OverviewPageTests : IAsyncLifetime
{
    private const int People = 20;
    private TestPortal portal = null!;
    private Agency agency = null!;
    private Programme yearly = null!;
    private CastMember humanResources = null!;
    private HttpClient client = null!;
    private readonly List<Assignment> thisYear = [];

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync();
        agency = await portal.AgencyAsync();
        yearly = await portal.YearlyAsync(agency);
        var upper = await portal.UnitAsync(agency, "Customer");
        var lower = await portal.UnitAsync(agency, "Zealous", upper);
        var today = portal.Clock.Today();
        for (var number = 0; number < People; number++)
        {
            var person = await portal.PersonAsync(
                agency,
                $"Person {number:00}",
                unit: number < 5 ? lower : upper
            );
            portal.Clock.Move(TimeSpan.FromDays(-300));
            await AskAsync(person, "last", today.AddDays(-300), today.AddDays(-270), number < 15);
            portal.Clock.Move(TimeSpan.FromDays(300));
            thisYear.Add(
                await AskAsync(
                    person,
                    "this",
                    today.AddDays(-1),
                    today.AddDays(20),
                    number is >= 5 and < 13
                )
            );
        }

        humanResources = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        client = await portal.SignedInAsync(humanResources.AccountId);
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Overview_OfAProgramme_ShowsItsNewestRoundWithItsDenominatorAndWhatFallsDue()
    {
        var page = await client.PageAsync("/reports");

        Assert.Equal(["8", "20", "40.0%", "–", "0", "0", "0", "0"], Cells(page, "by-programme"));
        Assert.Contains("12", Cells(page, "falling-due"));
        var address = page.QuerySelector("[aria-labelledby=by-programme] tbody a")!;
        Assert.Contains(
            "cycle=yearly%2Fthis",
            address.GetAttribute("href"),
            StringComparison.Ordinal
        );
        using var units = await client.GetAsync(address.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, units.StatusCode);
    }

    [Fact]
    public async Task Overview_WhereFiveAreExempt_ShowsTheRateWithThemAndWithFourDoesNot()
    {
        await ExemptAsync(4);
        Assert.Equal("–", Cells(await client.PageAsync("/reports"), "by-programme")[3]);

        await ExemptAsync(1, from: 4);
        var cells = Cells(await client.PageAsync("/reports"), "by-programme");

        // Eight signed of fifteen who are due; of twenty with the five who are exempt.
        Assert.Equal(["8", "15", "53.3%", "40.0%"], cells[..4]);
        var unit = await client.PageAsync(
            (await client.PageAsync("/reports"))
                .QuerySelectorAll("[aria-labelledby=by-unit] tbody a")[1]
                .GetAttribute("href")!
        );
        Assert.DoesNotContain(
            "exempt",
            unit.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WherePeopleAre_OfFiveOrMore_SaysHowFarTheyCameAndOfFourNothing()
    {
        await BeginToReadAsync(thisYear[0], thisYear[1]);
        Assert.Equal(["10", "2", "0", "0"], Cells(await client.PageAsync("/reports"), "stages"));

        for (var number = 13; number < People; number++)
        {
            await ChangeAsync(thisYear[number].Id, one => one.Sign(portal.Clock.GetUtcNow()));
        }

        Assert.Equal(["3", "2", "0", "0"], Cells(await client.PageAsync("/reports"), "stages"));
        await ChangeAsync(thisYear[4].Id, one => one.Sign(portal.Clock.GetUtcNow()));
        var page = await client.PageAsync("/reports");
        Assert.Equal(["Fewer than five people: not shown."], Cells(page, "stages"));
        var rows = await client.RowsAsync("/reports/download?table=stages");
        Assert.Empty(rows);
    }

    [Theory]
    [InlineData("", "Customer|Zealous")]
    [InlineData("rate", "Zealous|Customer")]
    [InlineData("due", "Customer|Zealous")]
    [InlineData("nonsense", "Customer|Zealous")]
    public async Task Units_InAnOrder_StandInIt(string sort, string expected)
    {
        var page = await client.PageAsync($"/reports?sort={sort}");

        Assert.Equal(
            expected,
            string.Join(
                '|',
                page.QuerySelectorAll("[aria-labelledby=by-unit] tbody th a")
                    .Select(link => link.TextContent.Trim())
            )
        );
        // This year's alone: of last year's only the course is told.
        Assert.Equal("20", page.QuerySelector("[aria-labelledby=by-unit] tfoot td")!.TextContent);
    }

    [Fact]
    public async Task Overview_AsAtAPastDay_StaysAsItWas()
    {
        var day = portal.Clock.Today();
        var before = Cells(await client.PageAsync("/reports"), "by-programme");
        portal.Clock.Move(TimeSpan.FromDays(1));
        await ChangeAsync(thisYear[19].Id, one => one.Sign(portal.Clock.GetUtcNow()));
        using var later = await portal.SignedInAsync(humanResources.AccountId);

        var then = await later.PageAsync($"/reports?asat={day:yyyy-MM-dd}");

        Assert.Equal(before, Cells(then, "by-programme"));
        Assert.Equal("9", Cells(await later.PageAsync("/reports"), "by-programme")[0]);
    }

    [Fact]
    public async Task Trend_BesideTheLastRound_HasATableWithTheSameNumbers()
    {
        portal.Clock.Move(TimeSpan.FromDays(2));
        await ChangeAsync(thisYear[19].Id, one => one.Sign(portal.Clock.GetUtcNow()));
        using var later = await portal.SignedInAsync(humanResources.AccountId);

        var page = await later.PageAsync("/reports");

        var figure = page.QuerySelector("figure.sma-drawing")!;
        Assert.Equal(2, figure.QuerySelectorAll("path").Length);
        var rows = figure
            .QuerySelectorAll("tbody tr")
            .Select(row =>
                string.Join(
                    '|',
                    row.QuerySelectorAll("td").Skip(2).Select(cell => cell.TextContent)
                )
            )
            .ToList();
        Assert.Contains("20|8|40.0%", rows);
        Assert.Contains("20|9|45.0%", rows);
    }

    [Fact]
    public async Task OnePage_WithSmallNumbers_ShowsNeitherThemNorWhatGivesThemAway()
    {
        // 16 of 20 have signed, two do not agree and two have it open: each of these, and the four together, are small.
        foreach (var (number, assignment) in thisYear.Take(18).Index())
        {
            await ChangeAsync(
                assignment.Id,
                one =>
                {
                    if (number < 16)
                    {
                        one.Sign(portal.Clock.GetUtcNow());
                    }
                    else
                    {
                        one.Decline(portal.Clock.GetUtcNow());
                    }
                }
            );
        }

        var page = await client.PageAsync("/reports/one-page");

        var cells = page.QuerySelectorAll("main table td")
            .Select(cell => cell.TextContent)
            .ToList();
        Assert.DoesNotContain("2", cells);
        Assert.DoesNotContain("4", cells);
        Assert.Contains("under 5", cells);
        // 16 of 20 would tell of four.
        Assert.False(cells.Contains("20") && cells.Contains("16"));
        Assert.DoesNotContain("80.0%", cells);
        Assert.True(
            await portal.WithDatabaseAsync(database =>
                database.AuditEntries.AnyAsync(entry =>
                    entry.Action == AuditActions.ReportExported
                    && entry.Subject.StartsWith("/reports/one-page")
                )
            )
        );
    }

    [Fact]
    public async Task Tables_AsFiles_SayWhatThePageSays()
    {
        Assert.Equal("8", (await client.RowsAsync("/reports/download?table=programmes"))[0][6]);
        Assert.Equal(3, (await client.RowsAsync("/reports/download?table=units")).Count);
        Assert.Equal("12", (await client.RowsAsync("/reports/download?table=falling-due"))[0][^1]);
        Assert.NotEmpty(await client.RowsAsync("/reports/download?table=trends"));
        using var unknown = await client.GetAsync("/reports/download?table=people");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Overview_OfAnotherAgency_IsNotThere()
    {
        var other = await portal.AgencyAsync("msd");

        foreach (var page in new[] { "/reports", "/reports/one-page", "/reports/download" })
        {
            using var answer = await client.GetAsync($"{page}?unit={other.Id}&table=units");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private Task<Assignment> AskAsync(
        CastMember person,
        string round,
        DateOnly opensOn,
        DateOnly dueOn,
        bool hasSigned
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var assignment = Assignment.Make(
                agency.Id,
                person.PersonId,
                PersonKind.Employee,
                yearly.Id,
                $"yearly/{round}",
                opensOn,
                dueOn,
                [("be-social-media-aware", 1)],
                portal.Clock.GetUtcNow()
            );
            if (hasSigned)
            {
                assignment.Sign(portal.Clock.GetUtcNow());
            }

            database.Add(assignment);
            await database.SaveChangesAsync();
            return assignment;
        });

    private static List<string> Cells(IDocument page, string heading) =>
        [
            .. page.QuerySelectorAll($"[aria-labelledby={heading}] tbody tr")
                .First(row => !row.TextContent.Contains("Getting", StringComparison.Ordinal))
                .QuerySelectorAll("td")
                .Select(cell => cell.TextContent.Trim())
                .Where(cell => cell.Length > 0),
        ];

    private Task ExemptAsync(int count, int from = 0) =>
        portal.WithDatabaseAsync(async database =>
        {
            var now = portal.Clock.GetUtcNow();
            var today = portal.Clock.Today();
            foreach (var asked in thisYear.Skip(from).Take(count))
            {
                database.Add(
                    Exemption.Give(
                        agency.Id,
                        asked.PersonId,
                        yearly.Id,
                        "other",
                        humanResources.AccountId,
                        today.AddDays(-1),
                        today.AddDays(60),
                        now
                    )
                );
                (await database.Assignments.SingleAsync(one => one.Id == asked.Id)).Hold(now);
            }

            await database.SaveChangesAsync();
        });

    private Task BeginToReadAsync(params Assignment[] assignments) =>
        portal.WithDatabaseAsync(async database =>
        {
            foreach (var assignment in assignments)
            {
                database.Add(
                    Reading.Begin(
                        agency.Id,
                        assignment.Id,
                        assignment.PersonId,
                        "be-social-media-aware",
                        1,
                        0,
                        portal.Clock.GetUtcNow()
                    )
                );
            }

            await database.SaveChangesAsync();
        });

    private Task ChangeAsync(Guid assignmentId, Action<Assignment> change) =>
        portal.WithDatabaseAsync(async database =>
        {
            change(await database.Assignments.SingleAsync(one => one.Id == assignmentId));
            await database.SaveChangesAsync();
        });
}
