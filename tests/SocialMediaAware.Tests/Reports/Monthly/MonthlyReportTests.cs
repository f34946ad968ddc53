using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Reminders;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Reports.Monthly;

namespace SocialMediaAware.Tests.Reports.Monthly;

/// <summary>Figures by mail each month: to whom, when, once, and what they say.</summary>
public sealed class MonthlyReportTests
{
    private const string Page = "/reports/monthly";
    private const string ChoosingForm = "main form:has(select[name=Colleague])";

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Mail_OfAMonth_GoesOnceFromTheFirstWorkingDayOn(TestProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        var agency = await portal.AgencyAsync();
        var yearly = await portal.YearlyAsync(agency);
        var onboarding = await portal.OnboardingAsync(agency);
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources, "Hana Webb");
        var auditor = await portal.PersonWithRoleAsync(agency, PortalRole.Auditor, "Vic Sands");
        var gone = await portal.PersonWithRoleAsync(agency, PortalRole.Auditor, "Gone Auditor");
        var member = await portal.PersonAsync(agency, "Mere Paewai");
        await portal.AssignmentAsync(member, yearly);
        await ChooseAsync(portal, hr, auditor, programmeId: null);
        await ChooseAsync(portal, hr, hr, onboarding.Id);
        await ChooseAsync(portal, hr, gone, programmeId: null);
        await portal.WithDatabaseAsync(async database =>
        {
            var grants = await database
                .RoleGrants.Where(grant => grant.AccountId == gone.AccountId)
                .ToListAsync();
            grants.ForEach(grant => grant.Revoke(hr.AccountId, portal.Clock.GetUtcNow()));
            await database.SaveChangesAsync();
        });

        // It is the middle of the month: whoever was chosen now begins with the next.
        Assert.Equal(0, await SendAsync(portal));
        // The first of August 2027 is a Sunday; the first tick comes on the third.
        portal.Clock.MoveTo(new DateOnly(2027, 8, 1));
        Assert.Equal(0, await SendAsync(portal));
        portal.Clock.MoveTo(new DateOnly(2027, 8, 3));
        Assert.Equal(2, await SendAsync(portal));
        Assert.Equal(0, await SendAsync(portal));

        var mails = (await portal.MailsAsync())
            .Where(mail => mail.Template == "monthly-report")
            .ToDictionary(mail => mail.PersonId);
        Assert.Equal(new[] { hr.PersonId, auditor.PersonId }.Order(), mails.Keys.Order());
        var all = mails[auditor.PersonId].Text;
        Assert.Contains("Monday 2 August 2027", all, StringComparison.Ordinal);
        Assert.Contains(
            "0.0% signed (0 of 1 people who are due), 1 overdue.",
            all,
            StringComparison.Ordinal
        );
        Assert.Contains("Getting started: nobody is due.", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Mere", all, StringComparison.Ordinal);
        var one = mails[hr.PersonId].Text;
        Assert.DoesNotContain("Yearly acknowledgment", one, StringComparison.Ordinal);
        portal.Clock.MoveTo(new DateOnly(2027, 9, 1));
        Assert.Equal(2, await SendAsync(portal));
    }

    [Fact]
    public async Task Page_ForHumanResources_ChoosesAndLetsGoAndTheAuditLogKnows()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources, "Hana Webb");
        var auditor = await portal.PersonWithRoleAsync(agency, PortalRole.Auditor, "Vic Sands");
        var stranger = await portal.PersonAsync(agency, "No Role");
        using var browser = await portal.SignedInAsync(hr.AccountId);
        using var looking = await portal.SignedInAsync(auditor.AccountId);

        using var nobody = await browser.SubmitAsync(
            await browser.PageAsync(Page),
            Page,
            ChoosingForm,
            ("Colleague", $"{stranger.AccountId}")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.StatusCode);
        for (var click = 0; click < 2; click++)
        {
            using var chosen = await browser.SubmitAsync(
                await browser.PageAsync(Page),
                Page,
                ChoosingForm,
                ("Colleague", $"{auditor.AccountId}")
            );
            Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        }

        var page = await looking.PageAsync(Page);
        Assert.Equal(
            ["Vic Sands"],
            page.QuerySelectorAll(".sma-row__title").Select(title => title.TextContent)
        );
        Assert.Contains(
            "All programmes. Added by Hana Webb on Monday 16 November 2026. Not sent yet.",
            page.QuerySelector(".sma-row__about")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(page.QuerySelectorAll("main button"));

        await portal.WithAsync(async services =>
        {
            Assert.True(
                await services
                    .GetRequiredService<ChoosingMonthlyReaders>()
                    .RemoveAsync(agency.Id, auditor.AccountId, Guid.Empty, default)
            );
        });
        Assert.Empty((await browser.PageAsync(Page)).QuerySelectorAll(".sma-row__title"));
        var entries = await portal.AuditAsync(AuditActions.MonthlyReadersChanged);
        Assert.Equal(2, entries.Count);
    }

    private static Task ChooseAsync(
        TestPortal portal,
        CastMember by,
        CastMember member,
        Guid? programmeId
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var grant = await database.RoleGrants.FirstAsync(one =>
                one.AccountId == member.AccountId
            );
            database.Add(
                MonthlyReader.Choose(
                    grant.AgencyId,
                    member.AccountId,
                    programmeId,
                    by.AccountId,
                    portal.Clock.GetUtcNow()
                )
            );
            await database.SaveChangesAsync();
        });

    private static Task<int> SendAsync(TestPortal portal) =>
        portal.WithAsync(services =>
            services.GetRequiredService<SendMonthlyReports>().RunAsync(default)
        );
}
