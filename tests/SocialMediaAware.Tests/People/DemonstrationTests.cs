using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Demonstration;
using SocialMediaAware.Web.Features.Programmes;
using DemonstrationMember = SocialMediaAware.Web.Features.People.Demonstration.DemonstrationMember;

namespace SocialMediaAware.Tests.People;

public sealed class DemonstrationTests
{
    private static readonly TestPortalOptions Development = new() { Environment = "Development" };

    [Fact]
    public async Task Demonstration_InDevelopment_FillsThreeAgenciesWithAbout250People()
    {
        await using var portal = await TestPortal.StartAsync(Development);

        await portal.WithDatabaseAsync(async database =>
        {
            Assert.InRange(await database.People.CountAsync(), 240, 260);
            Assert.InRange(await PeopleOfAsync(database, "kainga-ora"), 140, 160);
            Assert.InRange(await PeopleOfAsync(database, "msd"), 65, 75);
            Assert.InRange(await PeopleOfAsync(database, "ethnic-communities"), 25, 35);
            Assert.Equal(await database.People.CountAsync(), await database.Users.CountAsync());
            Assert.False(await database.Users.AnyAsync(account => account.PasswordHash != null));
            Assert.Equal(
                4,
                await database.Placements.Select(one => one.Kind).Distinct().CountAsync()
            );
            Assert.True(await database.Leaves.CountAsync() >= 5);
            Assert.True(await database.Placements.AnyAsync(one => one.HoldsUntil != null));
            Assert.True(
                await database
                    .Placements.Believed()
                    .GroupBy(one => one.PersonId)
                    .AnyAsync(person => person.Count() == 2)
            );
            Assert.True(await database.PeopleChanges.CountAsync() >= 5);
            Assert.True(await database.PersonFlags.AnyAsync(flag => flag.Flag == "managers"));
            Assert.True(await database.StandIns.AnyAsync());
        });
    }

