using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.People.Relief;

public sealed class ReliefPageTests
{
    private static (string, string?)[] Exemption(
        Programme programme,
        DateOnly? lastDay,
        string reason = "adjustment"
    ) =>
        [
            ("Programme", programme.Id.ToString()),
            ("ReasonCode", reason),
            ("LastDay", lastDay?.ForField() ?? ""),
        ];

    [Fact]
    public async Task Exemption_OfOnePerson_HoldsUntilItIsEnded()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(agency);
        var mere = await portal.PersonAsync(agency, "Mere Tāmihana", from: portal.Today());
        await portal.PlanAsync();
        var browser = await portal.HumanResourcesAsync(agency);
        var address = $"/people/person/{mere.PersonId}/exempt";

        using var refused = await browser.SubmitAsync(
            await browser.PageAsync(address),
            address,
            "main form",
            Exemption(programme, null)
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var given = await browser.SubmitAsync(
            await browser.PageAsync(address),
            address,
            "main form",
            Exemption(programme, portal.Today().AddDays(40))
        );
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        Assert.NotNull((await portal.AssignmentOfAsync(mere)).HeldAt);

        portal.Clock.Move(TimeSpan.FromDays(20));
        browser = await portal.SignedInAsync(
            await portal.WithDatabaseAsync(database =>
                database.Exemptions.Select(one => one.GivenByAccountId).SingleAsync()
            )
        );
        var list = await browser.PageAsync("/people/exemptions");
        var end = list.QuerySelector("main td a")!.GetAttribute("href")!;
        using var ended = await browser.SubmitAsync(await browser.PageAsync(end), end);

        var after = await portal.AssignmentOfAsync(mere);
        Assert.Null(after.HeldAt);
        Assert.True(after.DueOn >= portal.Today().AddDays(6), $"Due {after.DueOn}");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(end)).StatusCode);
        Assert.Contains(
            "You gave none that holds today.",
            (await browser.PageAsync("/people/exemptions")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Exemptions_ForAUnit_ArePreviewedAndGivenToAllBelowIt()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(agency);
        var north = await portal.UnitAsync(agency, "North");
        var below = await portal.UnitAsync(agency, "Far north", north);
        await portal.PersonAsync(agency, "Mere Tāmihana", unit: north);
        await portal.PersonAsync(agency, "Tom Fairburn", unit: below);
        await portal.PersonAsync(agency, "Ben Ashworth");
        var browser = await portal.HumanResourcesAsync(agency);
        const string address = "/people/exemptions/give";

        using var shown = await browser.SubmitAsync(
            await browser.PageAsync(address),
            address,
            "main form",
            [.. Exemption(programme, portal.Today().AddDays(9)), ("Unit", north.Id.ToString())]
        );
        var preview = await shown.PageAsync();
        Assert.Equal(
            0,
            await portal.WithDatabaseAsync(database => database.Exemptions.CountAsync())
        );
        using var given = await browser.SubmitAsync(preview, address);

        var text = preview.QuerySelector("main")!.TextContent;
        Assert.Contains("Tom Fairburn", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ben Ashworth", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        Assert.Equal(
            2,
            await portal.WithDatabaseAsync(database => database.Exemptions.CountAsync())
        );

        using var again = await browser.SubmitAsync(preview, address);
        Assert.Equal(
            2,
            await portal.WithDatabaseAsync(database => database.Exemptions.CountAsync())
        );
    }

    [Fact]
    public async Task Exemptions_ForPastedAddresses_NameWhatIsUnknown()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(agency);
        var mere = await portal.PersonAsync(agency, "Mere Tāmihana");
        var elsewhere = await portal.PersonAsync(
            await portal.AgencyAsync("stats-nz"),
            "Tom Fairburn"
        );
        var browser = await portal.HumanResourcesAsync(agency);
        const string address = "/people/exemptions/give";

        using var shown = await browser.SubmitAsync(
            await browser.PageAsync(address),
            address,
            "main form",
            [
                .. Exemption(programme, portal.Today().AddDays(9)),
                ("Words", $"{mere.Email.ToUpperInvariant()}\r\n{elsewhere.Email}\r\n4711"),
            ]
        );
        var text = (await shown.PageAsync()).QuerySelector("main")!.TextContent;
        using var nobody = await browser.SubmitAsync(
            await browser.PageAsync(address),
            address,
            "main form",
            [.. Exemption(programme, portal.Today().AddDays(9)), ("Words", "4711")]
        );

        Assert.Contains("Mere Tāmihana", text, StringComparison.Ordinal);
        Assert.Contains("4711", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tom Fairburn", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.StatusCode);
    }

    private static (string, string?)[] Time(
        DateOnly from,
        DateOnly until,
        Guid? unit,
        string? region = null,
        string reason = "The storm."
    ) =>
        [
            ("Programme", ""),
            ("Unit", unit?.ToString()),
            ("Region", region),
            ("DueFrom", from.ForField()),
            ("DueOn", until.ForField()),
            ("Reason", reason),
        ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Extension_ForAUnitOrRegion_IsPreviewedGivenAndTakenBack(bool isForAUnit)
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        await portal.OnboardingAsync(agency);
        var north = await portal.UnitAsync(agency, "North");
        var today = portal.Today();
        var mere = await portal.PersonAsync(
            agency,
            "Mere Tāmihana",
            unit: await portal.UnitAsync(agency, "Far north", north),
            from: today,
            region: "Northland"
        );
        var ben = await portal.PersonAsync(agency, "Ben Ashworth", from: today, region: "Otago");
        await portal.PlanAsync();
        var due = (await portal.AssignmentOfAsync(mere)).DueOn;
        var browser = await portal.HumanResourcesAsync(agency);
        const string address = "/people/extensions/give";
        var fields = isForAUnit
            ? Time(today, due.AddDays(30), north.Id)
            : Time(today, due.AddDays(30), agency.Id, "Northland");

        using var shown = await browser.SubmitAsync(
            await browser.PageAsync(address),
            address,
            "main form",
            fields
        );
        var preview = await shown.PageAsync();
        Assert.Equal(due, (await portal.AssignmentOfAsync(mere)).DueOn);
        using var given = await browser.SubmitAsync(preview, address);

        Assert.Contains("One due date moves.", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mere Tāmihana", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        Assert.InRange(
            (await portal.AssignmentOfAsync(mere)).DueOn,
            due.AddDays(25),
            due.AddDays(30)
        );
        Assert.Equal(due, (await portal.AssignmentOfAsync(ben)).DueOn);

        portal.Clock.Move(TimeSpan.FromHours(1));
        using var again = await browser.SubmitAsync(preview, address);
        Assert.Equal(
            1,
            await portal.WithDatabaseAsync(database => database.Extensions.CountAsync())
        );
        var list = await browser.PageAsync("/people/extensions");
        var back = list.QuerySelector("main td a")!.GetAttribute("href")!;
        using var refused = await browser.SubmitAsync(await browser.PageAsync(back), back);
        using var takenBack = await browser.SubmitAsync(
            await browser.PageAsync(back),
            back,
            "main form",
            ("Reason", "It passed by.")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, takenBack.StatusCode);
        Assert.Equal(due, (await portal.AssignmentOfAsync(mere)).DueOn);
    }

    [Fact]
    public async Task Extension_ForOnePerson_MovesTheirsAlone()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        await portal.OnboardingAsync(agency);
        var today = portal.Today();
        var mere = await portal.PersonAsync(agency, "Mere Tāmihana", from: today);
        var ben = await portal.PersonAsync(agency, "Ben Ashworth", from: today);
        await portal.PlanAsync();
        var due = (await portal.AssignmentOfAsync(mere)).DueOn;
        var browser = await portal.HumanResourcesAsync(agency);
        var address = $"/people/extensions/give?person={mere.PersonId}";

        using var shown = await browser.SubmitAsync(
            await browser.PageAsync(address),
            address,
            "main form",
            Time(today, due.AddDays(20), null)
        );
        using var given = await browser.SubmitAsync(await shown.PageAsync(), address);

        Assert.True((await portal.AssignmentOfAsync(mere)).DueOn > due);
        Assert.Equal(due, (await portal.AssignmentOfAsync(ben)).DueOn);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync($"/people/extensions/give?person={Guid.NewGuid()}")).StatusCode
        );
        using var wrong = await browser.SubmitAsync(
            await browser.PageAsync(address),
            address,
            "main form",
            Time(today, today, null, reason: "")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
    }
}
