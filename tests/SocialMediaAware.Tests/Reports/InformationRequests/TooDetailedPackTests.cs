using System.Net;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.Reports.InformationRequests;

public sealed class TooDetailedPackTests
{
    private const int Units = 60;

    [Fact]
    public async Task Pack_WithMoreFiguresThanAreProtectedInTime_SaysSoAndKeepsWhatWasTyped()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var programme = await portal.YearlyAsync(agency);
        for (var number = 0; number < Units; number++)
        {
            var unit = await portal.UnitAsync(agency, $"Unit {number}");
            foreach (var kind in Enum.GetValues<PersonKind>())
            {
                await portal.RoundAsync(programme, unit, people: 1, signed: 0, kind);
            }
        }

        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        using var client = await portal.SignedInAsync(hr.AccountId);
        var address = $"{PackGiven.List}/new";

        using var answer = await client.SubmitAsync(
            await client.PageAsync(address),
            address,
            "main form",
            PackGiven.Everything
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Contains(
            "too many figures",
            page.QuerySelector(".govuk-error-summary")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("OIA-2026-014", page.QuerySelector("[name=Reference]")!.GetAttribute("value"));
        await client.DrawUpAsync([
            .. PackGiven.Everything.Where(field => field.Value != "CompletionInDetail"),
        ]);
    }
}
