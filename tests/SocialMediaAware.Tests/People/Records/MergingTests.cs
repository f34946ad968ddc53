using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.People.Records;

/// <summary>Two records that turn out to be one person.</summary>
public sealed class MergingTests
{
    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Duplicate_WhenMerged_IsOnePersonWithEverySignature(TestProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        var agency = await portal.AgencyAsync("kainga-ora");
        var programme = await portal.OnboardingAsync(agency);
        var signer = await portal.ReadySignerAsync(agency, programme, "A. Pātea");
        var goes = signer.Member;
        var receiptId = (await portal.SignAsync(signer)).AttestationId!.Value;
        var kept = await portal.PersonAsync(agency, "Aroha Pātea");
        // Open for the one that is kept, and signed by the other already.
        var open = await portal.AssignmentAsync(kept, programme);
        var left = await portal.AssignmentAsync(
            goes,
            await portal.YearlyAsync(agency, "kainga-ora-social-media-guidance")
        );
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        using var browser = await portal.SignedInAsync(hr.AccountId);
        var found = await browser.PageAsync($"/people/merge?person={kept.PersonId}&q=patea");
        var address = found
            .QuerySelector($"main a[href*='{goes.PersonId}']")!
            .GetAttribute("href")!;
        var preview = await browser.PageAsync(address);
        Assert.Contains("A. Pātea", preview.Text());
        Assert.Contains("count for the one that is kept", preview.Text());

        using var empty = await browser.FillAsync(address, ("Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using var merged = await browser.FillAsync(address, ("Reason", "Entered twice"));
        Assert.Equal($"/people/person/{kept.PersonId}", merged.Headers.Location!.OriginalString);

        var list = await browser.PageAsync("/people?q=patea&standing=Everybody");
        Assert.Equal("Aroha Pātea", Assert.Single(list.QuerySelectorAll("tbody th a")).TextContent);
        using var old = await browser.GetAsync($"/people/person/{goes.PersonId}");
        Assert.Equal($"/people/person/{kept.PersonId}", old.Headers.Location!.OriginalString);
        Assert.Empty(await portal.PositionsAsync(goes.PersonId));
        // Both were advisers of the same unit from the same day: one position is held once.
        Assert.Single(await portal.PositionsAsync(kept.PersonId));
        await portal.WithDatabaseAsync(async database =>
        {
            var assignments = await database.Assignments.ToDictionaryAsync(one => one.Id);
            Assert.NotNull(assignments[open.Id].SignedAt);
            Assert.NotNull(assignments[left.Id].LeftAt);
            Assert.NotNull(
                (await database.Users.SingleAsync(one => one.Id == goes.AccountId)).DisabledAt
            );
            Assert.Equal(
                goes.PersonId,
                (await database.Attestations.SingleAsync(one => one.Id == receiptId)).PersonId
            );
        });
        using var own = await portal.SignedInAsync(kept.AccountId);
        Assert.Contains(
            $"/attestations/{receiptId}",
            await own.GetStringAsync("/attestations"),
            StringComparison.Ordinal
        );
        var receipt = await own.PageAsync($"/attestations/{receiptId}");
        Assert.Contains("Aroha Pātea", receipt.Text());
    }

    [Fact]
    public async Task Signature_OfTheOneThatWent_CountsForTheNextRoundOfTheOneThatIsKept()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync("kainga-ora");
        var programme = await portal.OnboardingAsync(agency);
        var signer = await portal.ReadySignerAsync(agency, programme, "A. Pātea");
        await portal.SignAsync(signer);
        var kept = await portal.PersonAsync(
            agency,
            "Aroha Pātea",
            from: portal.Today().AddDays(-9)
        );
        await portal.WithDatabaseAsync(async database =>
        {
            var people = await database.People.ToDictionaryAsync(one => one.Id);
            people[signer.Member.PersonId].MergeInto(people[kept.PersonId]);
            await database.SaveChangesAsync();
        });
        await portal.WithAsync(services =>
            services.GetRequiredService<PlanningAtOnce>().RunForAsync(kept.PersonId, default)
        );
        var made = await portal.WithDatabaseAsync(database =>
            database.Assignments.Where(one => one.PersonId == kept.PersonId).ToListAsync()
        );
        Assert.NotNull(Assert.Single(made).SignedAt);
    }

    [Fact]
    public async Task Duplicate_WhenTheOtherBelongsToAnotherAgencyToo_IsNotMergedHere()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync("kainga-ora");
        var elsewhere = await portal.AgencyAsync("stats-nz");
        var kept = await portal.PersonAsync(agency, "Aroha Pātea");
        var goes = await portal.PersonAsync(agency, "A. Pātea");
        await portal.WithDatabaseAsync(async database =>
        {
            database.Add(
                Placement.Learn(
                    goes.PersonId,
                    await database.Units.SingleAsync(unit => unit.Id == elsewhere.Id),
                    PersonKind.Employee,
                    "Analyst",
                    null,
                    null,
                    null,
                    portal.Today(),
                    null,
                    portal.Clock.GetUtcNow()
                )
            );
            await database.SaveChangesAsync();
        });
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        using var browser = await portal.SignedInAsync(hr.AccountId);
        var address = $"/people/merge?person={kept.PersonId}&other={goes.PersonId}";
        var page = await browser.PageAsync(address);
        Assert.Null(page.QuerySelector("main form[method=post]"));
        using var posted = await browser.SubmitAsync(
            await browser.PageAsync($"/people/person/{kept.PersonId}/name"),
            "/people/merge",
            "main form[method=post]",
            ("person", kept.PersonId.ToString()),
            ("other", goes.PersonId.ToString()),
            ("Reason", "Entered twice")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, posted.StatusCode);
        Assert.Single(await portal.PositionsAsync(kept.PersonId));
    }
}
