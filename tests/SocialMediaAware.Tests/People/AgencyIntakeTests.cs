using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.People;

public sealed class AgencyIntakeTests
{
    [Fact]
    public async Task Intake_WhenThePortalStarts_TakesInEachAgencyWithItsRoot()
    {
        await using var portal = await TestPortal.StartAsync();

        var (agencies, roots) = await portal.WithDatabaseAsync(async database =>
            (
                await database.Agencies.OrderBy(agency => agency.Slug).ToListAsync(),
                await database.UnitFacts.HoldingOn(portal.Clock.Today()).ToListAsync()
            )
        );

        Assert.Equal(
            ["ethnic-communities", "kainga-ora", "msd"],
            agencies.Select(agency => agency.Slug)
        );
        Assert.Equal("Te Manatū Whakahiato Ora", agencies[2].NameInMaori);
        Assert.Equal(
            agencies.Select(agency => (agency.Id, agency.ShortName)).OrderBy(entry => entry.Id),
            roots.Select(root => (root.UnitId, root.Name)).OrderBy(entry => entry.UnitId)
        );
        Assert.All(roots, root => Assert.Null(root.ParentUnitId));
    }

    [Fact]
    public async Task Intake_WhenRunAgain_ChangesNothing()
    {
        await using var portal = await TestPortal.StartAsync();
        var before = await RowsAsync(portal);

        await portal.WithAsync(services =>
            services.GetRequiredService<AgencyIntake>().RunAsync(default)
        );

        Assert.Equal(before, await RowsAsync(portal));
    }

    [Fact]
    public async Task Intake_WhenAnAgencyHasAnotherName_TakesItOverAndKeepsTheFormerOne()
    {
        await using var portal = await TestPortal.StartAsync();
        var agencyId = await portal.WithDatabaseAsync(async database =>
        {
            var agency = await database.Agencies.SingleAsync(one => one.Slug == "msd");
            var root = await database.UnitFacts.SingleAsync(fact => fact.UnitId == agency.Id);
            root.Unlearn(portal.Clock.GetUtcNow());
            agency.Rename("Former name", "Former", nameInMaori: null);
            database.Add(
                UnitFact.Learn(
                    Unit.RootOf(agency.Id),
                    "Former",
                    parentUnitId: null,
                    new DateOnly(2000, 1, 1),
                    portal.Clock.GetUtcNow()
                )
            );
            await database.SaveChangesAsync();
            return agency.Id;
        });

        await portal.WithAsync(services =>
            services.GetRequiredService<AgencyIntake>().RunAsync(default)
        );

        var (name, facts) = await portal.WithDatabaseAsync(async database =>
            (
                await database
                    .Agencies.Where(agency => agency.Id == agencyId)
                    .Select(agency => agency.Name)
                    .SingleAsync(),
                await database.UnitFacts.Where(fact => fact.UnitId == agencyId).ToListAsync()
            )
        );
        Assert.Equal("Ministry of Social Development", name);
        Assert.Equal("MSD", Assert.Single(facts, fact => fact.UnlearntAt is null).Name);
        Assert.Contains(facts, fact => fact.Name == "Former");
    }

    private static Task<string> RowsAsync(TestPortal portal) =>
        portal.WithDatabaseAsync(async database =>
            string.Join(
                '\n',
                (await database.Agencies.OrderBy(agency => agency.Id).ToListAsync())
                    .Select(agency => $"{agency.Id} {agency.Name} {agency.ShortName}")
                    .Concat(
                        (await database.UnitFacts.OrderBy(fact => fact.Id).ToListAsync()).Select(
                            fact => $"{fact.Id} {fact.Name} {fact.LearntAt} {fact.UnlearntAt}"
                        )
                    )
            )
        );
}
