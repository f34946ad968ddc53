using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes;

public sealed class PlanAssignmentsTests
{
    [Fact]
    public async Task Plan_WhenSomebodyStarted_MakesOneAssignmentAndThenNoMore()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(
            agency,
            "kainga-ora-social-media-guidance",
            "be-social-media-aware"
        );
        var member = await portal.PersonAsync(agency, kind: PersonKind.Contractor);

        Assert.Equal(1, await PlanAsync(portal));
        Assert.Equal(0, await PlanAsync(portal));

        var assignment = await AssignmentOfAsync(portal, member);
        Assert.Equal(programme.Id, assignment.ProgrammeId);
        Assert.Equal(PersonKind.Contractor, assignment.PersonKind);
        Assert.Equal(
            ["kainga-ora-social-media-guidance 1", "be-social-media-aware 2"],
            assignment
                .Modules.OrderBy(module => module.Order)
                .Select(module => $"{module.ModuleSlug} {module.Major}")
        );
    }

    [Fact]
    public async Task Plan_WhenTheProgrammeIsNotLaunched_MakesNothing()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.PersonAsync(await portal.AgencyAsync());

        Assert.Equal(0, await PlanAsync(portal));
    }

    [Fact]
    public async Task Plan_WhenAModuleIsNotPublished_MakesNothing()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        await portal.OnboardingAsync(agency, "a-module-that-is-not-there");
        await portal.PersonAsync(agency);

        Assert.Equal(0, await PlanAsync(portal));
    }

    [Fact]
    public async Task Plan_WhenSomebodyGoesOnLeaveReturnsAndLeaves_Follows()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        await portal.OnboardingAsync(agency);
        var member = await portal.PersonAsync(agency);
        await PlanAsync(portal);
        var today = portal.Clock.Today();
        var dueBefore = (await AssignmentOfAsync(portal, member)).DueOn;
        await portal.WithDatabaseAsync(database =>
        {
            database.Add(
                Leave.Learn(
                    agency.Id,
                    member.PersonId,
                    today,
                    today.AddDays(14),
                    portal.Clock.GetUtcNow()
                )
            );
            return database.SaveChangesAsync();
        });

        await PlanAsync(portal);
        var away = await AssignmentOfAsync(portal, member);
        Assert.Equal(AssignmentStatus.OnHold, away.StatusOn(today));
        Assert.True(away.DueOn > dueBefore);

        portal.Clock.MoveTo(today.AddDays(14));
        await PlanAsync(portal);
        var back = await AssignmentOfAsync(portal, member);
        Assert.Equal(AssignmentStatus.Open, back.StatusOn(today.AddDays(14)));
        Assert.Equal(away.DueOn, back.DueOn);

        await EndPlacementsAsync(portal, member);
        Assert.Equal(1, await PlanAsync(portal));
        Assert.Equal(
            AssignmentStatus.Left,
            (await AssignmentOfAsync(portal, member)).StatusOn(today.AddDays(14))
        );
        Assert.Equal(0, await PlanAsync(portal));
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Plan_WhenSeveralPlannersRunAtOnce_MakesEachAssignmentOnce(
        TestProvider provider
    )
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        var agency = await portal.AgencyAsync();
        await portal.OnboardingAsync(agency);
        for (var person = 0; person < 20; person++)
        {
            await portal.PersonAsync(agency);
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => PlanAsync(portal))));

        Assert.Equal(
            20,
            await portal.WithDatabaseAsync(database => database.Assignments.CountAsync())
        );
    }

    [Fact]
    public async Task Plan_WhenThousandsStart_ReadsEachKindOfFactOnce()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        await portal.OnboardingAsync(agency);
        const int people = 3000;
        await portal.WithDatabaseAsync(async database =>
        {
            var now = portal.Clock.GetUtcNow();
            var root = await database.Units.SingleAsync(unit => unit.Id == agency.Id);
            for (var number = 0; number < people; number++)
            {
                var person = Person.Appear($"{number}@agency.example", now);
                database.AddRange(
                    person,
                    Placement.Learn(
                        person.Id,
                        root,
                        PersonKind.Employee,
                        "Adviser",
                        region: null,
                        employeeNumber: null,
                        feed: null,
                        portal.Clock.Today(),
                        until: null,
                        now
                    )
                );
            }

            await database.SaveChangesAsync();
        });

        Assert.Equal(people, await PlanAsync(portal));
        Assert.Equal(0, await PlanAsync(portal));
        await portal.WithDatabaseAsync(async database =>
        {
            await using var transaction = await database.Database.BeginTransactionAsync();
            await database.Placements.ExecuteUpdateAsync(set =>
                set.SetProperty(placement => placement.UnlearntAt, portal.Clock.GetUtcNow())
            );
            await transaction.CommitAsync();
        });

        // More ids than a statement may have parameters.
        Assert.Equal(people, await PlanAsync(portal));
    }

    [Fact]
    public async Task StarterProgrammes_WhenThePortalStarts_AreCopiedOnceAndNotLaunched()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.WithDatabaseAsync(async database =>
        {
            var own = database.Programmes.Where(one =>
                database.Agencies.Any(agency =>
                    agency.Id == one.AgencyId && agency.Slug == "kainga-ora"
                )
            );
            var programme = await own.Include(one => one.Modules)
                .Include(one => one.Statements)
                .AsSplitQuery()
                .SingleAsync(one => one.Key == "onboarding");
            Assert.Equal(ProgrammeKind.Onboarding, programme.Kind);
            Assert.Equal(10, programme.DueInWorkingDays);
            Assert.Equal(3, programme.Modules.Count);
            Assert.Equal(4, programme.Statements.Count);
            Assert.Null(programme.LaunchedAt);
            var yearly = await own.SingleAsync(one => one.Key == "yearly");
            Assert.Equal("02-01/03-31", yearly.Window?.ToText());
            var election = await own.SingleAsync(one => one.Key == "election");
            Assert.Equal(5, election.DueInWorkingDays);
        });

        var copied = await portal.WithDatabaseAsync(database => database.Programmes.CountAsync());
        await portal.WithAsync(services =>
            services.GetRequiredService<StarterProgrammes>().RunAsync(default)
        );

        Assert.Equal(
            copied,
            await portal.WithDatabaseAsync(database => database.Programmes.CountAsync())
        );
    }

    private static Task<int> PlanAsync(TestPortal portal) =>
        portal.WithAsync(services =>
            services.GetRequiredService<PlanAssignments>().RunAsync(default)
        );

    private static Task<Assignment> AssignmentOfAsync(TestPortal portal, CastMember member) =>
        portal.WithDatabaseAsync(database =>
            database
                .Assignments.Include(assignment => assignment.Modules)
                .SingleAsync(assignment => assignment.PersonId == member.PersonId)
        );

    private static Task EndPlacementsAsync(TestPortal portal, CastMember member) =>
        portal.WithDatabaseAsync(async database =>
        {
            var now = portal.Clock.GetUtcNow();
            var known = await database.Placements.SingleAsync(placement =>
                placement.PersonId == member.PersonId
            );
            var unit = await database.Units.SingleAsync(one => one.Id == known.UnitId);
            known.Unlearn(now);
            database.Add(
                Placement.Learn(
                    member.PersonId,
                    unit,
                    known.Kind,
                    known.Position,
                    known.Region,
                    known.EmployeeNumber,
                    known.Feed,
                    known.HoldsFrom,
                    portal.Clock.Today(),
                    now
                )
            );
            await database.SaveChangesAsync();
        });
}
