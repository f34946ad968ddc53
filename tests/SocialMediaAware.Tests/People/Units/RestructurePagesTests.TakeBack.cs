using System.Net;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Units;

namespace SocialMediaAware.Tests.People.Units;

/// <summary>What is taken back or thrown away.</summary>
public sealed partial class RestructurePagesTests
{
    [Fact]
    public async Task ComingRestructure_WhenTakenBack_LeavesEverythingAsItWas()
    {
        var person = await portal.PlacedAsync(north, today);
        var plan = await MergedAsync(today.AddDays(10));
        await ConfirmAsync(plan);
        using var answer = await browser.SubmitAsync(
            await browser.PageAsync($"{plan}/take-back"),
            $"{plan}/take-back",
            "main form",
            ("Reason", "It does not come")
        );
        Assert.Equal(plan, answer.Headers.Location!.OriginalString);
        Assert.Equal([(north.Id, today, null)], await portal.PlacesAsync(person));
        Assert.Contains(
            "Taken back",
            (await browser.PageAsync("/people/units/restructures")).Body!.TextContent
        );
    }

    [Fact]
    public async Task Restructure_WhenItsDayHasCome_CannotBeTakenBack()
    {
        var plan = await MergedAsync(today.AddDays(1));
        await ConfirmAsync(plan);
        portal.Clock.Move(TimeSpan.FromHours(16));
        using var late = await portal.SignedInAsync(
            (await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources)).AccountId
        );
        var page = await late.PageAsync($"{plan}/take-back");
        Assert.Contains("its day has come", page.QuerySelector("main")!.TextContent);
        Assert.Null(page.QuerySelector("main form"));
    }

    [Fact]
    public async Task ComingRestructure_WhenSomebodyWasPlacedInItsNewUnit_IsNotTakenBack()
    {
        var split = GivenUnits.Split(
            north,
            agency.Id,
            "New",
            await portal.PlacedAsync(north, today)
        );
        var (_, planId) = await portal.RestructureAsync(agency, today.AddDays(9), split);
        portal.Clock.Move(TimeSpan.FromMinutes(1));
        await portal.PlacedAsync(Unit.As(split.IntoId, agency.Id, null), today.AddDays(20));
        Assert.Equal(RestructureResult.Refused, await portal.TakeBackAsync(planId));
    }

    [Fact]
    public async Task Draft_WhenThrownAway_IsGone_AndOneOfAnotherAgencyIsNotFound()
    {
        var plan = await StartAsync(today);
        using var renamed = await browser.SubmitAsync(
            await browser.PageAsync(plan),
            plan,
            "#plan",
            ("Name", ""),
            ("On", "2027-01-01")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, renamed.StatusCode);
        using var gone = await browser.SubmitAsync(await browser.PageAsync(plan), plan, "#discard");
        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(plan)).StatusCode);

        var other = await portal.AgencyAsync("stats-nz");
        var (_, elsewhere) = await portal.RestructureAsync(other, today);
        foreach (var part in new[] { "", "/add/rename", "/confirm", "/take-back" })
        {
            using var answer = await browser.GetAsync(
                $"/people/units/restructures/{elsewhere}{part}"
            );
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }
}
