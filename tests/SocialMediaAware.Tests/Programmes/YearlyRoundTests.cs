using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes;

/// <summary>The yearly round over a real database.</summary>
public sealed class YearlyRoundTests
{
    private static readonly DateOnly January = new(2027, 1, 12);

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Plan_WhenSomebodySignedInJanuary_CountsThatSignatureForTheYear(
        TestProvider provider
    )
    {
        await using var portal = await AJanuaryAsync(provider);
        var agency = await portal.AgencyAsync();
        var signer = await portal.ReadySignerAsync(agency, await portal.OnboardingAsync(agency));
        var other = await portal.PersonAsync(agency, "Mere Tawhara", from: January);
        var yearly = await portal.YearlyAsync(agency);
        Assert.Empty((await portal.SignAsync(signer)).Problems);
        portal.Clock.MoveTo(new DateOnly(2027, 2, 1));

        await PlanAsync(portal);

        var (signed, open) = await portal.WithDatabaseAsync(async database =>
            (
                await database.Assignments.SingleAsync(one =>
                    one.ProgrammeId == yearly.Id && one.PersonId == signer.Member.PersonId
                ),
                await database.Assignments.SingleAsync(one =>
                    one.ProgrammeId == yearly.Id && one.PersonId == other.PersonId
                )
            )
        );
        Assert.Equal("yearly/2027", signed.CycleKey);
        Assert.Equal(AssignmentStatus.Signed, signed.StatusOn(portal.Clock.Today()));
        Assert.Equal(AssignmentStatus.Open, open.StatusOn(portal.Clock.Today()));
        Assert.Equal(0, await PlanAsync(portal));
    }

    [Fact]
    public async Task Plan_WhenTheSignatureIsOlderThanNinetyDays_AsksAgain()
    {
        await using var portal = await AJanuaryAsync(TestProvider.Sqlite);
        var agency = await portal.AgencyAsync();
        var signer = await portal.ReadySignerAsync(agency, await portal.OnboardingAsync(agency));
        var yearly = await portal.YearlyAsync(agency);
        Assert.Empty((await portal.SignAsync(signer)).Problems);
        portal.Clock.MoveTo(new DateOnly(2028, 2, 1));

        await PlanAsync(portal);

        var asked = await portal.WithDatabaseAsync(database =>
            database.Assignments.SingleAsync(one => one.ProgrammeId == yearly.Id)
        );
        Assert.Equal("yearly/2028", asked.CycleKey);
        Assert.Equal(AssignmentStatus.Open, asked.StatusOn(portal.Clock.Today()));
    }

    [Fact]
    public async Task SignIn_OnTheMorningTheWindowOpens_SeesTheDutyBeforeTheNextTick()
    {
        await using var portal = await AJanuaryAsync(TestProvider.Sqlite);
        var agency = await portal.AgencyAsync();
        await portal.YearlyAsync(agency);
        var member = await portal.PersonAsync(agency, from: January);
        var colleague = await portal.PersonAsync(agency, "Mere Tawhara", from: January);
        await portal.PasswordAsync(member);
        portal.Clock.MoveTo(new DateOnly(2027, 2, 1));

        await portal.Visitor().SignInAsync(member.Email, AccountsGiven.GoodPassword);

        await portal.WithDatabaseAsync(async database =>
        {
            Assert.True(
                await database.Assignments.AnyAsync(one => one.PersonId == member.PersonId)
            );
            Assert.False(
                await database.Assignments.AnyAsync(one => one.PersonId == colleague.PersonId)
            );
        });
    }

    private static async Task<TestPortal> AJanuaryAsync(TestProvider provider)
    {
        var portal = await TestPortal.StartAsync(new TestPortalOptions { Provider = provider });
        portal.Clock.MoveTo(January);
        return portal;
    }

    private static Task<int> PlanAsync(TestPortal portal) =>
        portal.WithAsync(services =>
            services.GetRequiredService<PlanAssignments>().RunAsync(default)
        );
}
