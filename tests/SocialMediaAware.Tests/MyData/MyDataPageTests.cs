using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.MyData;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.MyData;

public sealed class MyDataPageTests
{
    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task MyData_WhenSomebodyHasSomeOfEverything_ShowsItAndNobodyElses(
        TestProvider provider
    )
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        var agency = await portal.AgencyAsync();
        var leader = await portal.PersonAsync(agency, "Lena Leader");
        var person = await portal.PersonAsync(agency, "Aroha Pātea", ledBy: leader);
        var other = await portal.PersonAsync(agency, "Otto Other");
        await HeldAsync(portal, agency, person, "family reasons");
        await HeldAsync(portal, agency, other, "secret of another");

        using var browser = await portal.SignedInAsync(person.AccountId);
        var page = await browser.PageAsync("/my-data");
        var words = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Aroha Pātea", words);
        Assert.Contains("Lena Leader", words);
        Assert.Contains("family reasons", words);
        Assert.DoesNotContain("secret of another", words);
        Assert.DoesNotContain("Otto Other", words);
        foreach (var table in OwnTables.All)
        {
            using var answer = await browser.GetAsync($"/my-data/{table.Key}");
            Assert.Equal((table.Key, HttpStatusCode.OK), (table.Key, answer.StatusCode));
            Assert.DoesNotContain("Otto", await answer.Content.ReadAsStringAsync());
        }

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync("/my-data/nothing")).StatusCode
        );
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Download_HoldsEveryTableAndTheReceipts_AndIsWrittenDown(TestProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        var agency = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(agency);
        var member = await portal.PersonAsync(agency, "Aroha Pātea");
        var signer = new Signer(member, await portal.AssignmentAsync(member, programme));
        await portal.KeepPublishedAsync();
        await portal.OpenedAsync(signer);
        await portal.PractisedAsync(signer);
        await portal.SignAsync(signer);

        using var browser = await portal.SignedInAsync(member.AccountId);
        using var answer = await browser.GetAsync("/my-data/download");
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            "my-data-2026-11-16.json",
            answer.Content.Headers.ContentDisposition!.FileName!.Trim('"')
        );
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Aroha Pātea", text);
        using var file = JsonDocument.Parse(text);
        Assert.Equal(OwnDataFile.Format, file.RootElement.GetProperty("format").GetString());
        Assert.Equal(
            portal.Clock.GetUtcNow(),
            file.RootElement.GetProperty("madeAt").GetDateTimeOffset()
        );
        var tables = file.RootElement.GetProperty("tables");
        Assert.Equal(
            OwnTables.All.Select(table => table.Key),
            tables.EnumerateObject().Select(table => table.Name)
        );
        Assert.Equal(1, tables.GetProperty("signatures").GetProperty("records").GetArrayLength());
        Assert.NotEqual(
            0,
            tables.GetProperty("openedSections").GetProperty("records").GetArrayLength()
        );
        Assert.Equal(1, file.RootElement.GetProperty("receipts").GetArrayLength());
        Assert.Equal(
            1,
            await portal.WithDatabaseAsync(database =>
                database.AuditEntries.CountAsync(entry =>
                    entry.Action == AuditActions.OwnDataAsked
                    && entry.Subject == member.PersonId.ToString()
                )
            )
        );
    }

    [Fact]
    public async Task MyData_WhenSomebodyWasHeldTwice_ShowsBoth()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var elsewhere = await portal.AgencyAsync("stats-nz");
        var kept = await portal.PersonAsync(agency, "Aroha Pātea");
        var merged = await portal.PersonAsync(elsewhere, "A. Patea");
        await portal.WithDatabaseAsync(async database =>
        {
            var two = await database
                .People.Where(one => one.Id == kept.PersonId || one.Id == merged.PersonId)
                .ToDictionaryAsync(one => one.Id);
            two[merged.PersonId].MergeInto(two[kept.PersonId]);
            await database.SaveChangesAsync();
        });
        using var browser = await portal.SignedInAsync(kept.AccountId);
        Assert.Contains("A. Patea", (await browser.PageAsync("/my-data/names")).Body!.TextContent);
        Assert.Contains(
            "Agency stats-nz",
            (await browser.PageAsync("/my-data/placements")).Body!.TextContent
        );
        using var other = await portal.SignedInAsync(merged.AccountId);
        Assert.DoesNotContain(
            "Aroha",
            (await other.PageAsync("/my-data/names")).QuerySelector("main")!.TextContent
        );
    }

    [Fact]
    public async Task MyData_OfFiveYears_IsReadAPageAtATime()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var person = await portal.PersonAsync(agency);
        await portal.WithDatabaseAsync(async database =>
        {
            for (var number = 0; number < 1234; number++)
            {
                database.Add(
                    OpenedSection.Open(
                        person.PersonId,
                        "be-social-media-aware",
                        $"section-{number:0000}",
                        BitConverter.GetBytes((long)number).Concat(new byte[24]).ToArray(),
                        portal.Clock.GetUtcNow().AddDays(-number)
                    )
                );
            }

            await database.SaveChangesAsync();
        });
        using var browser = await portal.SignedInAsync(person.AccountId);
        var page = await browser.PageAsync("/my-data");
        Assert.Contains(
            page.QuerySelectorAll("main a"),
            link => link.GetAttribute("href") == "/my-data/openedSections"
        );
        Assert.True(page.Source.Length < 100_000);
        var last = await browser.PageAsync("/my-data/openedSections?page=25");
        Assert.Equal(34, last.QuerySelectorAll(".sma-held").Length);
        using var file = JsonDocument.Parse(await browser.GetStringAsync("/my-data/download"));
        Assert.Equal(
            1234,
            file.RootElement.GetProperty("tables")
                .GetProperty("openedSections")
                .GetProperty("records")
                .EnumerateArray()
                .Select(row => row.GetProperty("section").GetString())
                .Distinct()
                .Count()
        );
    }

    [Fact]
    public async Task MyData_WhenSomebodyViewedMyRecord_SaysWhoAndWhen()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources, "Hine Rāwiri");
        var person = await portal.PersonAsync(agency);
        await portal.WithDatabaseAsync(async database =>
        {
            database.Add(
                AuditEntry.Record(
                    AuditActions.PeopleViewed,
                    hr.AccountId,
                    agency.Id,
                    $"/people/person/{person.PersonId}",
                    "",
                    portal.Clock.GetUtcNow()
                )
            );
            await database.SaveChangesAsync();
        });
        using var browser = await portal.SignedInAsync(person.AccountId);
        Assert.Contains(
            "Hine Rāwiri",
            (await browser.PageAsync("/my-data/auditAboutYou")).QuerySelector("main")!.TextContent
        );
        Assert.Contains(
            "My data",
            (await browser.PageAsync("/")).QuerySelector("footer")!.TextContent
        );
    }

    private static Task HeldAsync(
        TestPortal portal,
        Agency agency,
        CastMember person,
        string reason
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var now = portal.Clock.GetUtcNow();
            var today = portal.Clock.Today();
            var change = PeopleChange.Record(
                agency.Id,
                PeopleChangeKind.Relief,
                person.PersonId,
                null,
                reason,
                now
            );
            var programme = Guid.NewGuid();
            database.AddRange(
                change,
                Leave.Learn(agency.Id, person.PersonId, today, null, now, change: change),
                Exemption.Give(
                    agency.Id,
                    person.PersonId,
                    programme,
                    reason,
                    person.AccountId,
                    today,
                    today.AddDays(9),
                    now,
                    change
                ),
                PersonFlag.Learn(
                    agency.Id,
                    person.PersonId,
                    "spokespeople",
                    null,
                    today,
                    null,
                    change
                ),
                Extension.Give(
                    agency.Id,
                    null,
                    person.PersonId,
                    null,
                    null,
                    today,
                    today.AddDays(5),
                    change
                )
            );
            await database.SaveChangesAsync();
        });
}
