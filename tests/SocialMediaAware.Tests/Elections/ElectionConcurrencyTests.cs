using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using static SocialMediaAware.Tests.Elections.ElectionsGiven;

namespace SocialMediaAware.Tests.Elections;

/// <summary>Several people at the same election at the same moment, on both databases.</summary>
public sealed class ElectionConcurrencyTests
{
    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task PollingDay_WhenSeveralMoveItAtOnce_MovesOnceAndTellsTheOthers(
        TestProvider provider
    )
    {
        await using var portal = await StartAsync(provider);
        var agency = await portal.AgencyAsync();

        var answers = await AtOnceAsync(
            portal,
            agency,
            number =>
                "/elections/move/general-2026/confirm?announcedOn=2026-08-09&source=news&day="
                + Day("2026-11-14").AddDays(7 * number).ToString("yyyy-MM-dd")
        );

        Assert.Single(answers, answer => answer is HttpStatusCode.Redirect);
        Assert.Equal(3, answers.Count(answer => answer is HttpStatusCode.UnprocessableEntity));
        Assert.Equal(2, (await portal.ElectionAsync("general-2026")).PollingDays.Count);
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Choice_WhenSeveralMakeItAtOnce_IsOne(TestProvider provider)
    {
        await using var portal = await StartAsync(provider);
        var agency = await portal.AgencyAsync();

        var answers = await AtOnceAsync(
            portal,
            agency,
            _ => "/elections/choose/local-2028/confirm?isOn=true"
        );

        Assert.Contains(HttpStatusCode.Redirect, answers);
        Assert.DoesNotContain(answers, answer => answer >= HttpStatusCode.InternalServerError);
        Assert.Contains("local-2028", await portal.ElectionsOnAsync(agency));
        Assert.Equal(
            1,
            await portal.WithDatabaseAsync(database => database.ElectionChoices.CountAsync())
        );
    }

    private static Task<TestPortal> StartAsync(TestProvider provider)
    {
        var clock = TestClock.OnAMonday();
        clock.MoveTo(Day("2026-08-10"));
        return TestPortal.StartAsync(new() { Provider = provider, Clock = clock });
    }

    // Four people of HR open the same page, and then send its form together.
    private static async Task<HttpStatusCode[]> AtOnceAsync(
        TestPortal portal,
        Agency agency,
        Func<int, string> addressOf
    )
    {
        var seen = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(async number =>
                {
                    var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
                    var browser = await portal.SignedInAsync(hr.AccountId);
                    var address = addressOf(number);
                    return (browser, page: await browser.PageAsync(address), address);
                })
        );
        return await Task.WhenAll(
            seen.Select(each =>
                Task.Run(async () =>
                {
                    using var answer = await each.browser.SubmitAsync(each.page, each.address);
                    return answer.StatusCode;
                })
            )
        );
    }
}
