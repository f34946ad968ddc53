using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Demonstration;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reports;

namespace SocialMediaAware.Tests.Reports;

public sealed class CompletionReportTests
{
    private const string Report = "/reports/completion";
    private const string PeopleOf = "/reports/completion/people";

    [Theory]
    [InlineData("/reports")]
    [InlineData(Report)]
    [InlineData(PeopleOf)]
    public async Task Reports_ForStaffALeaderOrAnotherRole_AreForbidden(string address)
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var leader = await portal.PersonAsync(agency);
        var staff = await portal.PersonAsync(agency, ledBy: leader);
        var adviser = await portal.PersonWithRoleAsync(agency, PortalRole.IntegrityAdviser);
        foreach (var member in new[] { leader, staff, adviser })
        {
            using var client = await portal.SignedInAsync(member.AccountId);
            using var response = await client.GetAsync(address);
            Assert.True(
                response.StatusCode == HttpStatusCode.Forbidden
                    || response.Headers.Location?.AbsolutePath == "/errors/403",
                $"{member.Name} was answered {response.StatusCode}."
            );
        }
    }

    [Theory]
    [InlineData(PortalRole.HumanResources)]
    [InlineData(PortalRole.Auditor)]
    public async Task Reports_ForHrAndAuditors_AreShown(PortalRole role)
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var reader = await portal.PersonWithRoleAsync(agency, role);
        using var client = await portal.SignedInAsync(reader.AccountId);

        var index = await client.PageAsync("/reports");

        Assert.NotNull(index.QuerySelector($"main a[href^='{Report}?']"));
        foreach (var address in new[] { Report, PeopleOf })
        {
            using var response = await client.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task Reports_ForHrOfAnotherAgency_ShowNothingOfThisOne()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var unit = await portal.UnitAsync(agency, "Maintenance");
        await StarterAsync(portal, agency, "Mere Paewai", unit);
        var other = await portal.PersonWithRoleAsync(
            await portal.AgencyAsync("msd"),
            PortalRole.HumanResources
        );
        using var client = await portal.SignedInAsync(other.AccountId);
        foreach (var address in new[] { Report, PeopleOf })
        {
            foreach (var id in new[] { agency.Id, unit.Id })
            {
                using var refused = await client.GetAsync($"{address}?unit={id}");
                Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
            }

            var page = await client.PageAsync(address);
            Assert.DoesNotContain("Mere Paewai", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Maintenance", page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Reports_ForSomebodyWithARoleInOneAgencyAndAPlacementInAnother_ShowTheFormerOnly()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var other = await portal.AgencyAsync("msd");
        var reader = await portal.PersonAsync(agency);
        await portal.RoleAsync(reader, PortalRole.Auditor, other);
        using var client = await portal.SignedInAsync(reader.AccountId);

        using var own = await client.GetAsync($"{Report}?unit={other.Id}");
        using var placed = await client.GetAsync($"{Report}?unit={agency.Id}");

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, placed.StatusCode);
    }

    [Theory]
    [InlineData(Report + "?unit=nonsense")]
    [InlineData(Report + "?unit=00000000-0000-0000-0000-000000000001")]
    [InlineData(PeopleOf + "?unit=nonsense")]
    [InlineData(PeopleOf + "?status=on-leave")]
    [InlineData(PeopleOf + "?status=superseded")]
    [InlineData(PeopleOf + "?page=0")]
    [InlineData(PeopleOf + "?page=-1")]
    [InlineData(PeopleOf + "?page=many")]
    [InlineData(PeopleOf + "?page=99999999999999")]
    public async Task Reports_WithAFilterThatDoesNotExist_AreNotFound(string address)
    {
        await using var portal = await TestPortal.StartAsync();
        var hr = await portal.PersonWithRoleAsync(
            await portal.AgencyAsync(),
            PortalRole.HumanResources
        );
        using var client = await portal.SignedInAsync(hr.AccountId);

        using var response = await client.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Report_WithNobodyDue_SaysSo()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        using var client = await portal.SignedInAsync(hr.AccountId);

        var page = await client.PageAsync(Report);
        var people = await client.PageAsync($"{PeopleOf}?status=overdue");

        Assert.Equal("Completion – Social Media Aware", page.Title);
        Assert.Equal("Nobody is due.", page.QuerySelector(".sma-lead")!.TextContent);
        Assert.Equal("–", page.QuerySelector(".sma-figures dd")!.TextContent);
        Assert.Null(people.QuerySelector("main table"));
    }

    [Fact]
    public async Task Report_WithPeople_CountsUnitsWithThoseBelowAndGivesTheDenominator()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var group = await portal.UnitAsync(agency, "Customer");
        var team = await portal.UnitAsync(agency, "Northland", above: group);
        var programme = await portal.OnboardingAsync(agency);
        var today = portal.Clock.Today();
        await StarterAsync(
            portal,
            agency,
            "Ana",
            team,
            programme,
            change: one => one.Sign(portal.Clock.GetUtcNow())
        );
        await StarterAsync(portal, agency, "Beth", team, programme, dueOn: today.AddDays(-1));
        await StarterAsync(portal, agency, "Cora", group, programme);
        await StarterAsync(
            portal,
            agency,
            "Dev",
            group,
            programme,
            change: one => one.Decline(portal.Clock.GetUtcNow())
        );
        await StarterAsync(
            portal,
            agency,
            "Ewa",
            group,
            programme,
            change: one => one.Hold(portal.Clock.GetUtcNow())
        );
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        using var client = await portal.SignedInAsync(hr.AccountId);

        var page = await client.PageAsync(Report);

        Assert.Equal(
            ["Customer|4|1|25.0%|1|1|1|0|1|0", "Northland|2|1|50.0%|0|1|0|0|0|0"],
            RowsOf(page, "tbody")
        );
        Assert.Equal("All of Kāinga Ora|4|1|25.0%|1|1|1|0|1|0", RowsOf(page, "tfoot").Single());
        Assert.DoesNotContain("{", page.QuerySelector("main")!.OuterHtml, StringComparison.Ordinal);
        Assert.Contains(
            "The rate is 25.0%: 1 people signed, of 4 who are due.",
            page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        var leaf = await client.PageAsync($"{Report}?unit={team.Id}");
        Assert.Equal("Northland|2|1|50.0%|0|1|0|0|0|0", RowsOf(leaf, "tfoot").Single());
    }

    [Theory]
    [InlineData("", "Ana Beth Cora Ewa")]
    [InlineData("due", "Ana Beth Cora")]
    [InlineData("signed", "Ana")]
    [InlineData("overdue", "Beth")]
    [InlineData("open", "Cora")]
    [InlineData("on-hold", "Ewa")]
    [InlineData("left", "")]
    public async Task People_FilteredByStatus_AreThoseThatStandThere(string status, string names)
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var unit = await portal.UnitAsync(agency, "Customer");
        var programme = await portal.OnboardingAsync(agency);
        await StarterAsync(
            portal,
            agency,
            "Ana",
            unit,
            programme,
            change: one => one.Sign(portal.Clock.GetUtcNow())
        );
        await StarterAsync(
            portal,
            agency,
            "Beth",
            unit,
            programme,
            dueOn: portal.Clock.Today().AddDays(-1)
        );
        await StarterAsync(portal, agency, "Cora", unit, programme);
        await StarterAsync(
            portal,
            agency,
            "Ewa",
            unit,
            programme,
            change: one => one.Hold(portal.Clock.GetUtcNow())
        );
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        using var client = await portal.SignedInAsync(hr.AccountId);

        var page = await client.PageAsync($"{PeopleOf}?unit={unit.Id}&status={status}");

        Assert.Equal(
            names,
            string.Join(
                ' ',
                page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent).Order()
            )
        );
    }

    [Fact]
    public async Task People_WhenSeen_AreWrittenToTheAuditLog()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        using var client = await portal.SignedInAsync(hr.AccountId);

        await client.PageAsync($"{PeopleOf}?unit={agency.Id}&status=overdue");

        var entry = await portal.WithDatabaseAsync(database =>
            database.AuditEntries.SingleAsync(one => one.Action == AuditActions.PeopleViewed)
        );
        Assert.Equal(hr.AccountId, entry.AccountId);
        Assert.Equal(agency.Id, entry.AgencyId);
        Assert.Equal($"{PeopleOf}?unit={agency.Id}&asat=2026-11-16&status=overdue", entry.Subject);
        Assert.Equal("page 1: 0", entry.Detail);
    }

    [Fact]
    public async Task People_WhenMoreThanAPage_ArePagedAndNobodyIsLostOrShownTwice()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(agency);
        for (var number = 0; number < 101; number++)
        {
            await StarterAsync(portal, agency, $"Person {number:000}", null, programme);
        }

        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        using var client = await portal.SignedInAsync(hr.AccountId);
        var names = new List<string>();
        foreach (var number in new[] { 1, 2, 3 })
        {
            var page = await client.PageAsync($"{PeopleOf}?status=open&page={number}");
            names.AddRange(page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
            Assert.Equal(
                $"{number}",
                page.QuerySelector(".govuk-pagination [aria-current=page]")!.TextContent
            );
        }

        Assert.Equal(101, names.Distinct().Count());
        Assert.Equal(101, names.Count);
        var beyond = await client.PageAsync($"{PeopleOf}?status=open&page=99");
        Assert.Single(beyond.QuerySelectorAll("tbody th"));
        Assert.DoesNotContain(
            "{",
            beyond.QuerySelector("main")!.OuterHtml,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Report_OfTheDemonstration_AgreesWithASlowSecondCount()
    {
        await using var portal = await TestPortal.StartAsync(new() { Environment = "Development" });
        var today = portal.Clock.Today();
        await SignSomeAsync(portal);

        await portal.WithAsync(async services =>
        {
            var database = services.GetRequiredService<PortalDbContext>();
            var agency = await database.Agencies.SingleAsync(one => one.Slug == "kainga-ora");
            var facts = await database
                .UnitFacts.HoldingOn(today)
                .Where(fact => fact.AgencyId == agency.Id)
                .ToListAsync();
            var tree = new UnitTree(
                agency.Id,
                facts.Select(fact => (fact.UnitId, fact.Name, fact.ParentUnitId))
            );
            var programme = await database.Programmes.SingleAsync(one =>
                one.AgencyId == agency.Id && one.Key == "onboarding"
            );
            var scope = new CompletionScope(
                new ReportPlace(agency.Id, tree, tree.Root, [tree]),
                [],
                new ReportedProgramme(programme.Id, programme.Name, programme.Kind, []),
                Cycle: null,
                today,
                portal.Clock.GetUtcNow(),
                Notices: []
            );
            var report = await services
                .GetRequiredService<CompletionReports>()
                .CountAsync(scope, default);

            var assignments = await database
                .Assignments.Where(one => one.ProgrammeId == programme.Id)
                .ToListAsync();
            var placements = await database.Placements.Believed().ToListAsync();
            Assert.True(report.Total.Due > 10);
            Assert.True(report.Total is { NotDue: > 0, OnHold: > 0, Signed: > 0, Overdue: > 0 });
            foreach (var row in report.Rows)
            {
                var unitIds = tree.WithThoseBelow(row.Unit).Select(unit => unit.Id).ToHashSet();
                var own = assignments.Where(one =>
                    unitIds.Contains(UnitOf(one, placements, today))
                );
                var statuses = own.Select(one => one.StatusOn(today)).ToList();
                int Of(AssignmentStatus status) => statuses.Count(one => one == status);
                Assert.Equal(
                    new CompletionFigures(
                        Of(AssignmentStatus.Signed),
                        Of(AssignmentStatus.Open),
                        Of(AssignmentStatus.Overdue),
                        Of(AssignmentStatus.Declined),
                        Of(AssignmentStatus.NotDue),
                        Of(AssignmentStatus.OnHold),
                        Of(AssignmentStatus.Left)
                    ),
                    row.Figures
                );
            }
        });
    }

    private static Guid UnitOf(Assignment assignment, List<Placement> placements, DateOnly today)
    {
        var own = placements
            .Where(one =>
                one.PersonId == assignment.PersonId && one.AgencyId == assignment.AgencyId
            )
            .OrderBy(one => one.HoldsFrom)
            .ThenBy(one => one.Id)
            .ToList();
        return (
            own.Find(one =>
                one.HoldsFrom <= today && (one.HoldsUntil is null || one.HoldsUntil > today)
            )
            ?? own.Find(one => one.HoldsFrom > today)
            ?? own.MaxBy(one => one.HoldsUntil)!
        ).UnitId;
    }

    private static Task SignSomeAsync(TestPortal portal) =>
        portal.WithDatabaseAsync(async database =>
        {
            var assignments = await database
                .Assignments.Where(one =>
                    database.Programmes.Any(programme =>
                        programme.Id == one.ProgrammeId && programme.Key == "onboarding"
                    )
                )
                .OrderBy(one => one.DueOn)
                .ThenBy(one => one.Id)
                .ToListAsync();
            foreach (var assignment in assignments.Take(4))
            {
                assignment.Sign(portal.Clock.GetUtcNow());
            }

            assignments[4].Leave(portal.Clock.GetUtcNow());
            assignments[5].Decline(portal.Clock.GetUtcNow());
            await database.SaveChangesAsync();
        });

    private static async Task StarterAsync(
        TestPortal portal,
        Agency agency,
        string name,
        Unit? unit,
        Programme? programme = null,
        DateOnly? dueOn = null,
        Action<Assignment>? change = null
    )
    {
        var member = await portal.PersonAsync(agency, name, unit: unit);
        var assignment = await portal.AssignmentAsync(
            member,
            programme ?? await portal.OnboardingAsync(agency),
            dueOn: dueOn
        );
        if (change is not null)
        {
            await portal.WithDatabaseAsync(async database =>
            {
                change(await database.Assignments.SingleAsync(one => one.Id == assignment.Id));
                await database.SaveChangesAsync();
            });
        }
    }

    private static List<string> RowsOf(IDocument page, string part) =>
        [
            .. page.QuerySelectorAll($"{part} tr")
                .Select(row =>
                    string.Join(
                        '|',
                        row.QuerySelectorAll("th, td")
                            .Select(cell =>
                                (
                                    cell.QuerySelector("a")?.FirstChild?.TextContent
                                    ?? cell.TextContent
                                ).Trim()
                            )
                    )
                ),
        ];
}
