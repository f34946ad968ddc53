using System.Net;
using System.Text;
using AngleSharp.Dom;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Reports.Exports;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Reports;

/// <summary>The report's pages and files over HTTP: past days, filters that do not go together, the drill-down and the CSV.</summary>
public sealed class ReportPagesTests : IAsyncLifetime
{
    private TestPortal portal = null!;
    private Agency agency = null!;
    private Unit unit = null!;
    private Programme programme = null!;
    private CastMember mere = null!;
    private Assignment assignment = null!;
    private HttpClient client = null!;
    private CastMember auditor = null!;

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync();
        agency = await portal.AgencyAsync();
        unit = await portal.UnitAsync(agency, "Maintenance");
        programme = await portal.YearlyAsync(agency);
        mere = await portal.PersonAsync(agency, "Mere Paewai", unit: unit);
        assignment = await portal.AssignmentAsync(mere, programme);
        auditor = await portal.PersonWithRoleAsync(agency, PortalRole.Auditor);
        client = await portal.SignedInAsync(auditor.AccountId);
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await portal.DisposeAsync();
    }

    [Theory]
    [InlineData("signing")]
    [InlineData("declining")]
    [InlineData("hold")]
    [InlineData("leave")]
    [InlineData("leaving")]
    [InlineData("moving unit")]
    [InlineData("unit renamed")]
    [InlineData("round moved")]
    [InlineData("round over")]
    [InlineData("somebody new")]
    public async Task FigureOfAPastDay_WhateverHappensLater_StaysTheSame(string what)
    {
        var day = portal.Clock.Today();
        var before = await FactsAsync(day);
        Assert.Contains("|Maintenance|", before, StringComparison.Ordinal);
        portal.Clock.Move(TimeSpan.FromDays(1));
        await HappenAsync(what);
        await MoveADayAsync();

        Assert.Equal(before, await FactsAsync(day));
        Assert.NotEqual(before, await FactsAsync(portal.Clock.Today()));
    }

    [Fact]
    public async Task FigureOfAPastDay_WhenALeaveIsEnteredLate_HasASecondOneWithTheCorrection()
    {
        var day = portal.Clock.Today();
        await MoveADayAsync();
        Assert.DoesNotContain(
            "With corrections known today",
            (await PageAsync(day)).GetElementsByTagName("h2").Select(heading => heading.TextContent)
        );
        await portal.WithDatabaseAsync(async database =>
        {
            database.Add(
                Leave.Learn(
                    agency.Id,
                    mere.PersonId,
                    day.AddDays(-10),
                    day.AddDays(60),
                    portal.Clock.GetUtcNow()
                )
            );
            await database.SaveChangesAsync();
        });

        var page = await PageAsync(day);

        Assert.Equal("0", page.QuerySelector("tfoot td:nth-child(9)")!.TextContent.Trim());
        Assert.Equal("With corrections known today", page.QuerySelectorAll("h2")[1].TextContent);
        Assert.Contains(
            "1 on hold",
            page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("asat=2026-11-17", "We can’t report “2026-11-17”")]
    [InlineData("asat=31/06/2026", "We can’t report “31/06/2026”")]
    [InlineData("asat=0001-01-01", "We can’t report “0001-01-01”")]
    [InlineData("asat=<b>", "We can’t report “<b>”")]
    [InlineData("asat=2020-01-01&unit={unit}", "was not there on Wednesday 1 January 2020")]
    [InlineData("programme={other}&cycle={cycle}", "another programme’s")]
    [InlineData("unit={msd}&programme={programme}&cycle={cycle}", "another agency’s")]
    public async Task Filter_ThatDoesNotGoTogether_SaysSoAndKeepsTheRest(
        string query,
        string sentence
    )
    {
        var other = await portal.ProgrammeAsync(agency, ProgrammeKind.Election);
        await portal.AssignmentAsync(mere, other);
        var msd = await portal.AgencyAsync("msd");
        await portal.ProgrammeAsync(msd, ProgrammeKind.Yearly);
        await portal.RoleAsync(auditor, PortalRole.Auditor, msd);
        var filled = query
            .Replace("{unit}", unit.Id.ToString(), StringComparison.Ordinal)
            .Replace("{other}", other.Id.ToString(), StringComparison.Ordinal)
            .Replace("{msd}", msd.Id.ToString(), StringComparison.Ordinal)
            .Replace("{programme}", programme.Id.ToString(), StringComparison.Ordinal)
            .Replace(
                "{cycle}",
                Uri.EscapeDataString(assignment.CycleKey),
                StringComparison.Ordinal
            );
        foreach (var address in new[] { "/reports/completion", "/reports/completion/people" })
        {
            using var answer = await client.GetAsync($"{address}?{filled}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = await answer.PageAsync();
            Assert.Contains(
                sentence,
                page.QuerySelector(".govuk-inset-text")!.TextContent,
                StringComparison.Ordinal
            );
        }

        using var file = await client.GetAsync(
            $"/reports/completion/download?table=units&{filled}"
        );
        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
    }

    [Theory]
    [InlineData("cycle=yearly/1999")]
    [InlineData("programme=nonsense")]
    [InlineData("programme=00000000-0000-0000-0000-000000000001")]
    [InlineData("unit={msd}")]
    [InlineData("programme={msdProgramme}")]
    public async Task Filter_OfWhatIsNotThere_IsNotFound(string query)
    {
        var msd = await portal.AgencyAsync("msd");
        var theirs = await portal.YearlyAsync(msd);
        var filled = query
            .Replace("{msd}", msd.Id.ToString(), StringComparison.Ordinal)
            .Replace("{msdProgramme}", theirs.Id.ToString(), StringComparison.Ordinal);
        foreach (var page in new[] { "", "/people", "/download" })
        {
            using var answer = await client.GetAsync($"/reports/completion{page}?{filled}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Report_BeforeThePortalKnewAnything_ShowsTheAgencyAlone()
    {
        var page = await PageAsync(new DateOnly(2019, 5, 5));

        Assert.Equal("All of Kāinga Ora", page.QuerySelector("tfoot th")!.TextContent.Trim());
        Assert.Equal("Nobody is due.", page.QuerySelector(".sma-lead")!.TextContent);
    }

    [Fact]
    public async Task Drilldown_FromEachFigure_ListsExactlyThoseWhoWereCounted()
    {
        var overdue = await portal.PersonAsync(agency, "Late Person", unit: unit);
        await portal.AssignmentAsync(overdue, programme, dueOn: portal.Clock.Today().AddDays(-1));
        var page = await client.PageAsync("/reports/completion?cycle=all");
        foreach (var row in page.QuerySelectorAll("tbody tr, tfoot tr"))
        {
            var cells = row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList();
            var everybody = await client.PageAsync(
                row.QuerySelector("th a")!.GetAttribute("href")!
            );
            Assert.Equal(
                int.Parse(cells[0]) + cells[6..].Sum(int.Parse),
                everybody.QuerySelectorAll("tbody tr").Length
            );
            var late = await client.PageAsync(row.QuerySelector("td a")!.GetAttribute("href")!);
            Assert.Equal(
                ["Late Person"],
                late.QuerySelectorAll("tbody th").Select(cell => cell.TextContent)
            );
        }
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+64 21 000")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tTab")]
    [InlineData("\rReturn")]
    [InlineData("＝1")]
    [InlineData("Ngā \"iwi\", ā-motu; Wāhine")]
    public async Task Csv_WithAnyNames_ReadsBackAsThePageAndIsNoFormula(string name)
    {
        var odd = await portal.UnitAsync(agency, name);
        var person = await portal.PersonAsync(agency, name, unit: odd);
        await portal.AssignmentAsync(person, programme);
        var query = $"programme={programme.Id}&cycle=all&unit={odd.Id}";
        var safe = "=+-@\t\r＝".Contains(name[0], StringComparison.Ordinal) ? $"'{name}" : name;

        using var people = await client.GetAsync(
            $"/reports/completion/download?table=people&{query}"
        );
        using var units = await client.GetAsync(
            $"/reports/completion/download?table=units&{query}"
        );

        var bytes = await people.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal("text/csv; charset=utf-8", people.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            "attachment; filename=\"people-all-as-at-2026-11-16.csv\"",
            people.Content.Headers.ContentDisposition!.ToString()
        );
        var row = Assert.Single(CsvFiles.Parse(bytes));
        Assert.Equal((safe, safe, "Open"), (row[4], row[6], row[9]));
        var figures = Assert.Single(CsvFiles.Parse(await units.Content.ReadAsByteArrayAsync()));
        Assert.Equal(safe, figures[4]);
        using var unknown = await client.GetAsync(
            $"/reports/completion/download?table=units&format=pdf&{query}"
        );
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using var spreadsheet = SpreadsheetDocument.Open(
            new MemoryStream(
                await client.GetByteArrayAsync(
                    $"/reports/completion/download?table=people&format=xlsx&{query}"
                )
            ),
            isEditable: false
        );
        Assert.Equal(name, spreadsheet.Rows(0)[1]["E"].Words());
        var page = await client.PageAsync($"/reports/completion?{query}");
        Assert.Equal(
            page.QuerySelectorAll("tfoot td")
                .Select(cell => cell.TextContent.Trim())
                .Where((_, column) => column != 2),
            figures[6..].Where((_, column) => column != 2)
        );
    }

    [Fact]
    public async Task Lists_WhenSeenOrDownloaded_AreEachInTheAuditLog()
    {
        await client.PageAsync("/reports/completion/people?status=open");
        await client.RowsAsync("/reports/completion/download?table=people&status=open");
        await client.RowsAsync("/reports/completion/download?table=units");

        await client.GetAsync("/reports/completion/download?table=units&format=xlsx");

        var seen = await portal.AuditAsync(AuditActions.PeopleViewed);
        var taken = await portal.AuditAsync(AuditActions.ReportExported);
        Assert.Equal("page 1: 1", Assert.Single(seen).Detail);
        var round = $"{programme.Name}; {assignment.CycleKey.Split('/')[^1]}";
        Assert.Equal(
            [
                $"csv: Completion by unit; as at 2026-11-16; {round}",
                $"csv: Where people stand; as at 2026-11-16; {round}; Status: Open",
                $"xlsx: Completion by unit; as at 2026-11-16; {round}",
            ],
            taken.Select(entry => entry.Detail).Order(StringComparer.Ordinal)
        );
        AuditEntry[] entries = [.. seen, .. taken];
        Assert.All(entries, entry => Assert.Equal(auditor.AccountId, entry.AccountId));
        Assert.All(entries, entry => Assert.Equal(agency.Id, entry.AgencyId));
    }

    [Fact]
    public async Task Assignment_SavedFromAStateThatIsNotTheLast_IsRefusedAndRecordsNothing()
    {
        await portal.WithDatabaseAsync(async database =>
        {
            var late = await database.Assignments.SingleAsync(one => one.Id == assignment.Id);
            await ChangeAsync(one => one.Sign(portal.Clock.GetUtcNow()));
            late.Decline(portal.Clock.GetUtcNow());
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
                database.SaveChangesAsync()
            );
        });

        var rows = await client.RowsAsync("/reports/completion/download?table=people");
        Assert.Equal("Signed", Assert.Single(rows)[9]);
    }

    // A session lasts less than a day.
    private async Task MoveADayAsync()
    {
        portal.Clock.Move(TimeSpan.FromDays(1));
        client.Dispose();
        client = await portal.SignedInAsync(auditor.AccountId);
    }

    private Task<IDocument> PageAsync(DateOnly day) =>
        client.PageAsync($"/reports/completion?cycle=all&asat={day:yyyy-MM-dd}");

    // All figures and everybody, without when it was known: that is the moment of asking while the day lasts.
    private async Task<string> FactsAsync(DateOnly day)
    {
        var lines = new List<string>();
        foreach (var table in new[] { "units", "people" })
        {
            var rows = await client.RowsAsync(
                $"/reports/completion/download?table={table}&cycle=all&asat={day:yyyy-MM-dd}"
            );
            lines.AddRange(rows.Select(row => $"|{string.Join('|', row[2..])}|"));
        }

        return string.Join('\n', lines);
    }

    private Task HappenAsync(string what)
    {
        var now = portal.Clock.GetUtcNow();
        var today = portal.Clock.Today();
        return what switch
        {
            "signing" => ChangeAsync(one => one.Sign(now)),
            "declining" => ChangeAsync(one => one.Decline(now)),
            "hold" => ChangeAsync(one => one.Hold(now)),
            "leaving" => ChangeAsync(one => one.Leave(now)),
            "round over" => ChangeAsync(one => one.Supersede(now)),
            "round moved" => ChangeAsync(one => one.MoveTo(today.AddDays(30), today.AddDays(40))),
            "leave" => ChangeAsync(
                one => one.Hold(now),
                Leave.Learn(agency.Id, mere.PersonId, today, today.AddDays(60), now)
            ),
            "somebody new" => NewAsync(),
            "unit renamed" => RenameAsync(),
            _ => MoveAsync(),
        };
    }

    private async Task NewAsync() =>
        await portal.AssignmentAsync(
            await portal.PersonAsync(agency, "New Person", unit: unit),
            programme
        );

    private Task RenameAsync() =>
        portal.WithDatabaseAsync(async database =>
        {
            var now = portal.Clock.GetUtcNow();
            var old = await database.UnitFacts.SingleAsync(fact => fact.UnitId == unit.Id);
            old.Unlearn(now);
            // With effect from long ago, as a correction would be.
            database.Add(UnitFact.Learn(unit, "Repairs", agency.Id, old.HoldsFrom, now));
            await database.SaveChangesAsync();
        });

    private async Task MoveAsync()
    {
        var other = await portal.UnitAsync(agency, "Tenancies");
        await portal.WithDatabaseAsync(async database =>
        {
            var now = portal.Clock.GetUtcNow();
            var old = await database.Placements.SingleAsync(one => one.PersonId == mere.PersonId);
            old.Unlearn(now);
            database.Add(
                Placement.Learn(
                    mere.PersonId,
                    other,
                    old.Kind,
                    old.Position,
                    null,
                    null,
                    null,
                    old.HoldsFrom,
                    null,
                    now
                )
            );
            await database.SaveChangesAsync();
        });
    }

    private Task ChangeAsync(Action<Assignment> change, params object[] more) =>
        portal.WithDatabaseAsync(async database =>
        {
            change(await database.Assignments.SingleAsync(one => one.Id == assignment.Id));
            database.AddRange(more);
            await database.SaveChangesAsync();
        });
}
