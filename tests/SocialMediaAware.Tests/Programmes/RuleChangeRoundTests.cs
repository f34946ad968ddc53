using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Learning;
using SocialMediaAware.Tests.People.Relief;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes;

/// <summary>A rule that changed materially, over real databases and real signatures.</summary>
public sealed class RuleChangeRoundTests
{
    private static readonly (string, string) Rewording = ("Stop and think", "You must stop");

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Plan_WhenTheAgencyConfirmsANewMajor_AsksWhoSignedTheOldOneAndNobodyElse(
        TestProvider provider
    )
    {
        await using var returner = await Returner.WhoSignedBothAsync(provider);
        var portal = returner.Portal;
        var other = await portal.PersonAsync(returner.Agency, "Mere Tawhara");
        var programme = await portal.ProgrammeAsync(
            returner.Agency,
            ProgrammeKind.PolicyChange,
            Returner.Care,
            Returner.Speaking
        );
        await returner.ChangeCareAsync("1.0", "2.0", Rewording.Item1, Rewording.Item2);
        await portal.PlanAsync();
        Assert.Empty(await OfAsync(portal, programme));

        await ConfirmAsync(returner, 2);
        await portal.PlanAsync();
        await portal.PlanAsync();

        var asked = Assert.Single(await OfAsync(portal, programme));
        Assert.Equal(returner.Person.PersonId, asked.PersonId);
        Assert.NotEqual(other.PersonId, asked.PersonId);
        Assert.Equal($"policy/{Returner.Care}@2", asked.CycleKey);
        Assert.Equal(portal.Today(), asked.OpensOn);
        var module = Assert.Single(asked.Modules);
        Assert.Equal((Returner.Care, 2), (module.ModuleSlug, module.Major));

        var section = await returner.FollowAsync(
            await returner.PageAsync(Returner.Overview(asked))
        );
        await returner.SendAsync(
            section,
            $"/learning/{Returner.Care}/what-you-post?assignment={asked.Id}"
        );
        await returner.StartAsync(asked);
        await returner.PractiseAsync(asked);
        await returner.SignAsync(asked);
        await portal.PlanAsync();
        Assert.NotNull((await returner.AgainAsync(asked)).SignedAt);
        Assert.Single(await OfAsync(portal, programme));
    }

    [Fact]
    public async Task Plan_WhileAnotherOpenAssignmentCoversTheModule_FoldsTheChangeIntoIt()
    {
        await using var returner = await Returner.WhoSignedBothAsync();
        var portal = returner.Portal;
        var open = await returner.OwesAsync(
            ProgrammeKind.Onboarding,
            Returner.Care,
            Returner.Speaking
        );
        var programme = await portal.ProgrammeAsync(
            returner.Agency,
            ProgrammeKind.PolicyChange,
            Returner.Care
        );
        await returner.ChangeCareAsync("1.0", "2.0", Rewording.Item1, Rewording.Item2);
        await ConfirmAsync(returner, 2);

        await portal.PlanAsync();
        Assert.Empty(await OfAsync(portal, programme));

        await portal.WithDatabaseAsync(async database =>
        {
            (
                await database
                    .Programmes.Include(one => one.Pauses)
                    .SingleAsync(one => one.Id == open.ProgrammeId)
            ).End(portal.Clock.GetUtcNow());
            await database.SaveChangesAsync();
        });
        await portal.PlanAsync();
        await portal.PlanAsync();
        Assert.Single(await OfAsync(portal, programme));
        Assert.NotNull((await returner.AgainAsync(open)).SupersededAt);
    }

    private static Task<List<Assignment>> OfAsync(TestPortal portal, Programme programme) =>
        portal.WithDatabaseAsync(database =>
            database
                .Assignments.Include(assignment => assignment.Modules)
                .Where(assignment => assignment.ProgrammeId == programme.Id)
                .ToListAsync()
        );

    private static Task ConfirmAsync(Returner returner, int major) =>
        returner.Portal.WithDatabaseAsync(async database =>
        {
            database.Add(
                RuleConfirmation.Confirm(
                    returner.Agency.Id,
                    Returner.Care,
                    major,
                    "The union was asked.",
                    byAccountId: null,
                    returner.Portal.Clock.GetUtcNow()
                )
            );
            await database.SaveChangesAsync();
        });
}
