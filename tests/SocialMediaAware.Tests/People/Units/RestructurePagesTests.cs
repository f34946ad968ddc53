using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Units;

namespace SocialMediaAware.Tests.People.Units;

public sealed partial class RestructurePagesTests : IAsyncLifetime
{
    private TestPortal portal = null!;
    private Agency agency = null!;
    private Unit north = null!;
    private Unit south = null!;
    private HttpClient browser = null!;
    private DateOnly today;

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync();
        agency = await portal.AgencyAsync("kainga-ora");
        north = await portal.UnitAsync(agency, "North");
        south = await portal.UnitAsync(agency, "South");
        today = portal.Clock.Today();
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        browser = await portal.SignedInAsync(hr.AccountId);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Restructure_WhenMergedIntoANewUnit_IsShownFirstAndThenHolds()
    {
        var on = today.AddDays(30);
        var here = await portal.PlacedAsync(north, today, number: "E1", feed: "payroll");
        var later = await portal.PlacedAsync(south, on.AddDays(5), name: "Tui Later");
        var plan = await StartAsync(on);
        using var step = await StepAsync(
            plan,
            "merge",
            ("Ending", north.Id.ToString()),
            ("Ending", south.Id.ToString()),
            ("UnitId", ""),
            ("Name", "Islands"),
            ("Code", "CC-7"),
            ("AboveId", agency.Id.ToString())
        );
        Assert.Equal(HttpStatusCode.Redirect, step.StatusCode);

        var preview = await browser.PageAsync($"{plan}/confirm");
        var words = preview.QuerySelector("main")!.TextContent;
        Assert.Contains("2 people move to another unit", words);
        Assert.Contains("Ana Rewi", words);
        Assert.Contains("1 of these placements begin", words);
        Assert.Contains("1 of these placements come from an imported file", words);
        Assert.Equal([(north.Id, today, null)], await portal.PlacesAsync(here));

        using var done = await browser.SubmitAsync(
            preview,
            $"{plan}/confirm",
            "main form",
            ("Reason", "One team for all islands")
        );
        using var again = await browser.SubmitAsync(
            preview,
            $"{plan}/confirm",
            "main form",
            ("Reason", "One team for all islands")
        );
        Assert.Equal(plan, done.Headers.Location!.OriginalString);
        Assert.Equal(plan, again.Headers.Location!.OriginalString);
        var islands = await portal.WithDatabaseAsync(database =>
            database.Units.SingleAsync(unit => unit.Code == "CC-7")
        );
        Assert.Equal(
            [(north.Id, today, on), (islands.Id, on, null)],
            await portal.PlacesAsync(here)
        );
        Assert.Equal([(islands.Id, on.AddDays(5), null)], await portal.PlacesAsync(later));
        Assert.All(
            await portal.WithDatabaseAsync(database =>
                database
                    .Placements.Believed()
                    .Where(placement => placement.PersonId == here)
                    .ToListAsync()
            ),
            placement => Assert.Equal(("payroll", "E1"), (placement.Feed, placement.EmployeeNumber))
        );
        var change = await portal.WithDatabaseAsync(database =>
            database.PeopleChanges.SingleAsync()
        );
        Assert.Equal("One team for all islands", change.Reason);
        Assert.Equal(
            1,
            await portal.WithDatabaseAsync(database =>
                database.AuditEntries.CountAsync(entry => entry.Action == AuditActions.UnitsChanged)
            )
        );
    }

