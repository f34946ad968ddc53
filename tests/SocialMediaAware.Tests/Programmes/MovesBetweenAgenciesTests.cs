using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.People.Relief;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes;

/// <summary>People who come from one agency of the installation to another, alone and in great number.</summary>
public sealed class MovesBetweenAgenciesTests
{
    private static readonly DateOnly Before = new(2026, 11, 2);
    private static readonly DateOnly MovingDay = new(2026, 11, 16);

    [Theory]
    [InlineData(BulkMoves.FewestPeople, 20, TestProvider.Sqlite)]
    [InlineData(BulkMoves.FewestPeople, 20, TestProvider.PostgreSql)]
    [InlineData(BulkMoves.FewestPeople - 1, 10, TestProvider.Sqlite)]
    public async Task Plan_WhenPeopleMoveTogether_GivesTwentyWorkingDaysWhereTheyAreMany(
        int people,
        int workingDays,
        TestProvider provider
    )
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        var from = await portal.AgencyAsync("msd");
        var to = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(to);
        var moved = new List<CastMember>();
        for (var number = 0; number < people; number++)
        {
            var member = await portal.PersonAsync(from, from: Before);
            await MoveAsync(portal, member, to);
            moved.Add(member);
        }

        await portal.PlanAsync();
        var asked = await portal.WithDatabaseAsync(database =>
            database.Assignments.Where(one => one.ProgrammeId == programme.Id).ToListAsync()
        );

        Assert.Equal(people, asked.Count);
        var calendar = new WorkingDayCalendar(
            ContentLoader.Load(Repository.Folder("content"), []).Library!.Holidays
        );
        Assert.All(
            asked,
            one =>
                Assert.Equal(
                    calendar.AddWorkingDays(MovingDay, workingDays, pattern: default),
                    one.DueOn
                )
        );
        Assert.Equal(0, await portal.PlanForAsync(moved[0]));
    }

    [Theory]
    [InlineData("msd", true)]
    [InlineData("kainga-ora", false)]
    public async Task Onboarding_OfWhoSignedACommonModuleLongAgo_IsShortWhereItWasForAnotherAgency(
        string signedFor,
        bool isShort
    )
    {
        await using var portal = await TestPortal.StartAsync();
        var before = await portal.AgencyAsync(signedFor);
        var here = await portal.AgencyAsync();
        var signer = await portal.ReadySignerAsync(before, await portal.OnboardingAsync(before));
        Assert.Empty((await portal.SignAsync(signer)).Problems);
        portal.Clock.Move(TimeSpan.FromDays(200));
        var owed = await portal.AssignmentAsync(signer.Member, await portal.OnboardingAsync(here));

        var path = await portal.WithAsync(async services =>
            (
                await services
                    .GetRequiredService<AssignmentPaths>()
                    .ReadOpenAsync(signer.Member.PersonId, CancellationToken.None)
            ).Single(one => one.Assignment.Id == owed.Id)
        );

        Assert.Equal(isShort, path.IsShort);
    }

    private static Task MoveAsync(TestPortal portal, CastMember member, Agency to) =>
        portal.WithDatabaseAsync(async database =>
        {
            var now = portal.Clock.GetUtcNow();
            var placement = await database.Placements.SingleAsync(one =>
                one.PersonId == member.PersonId && one.UnlearntAt == null
            );
            var change = PeopleChange.Record(
                placement.AgencyId,
                PeopleChangeKind.Edited,
                member.PersonId,
                byAccountId: null,
                "The office moved",
                now
            );
            var unit = await database.Units.SingleAsync(one => one.Id == to.Id);
            database.AddRange(
                change,
                Placement.Learn(
                    member.PersonId,
                    unit,
                    PersonKind.Employee,
                    "Adviser",
                    region: null,
                    employeeNumber: null,
                    feed: null,
                    MovingDay,
                    until: null,
                    now
                )
            );
            if (placement.EndOn(MovingDay, change) is { } left)
            {
                database.Add(left);
            }

            await database.SaveChangesAsync();
        });
}
