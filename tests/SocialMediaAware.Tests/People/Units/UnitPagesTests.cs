using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Units;

namespace SocialMediaAware.Tests.People.Units;

public sealed class UnitPagesTests : IAsyncLifetime
{
    private TestPortal portal = null!;
    private Agency agency = null!;
    private Agency otherAgency = null!;
    private HttpClient browser = null!;

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync();
        agency = await portal.AgencyAsync("tahi");
        otherAgency = await portal.AgencyAsync("stats-nz");
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        browser = await portal.SignedInAsync(hr.AccountId);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Units_WhenSomebodyHasTwoPositions_CountThemOnceAboveBoth()
    {
        var group = await portal.UnitAsync(agency, "Group");
        var (one, other) = (
            await portal.UnitAsync(agency, "One", group),
            await portal.UnitAsync(agency, "Two", group)
        );
        var today = portal.Clock.Today();
        var both = await portal.PlacedAsync(one, today);
        await portal.PlacedAsync(other, today, personId: both);
        await portal.PlacedAsync(other, today);
        await portal.PlacedAsync(group, today);

        Assert.Equal(
            // The HR person is placed in the agency itself.
            ["Agency tahi 1 4", "Group 1 3", "One 1 1", "Two 2 2"],
            await RowsAsync("/people/units")
        );
        Assert.Equal(
            ["Group 0 0", "One 0 0", "Two 0 0"],
            (await RowsAsync($"/people/units?on={today.AddDays(-30):yyyy-MM-dd}")).Skip(1)
        );
    }

    [Fact]
    public async Task Units_WhenThereIsOnlyTheAgency_ShowIt() =>
        Assert.Equal(["Agency tahi 1 1"], await RowsAsync("/people/units"));

    [Fact]
    public async Task Units_WhenThereAreEightHundred_ComeInPagesAndAreFound()
    {
        await portal.WithDatabaseAsync(async database =>
        {
            Unit? above = null;
            for (var number = 0; number < 800; number++)
            {
                var unit = Unit.Of(agency.Id, portal.Clock.GetUtcNow(), $"CC-{number:000}");
                // Twenty deep, then the next branch.
                var aboveId = number % 20 == 0 ? agency.Id : above!.Id;
                database.AddRange(
                    unit,
                    UnitFact.Learn(
                        unit,
                        $"Unit {number:000}",
                        aboveId,
                        new DateOnly(2020, 1, 1),
                        portal.Clock.GetUtcNow()
                    )
                );
                above = unit;
            }

            await database.SaveChangesAsync();
        });

        Assert.Equal(200, (await RowsAsync("/people/units")).Count);
        Assert.Single(await RowsAsync("/people/units?page=5"));
        Assert.Single(await RowsAsync("/people/units?page=99"));
        Assert.Contains("Unit 799", Assert.Single(await RowsAsync("/people/units?search=cc-799")));
        Assert.Empty(await RowsAsync("/people/units?search=nothing+of+the+kind"));
    }

    [Fact]
    public async Task Units_WhenTheyHaveClosedOrAreToCome_AreShownAsSuch()
    {
        var today = portal.Clock.Today();
        var old = await portal.UnitAsync(agency, "Old branch");
        var closing = await portal.UnitAsync(agency, "Closing branch");
        await portal.RestructureAsync(
            agency,
            today.AddDays(-5),
            GivenUnits.Step(RestructureStepKind.Close, old.Id)
        );
        await portal.RestructureAsync(
            agency,
            today.AddDays(5),
            GivenUnits.Step(RestructureStepKind.Close, closing.Id)
        );
        using var added = await AddAsync(("Name", "New branch"), ("From", Field(today.AddDays(9))));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);