    [Fact]
    public async Task Restructure_WhenFactsChangedSinceItWasShown_IsShownAgainAndDoesNothing()
    {
        await portal.PlacedAsync(north, today);
        var plan = await MergedAsync(today.AddDays(10));
        var preview = await browser.PageAsync($"{plan}/confirm");
        var newcomer = await portal.PlacedAsync(north, today, name: "New Comer");

        using var answer = await browser.SubmitAsync(
            preview,
            $"{plan}/confirm",
            "main form",
            ("Reason", "Because")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Contains("changed since you saw this", page.QuerySelector("main")!.TextContent);
        Assert.Contains("2 people move", page.QuerySelector("main")!.TextContent);
        Assert.Equal("Because", page.QuerySelector("#reason")!.GetAttribute("value"));
        Assert.Equal([(north.Id, today, null)], await portal.PlacesAsync(newcomer));
    }

    [Fact]
    public async Task Restructure_WhenConfirmedWithoutAReason_AsksForOne()
    {
        var plan = await MergedAsync(today.AddDays(10));
        using var answer = await browser.SubmitAsync(
            await browser.PageAsync($"{plan}/confirm"),
            $"{plan}/confirm"
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Enter a reason", (await answer.PageAsync()).Body!.TextContent);
    }

    [Fact]
    public async Task Split_ByTickingAndByNumbers_MovesThoseAndKeepsWhatWasTyped()
    {
        var on = today.AddDays(-3);
        var ticked = await portal.PlacedAsync(north, today.AddDays(-20), name: "Tama Ticked");
        var numbered = await portal.PlacedAsync(north, today.AddDays(-20), number: "E77");
        var stays = await portal.PlacedAsync(north, today.AddDays(-20), name: "Sina Stays");
        var plan = await StartAsync(on);
        (string, string?)[] fields =
        [
            ("UnitId", north.Id.ToString()),
            ("Name", "North-east"),
            ("AboveId", north.Id.ToString()),
            ("PersonIds", ticked.ToString()),
        ];
        var address = $"{plan}/add/split";
        using var found = await browser.PostAsync(
            $"{address}?handler=Find",
            Form(await browser.PageAsync(address), [.. fields, ("Find", "sina")])
        );
        var page = await found.PageAsync();
        Assert.Equal(
            [("Tama Ticked", true), ("Sina Stays", false)],
            page.QuerySelectorAll(".govuk-checkboxes__item")
                .Select(item =>
                    (
                        item.QuerySelector("label")!.FirstChild!.TextContent.Trim(),
                        item.QuerySelector("input")!.HasAttribute("checked")
                    )
                )
        );
        Assert.Equal("North-east", page.QuerySelector("#name")!.GetAttribute("value"));

        using var wrong = await StepAsync(plan, "split", [.. fields, ("Numbers", "E77, E78")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains(
            "E78",
            (await wrong.PageAsync()).QuerySelector("#numbers-error")!.TextContent
        );
        using var step = await StepAsync(plan, "split", [.. fields, ("Numbers", "E77")]);
        Assert.Equal(HttpStatusCode.Redirect, step.StatusCode);
        await ConfirmAsync(plan);

        Assert.Equal(2, (await portal.PlacesAsync(ticked)).Count);
        Assert.Equal(on, (await portal.PlacesAsync(numbered))[1].From);
        Assert.Equal([(north.Id, today.AddDays(-20), null)], await portal.PlacesAsync(stays));
    }

    [Theory]
    [InlineData("rename", "Choose a unit", "Enter a name")]
    [InlineData("move", "Choose a unit", "Choose a unit")]
    [InlineData("merge", "Tick the units that end", "Enter a name")]
    [InlineData("split", "Choose a unit", "Enter a name")]
    [InlineData("close", "Choose a unit", "Choose a unit")]
    public async Task Step_WhenNothingIsChosen_SaysWhatIsMissing(
        string kind,
        string one,
        string other
    )
    {
        using var answer = await StepAsync(await StartAsync(today), kind, ("UnitId", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var summary = (await answer.PageAsync()).QuerySelector(".govuk-error-summary")!.TextContent;
        Assert.Contains(one, summary);
        Assert.Contains(other, summary);
    }

    [Fact]
    public async Task Close_WhenSomebodyIsLeft_IsRefusedWithAWayOn()
    {
        await portal.PlacedAsync(north, today.AddDays(400));
        using var answer = await StepAsync(
            await StartAsync(today),
            "close",
            ("UnitId", north.Id.ToString())
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Merge it into another unit", (await answer.PageAsync()).Body!.TextContent);
    }

    private async Task<string> StartAsync(DateOnly on)
    {
        const string address = "/people/units/restructures/start";
        using var answer = await browser.SubmitAsync(
            await browser.PageAsync(address),
            address,
            "main form",
            ("Name", "Islands"),
            ("On", on.ForField())
        );
        return answer.Headers.Location!.OriginalString;
    }

    private async Task<string> MergedAsync(DateOnly on)
    {
        var plan = await StartAsync(on);
        using var step = await StepAsync(
            plan,
            "merge",
            ("Ending", north.Id.ToString()),
            ("UnitId", south.Id.ToString())
        );
        Assert.Equal(HttpStatusCode.Redirect, step.StatusCode);
        return plan;
    }

    private async Task<HttpResponseMessage> StepAsync(
        string plan,
        string kind,
        params (string Name, string? Value)[] fields
    ) =>
        await browser.SubmitAsync(
            await browser.PageAsync($"{plan}/add/{kind}"),
            $"{plan}/add/{kind}",
            "main form",
            fields
        );

    private async Task ConfirmAsync(string plan)
    {
        using var answer = await browser.SubmitAsync(
            await browser.PageAsync($"{plan}/confirm"),
            $"{plan}/confirm",
            "main form",
            ("Reason", "Because")
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static FormUrlEncodedContent Form(
        IDocument page,
        IEnumerable<(string Name, string? Value)> fields
    ) =>
        new(
            page.QuerySelectorAll("main form input[type=hidden]")
                .Select(input =>
                    KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!)
                )
                .Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value!)))
        );
}