    [Fact]
    public async Task Demonstration_InDevelopment_HasNobodyTwiceAndEveryAddressMadeUp()
    {
        await using var portal = await TestPortal.StartAsync(Development);

        await portal.WithDatabaseAsync(async database =>
        {
            var names = await database
                .PersonNames.HoldingOn(portal.Clock.Today())
                .Select(name => name.Name)
                .ToListAsync();
            var addresses = await database.Users.Select(account => account.Email!).ToListAsync();
            Assert.Equal(names.Count, names.Distinct().Count());
            Assert.Equal(addresses.Count, addresses.Distinct().Count());
            Assert.All(
                addresses,
                address => Assert.Matches("^[a-z.-]+@[a-z-]+[.]example$", address)
            );
            Assert.Contains(names, name => name.Contains('ā', StringComparison.Ordinal));
            Assert.Contains(names, name => name.Contains('’', StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Demonstration_OnTheSameDay_IsTheSameAgain()
    {
        await using var one = await TestPortal.StartAsync(Development);
        await using var other = await TestPortal.StartAsync(Development);

        Assert.Equal(await EverybodyAsync(one), await EverybodyAsync(other));
    }

    [Fact]
    public async Task Demonstration_WhenThePortalStartsAgain_AddsNobody()
    {
        await using var portal = await TestPortal.StartAsync(Development);
        var before = await EverybodyAsync(portal);

        await portal.WithAsync(services =>
            services.GetRequiredService<DemonstrationFilling>().RunAsync(default)
        );

        Assert.Equal(before, await EverybodyAsync(portal));
    }

    [Theory]
    [InlineData("Production", "true")]
    [InlineData("Development", "false")]
    public async Task Demonstration_OutsideDevelopmentOrSwitchedOff_MakesNobody(
        string environment,
        string setting
    )
    {
        await using var portal = await TestPortal.StartAsync(
            new()
            {
                Environment = environment,
                Settings = new Dictionary<string, string> { ["Portal:Demonstration"] = setting },
            }
        );

        await portal.WithDatabaseAsync(async database =>
        {
            Assert.False(await database.People.AnyAsync());
            Assert.False(await database.Programmes.AnyAsync(one => one.LaunchedAt != null));
            Assert.True(await database.Programmes.AnyAsync());
        });
    }

    [Fact]
    public async Task Cast_WhenTheDemonstrationIsFilled_IsThereWithItsRoles()
    {
        await using var portal = await TestPortal.StartAsync(Development);

        await portal.WithDatabaseAsync(async database =>
        {
            var accounts = await database.Users.ToDictionaryAsync(account => account.Email!);
            var grants = await database.RoleGrants.ToListAsync();
            Assert.All(
                DemonstrationCast.All,
                member =>
                    Assert.Equal(
                        member.Role,
                        grants
                            .Where(grant => grant.AccountId == accounts[member.Email].Id)
                            .Select(grant => (PortalRole?)grant.Role)
                            .SingleOrDefault()
                    )
            );
            var roles = Enum.GetValues<PortalRole>()
                .Except([PortalRole.Staff, PortalRole.Leader])
                .ToList();
            Assert.All(
                grants.GroupBy(grant => grant.AgencyId),
                agency =>
                    Assert.Equal(
                        roles.Append(PortalRole.IntegrityAdviser).Order(),
                        agency.Select(grant => grant.Role).Order()
                    )
            );
            var leaderId = accounts[DemonstrationCast.PeopleLeader.Email].PersonId;
            Assert.Equal(8, await database.Leaderships.CountAsync(one => one.LeaderId == leaderId));
        });
    }

    [Fact]
    public async Task Cast_WhenOnboardingWasPlanned_StandsAsItsDescriptionsSay()
    {
        await using var portal = await TestPortal.StartAsync(Development);
        var today = portal.Clock.Today();

        var standing = await portal.WithDatabaseAsync(async database =>
            (
                await database
                    .Assignments.Where(assignment =>
                        database.Programmes.Any(programme =>
                            programme.Id == assignment.ProgrammeId && programme.Key == "onboarding"
                        )
                    )
                    .Join(
                        database.People,
                        assignment => assignment.PersonId,
                        person => person.Id,
                        (assignment, person) => new { assignment, person.Email }
                    )
                    .ToListAsync()
            ).ToDictionary(row => row.Email!, row => row.assignment)
        );

        AssignmentStatus Of(DemonstrationMember member) => standing[member.Email].StatusOn(today);
        Assert.Equal(AssignmentStatus.Open, Of(DemonstrationCast.NewStarter));
        Assert.Equal(AssignmentStatus.Open, Of(DemonstrationCast.NewContractor));
        Assert.Equal(
            PersonKind.Contractor,
            standing[DemonstrationCast.NewContractor.Email].PersonKind
        );
        Assert.Equal(AssignmentStatus.Overdue, Of(DemonstrationCast.OverdueStarter));
        Assert.Equal(AssignmentStatus.OnHold, Of(DemonstrationCast.AwayStarter));
        Assert.False(standing.ContainsKey(DemonstrationCast.PeopleLeader.Email));
        Assert.Equal(
            new DateOnly(2026, 11, 11),
            standing[DemonstrationCast.NewStarter.Email].OpensOn
        );
        Assert.InRange(standing.Count, 18, 40);
    }

    private static Task<int> PeopleOfAsync(PortalDbContext database, string slug) =>
        database
            .Placements.Where(placement =>
                database.Agencies.Any(agency =>
                    agency.Id == placement.AgencyId && agency.Slug == slug
                )
            )
            .Select(placement => placement.PersonId)
            .Distinct()
            .CountAsync();

    // What does not depend on ids, which are new each time.
    private static Task<string> EverybodyAsync(TestPortal portal) =>
        portal.WithDatabaseAsync(async database =>
            string.Join(
                '\n',
                (
                    await database
                        .Placements.Join(
                            database.PersonNames,
                            placement => placement.PersonId,
                            name => name.PersonId,
                            (placement, name) => new { placement, name.Name }
                        )
                        .ToListAsync()
                )
                    .Select(row =>
                        $"{row.Name} {row.placement.Kind} {row.placement.Position} {row.placement.Region} {row.placement.EmployeeNumber} {row.placement.HoldsFrom} {row.placement.HoldsUntil}"
                    )
                    .Order(StringComparer.Ordinal)
            )
        );
}