        var page = await browser.PageAsync("/people/units");
        var folded = page.QuerySelectorAll("main details").Select(one => one.TextContent).ToList();
        Assert.Contains(folded, text => text.Contains("New branch", StringComparison.Ordinal));
        Assert.Contains(folded, text => text.Contains("Old branch", StringComparison.Ordinal));
        Assert.DoesNotContain("Old branch", page.QuerySelector("table")!.TextContent);
        Assert.Contains("Closing branch", page.QuerySelector("table")!.TextContent);
    }

    [Fact]
    public async Task Unit_WhenAdded_IsInTheTreeAndInTheAuditLog()
    {
        using var answer = await AddAsync(("Name", "Ngā Hapori"), ("Code", "CC-1"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains(
            await RowsAsync("/people/units"),
            row => row.StartsWith("Ngā Hapori CC-1", StringComparison.Ordinal)
        );
        var (change, entry) = await portal.WithDatabaseAsync(async database =>
            (
                await database.PeopleChanges.SingleAsync(),
                await database.AuditEntries.SingleAsync(one =>
                    one.Action == AuditActions.UnitsChanged
                )
            )
        );
        Assert.Equal("A new branch", change.Reason);
        Assert.Contains("Ngā Hapori", entry.Detail);
    }

    [Theory]
    [InlineData("Name", "", "Enter a name")]
    [InlineData("Name", "north", "There is a unit of that name")]
    [InlineData("Code", "CC-9", "Another unit of the agency has this code")]
    [InlineData("Above", "", "Choose a unit")]
    [InlineData("From", "1 March", "Enter a day")]
    [InlineData("From", "2019-12-31", "not there on that day")]
    [InlineData("Reason", "", "Enter a reason")]
    public async Task Unit_WhenAFieldIsWrong_SaysSoAndKeepsTheRest(
        string field,
        string value,
        string problem
    )
    {
        using var first = await AddAsync(("Name", "North"), ("Code", "CC-9"));
        (string, string?)[] typed = [("Name", "Tahi"), ("Code", "CC-2"), ("Reason", "Why not")];
        using var answer = await AddAsync([
            .. typed.Where(one => one.Item1 != field),
            (field, value),
        ]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Contains(problem, page.QuerySelector(".govuk-error-summary")!.TextContent);
        foreach (var (name, text) in typed.Where(one => one.Item1 != field))
        {
            Assert.Equal(text, page.QuerySelector($"input[name={name}]")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task Units_OfAnotherAgency_AreNotFound()
    {
        foreach (
            var address in new[]
            {
                $"/people/units?agency={otherAgency.Id}",
                $"/people/units/add?agency={otherAgency.Id}",
                $"/people/units/restructures?agency={otherAgency.Id}",
                $"/people/units/restructures/start?agency={otherAgency.Id}",
                "/people/units?agency=nonsense",
            }
        )
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).StatusCode);
        }
    }

    [Fact]
    public async Task Units_WhenAnAuditorLooks_OfferNoChange()
    {
        var auditor = await portal.PersonWithRoleAsync(agency, PortalRole.Auditor);
        using var reading = await portal.SignedInAsync(auditor.AccountId);
        var page = await reading.PageAsync("/people/units");
        Assert.Empty(page.QuerySelectorAll("main a[href*='/restructures'], main a[href*='/add']"));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await reading.GetAsync("/people/units/restructures")).StatusCode
        );
    }

    private async Task<HttpResponseMessage> AddAsync(params (string Name, string? Value)[] fields)
    {
        const string address = "/people/units/add";
        (string Name, string? Value)[] usual =
        [
            ("Name", "Branch"),
            ("Above", agency.Id.ToString()),
            ("From", Field(portal.Clock.Today())),
            ("Reason", "A new branch"),
        ];
        return await browser.SubmitAsync(
            await browser.PageAsync(address),
            address,
            "main form",
            [.. usual.Where(one => fields.All(field => field.Name != one.Name)), .. fields]
        );
    }

    private static string Field(DateOnly day) => day.ForField();

    private async Task<IReadOnlyList<string>> RowsAsync(string address)
    {
        var page = await browser.PageAsync(address);
        return
        [
            .. page.QuerySelectorAll("tbody tr")
                .Select(row =>
                    string.Join(
                        ' ',
                        row.QuerySelectorAll("th, td")
                            .Select(cell =>
                                ((cell.QuerySelector("span") ?? cell.FirstChild)?.TextContent ?? "")
                                    .Trim()
                                    .Split('\n')[0]
                            )
                            .Where(text => text is not ("" or "–"))
                    )
                ),
        ];
    }
}
