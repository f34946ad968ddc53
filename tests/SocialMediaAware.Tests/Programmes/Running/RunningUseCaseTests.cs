using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Reminders;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes.Running;

/// <summary>Launching, changing, pausing and ending, on both databases.</summary>
public sealed partial class RunningUseCaseTests
{
    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Change_WhenModulesDatesAndPeopleDiffer_OpenAssignmentsFollowAndSignedOnesDoNot(
        TestProvider provider
    )
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        var agency = await portal.AgencyAsync();
        using var browser = await portal.HumanResourcesAsync(agency);
        await portal.ConfirmAsync(agency, GivenProgrammes.Module, GivenProgrammes.OtherModule);
        var stays = await portal.PersonAsync(agency, "Stays");
        var signs = await portal.PersonAsync(agency, "Signs");
        var falls = await portal.PersonAsync(agency, "Falls", PersonKind.Contractor);
        var programme = await portal.LaunchedAsync(browser, agency, GivenProgrammes.Once(portal));
        var signed = (await portal.AssignmentsAsync(programme.Id)).Single(one =>
            one.PersonId == signs.PersonId
        );
        await portal.ChangeAsync(signed, one => one.Sign(portal.Clock.GetUtcNow()));
        var due = portal.Clock.Today().AddDays(28);
        await portal.ProposeAsync(
            programme,
            terms =>
                terms with
                {
                    ModuleSlugs = [GivenProgrammes.OtherModule, GivenProgrammes.Module],
                    Schedule = terms.Schedule with { DueOn = due },
                    Audience = new()
                    {
                        Groups = [new AudienceGroup { Kinds = [PersonKind.Employee] }],
                    },
                }
        );
        var records = await RecordsAsync(portal, programme);

        Assert.True(await browser.ConfirmAsync(portal, programme, "change"));

        var after = await portal.AssignmentsAsync(programme.Id);
        var open = after.Single(one => one.PersonId == stays.PersonId);
        Assert.Equal(
            [GivenProgrammes.OtherModule, GivenProgrammes.Module],
            open.Modules.OrderBy(module => module.Order).Select(module => module.ModuleSlug)
        );
        Assert.Equal(due, open.DueOn);
        Assert.NotNull(after.Single(one => one.PersonId == falls.PersonId).SupersededAt);
        var kept = after.Single(one => one.PersonId == signs.PersonId);
        Assert.Equal(signed.DueOn, kept.DueOn);
        Assert.Equal([GivenProgrammes.Module], kept.Modules.Select(module => module.ModuleSlug));
        // The cover and the dates of the one who stays, and the end of the one who falls out; none of the signed one.
        Assert.True((await RecordsAsync(portal, programme)) >= records + 2);
        Assert.Equal(
            after.Single(one => one.PersonId == stays.PersonId).Revision,
            await portal.WithDatabaseAsync(database =>
                database
                    .AssignmentRecords.Where(one => one.AssignmentId == open.Id)
                    .MaxAsync(one => one.Revision)
            )
        );
        Assert.Equal(0, await portal.PlanAsync());
        Assert.Equal(
            [ProgrammeChangeKind.Launched, ProgrammeChangeKind.Changed],
            (await portal.ChangesAsync(programme.Id)).Select(one => one.Kind)
        );
    }

    [Fact]
    public async Task Change_WhenOnlyModulesDiffer_LeavesARecordOfEveryOpenAssignment()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        using var browser = await portal.HumanResourcesAsync(agency);
        await portal.ConfirmAsync(agency, GivenProgrammes.Module, GivenProgrammes.OtherModule);
        await portal.PersonAsync(agency);
        var programme = await portal.LaunchedAsync(browser, agency, GivenProgrammes.Once(portal));
        var before = await portal.AssignmentsAsync(programme.Id);
        await portal.ProposeAsync(
            programme,
            terms =>
                terms with
                {
                    ModuleSlugs = [GivenProgrammes.Module, GivenProgrammes.OtherModule],
                }
        );

        Assert.True(await browser.ConfirmAsync(portal, programme, "change"));

        var after = await portal.AssignmentsAsync(programme.Id);
        Assert.Equal(
            before.Select(one => (one.Id, one.Revision + 1)),
            after.Select(one => (one.Id, one.Revision))
        );
        Assert.All(after, one => Assert.Equal(2, one.Modules.Count));
        Assert.Equal(after.Sum(one => one.Revision), await RecordsAsync(portal, programme));
    }

    [Fact]
    public async Task Change_WhenSomebodyComesBackToTheAudience_AsksThemForTodaysModules()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        using var browser = await portal.HumanResourcesAsync(agency);
        await portal.ConfirmAsync(agency, GivenProgrammes.Module, GivenProgrammes.OtherModule);
        await portal.PersonAsync(agency, kind: PersonKind.Contractor);
        var programme = await portal.LaunchedAsync(browser, agency, GivenProgrammes.Once(portal));
        var contractors = programme.TermsWith([]).Audience;
        await portal.ProposeAsync(
            programme,
            terms =>
                terms with
                {
                    Audience = new()
                    {
                        Groups = [new AudienceGroup { Kinds = [PersonKind.Volunteer] }],
                    },
                }
        );
        Assert.True(await browser.ConfirmAsync(portal, programme, "change"));
        var assignments = await portal.AssignmentsAsync(programme.Id);
        Assert.Contains(assignments, one => one.SupersededAt is not null);
        await portal.ProposeAsync(
            programme,
            terms =>
                terms with
                {
                    Audience = contractors,
                    ModuleSlugs = [GivenProgrammes.OtherModule],
                }
        );

        Assert.True(await browser.ConfirmAsync(portal, programme, "change"));

        Assert.All(
            await portal.AssignmentsAsync(programme.Id),
            one =>
            {
                Assert.Null(one.SupersededAt);
                Assert.Equal(
                    [GivenProgrammes.OtherModule],
                    one.Modules.Select(module => module.ModuleSlug)
                );
            }
        );
    }

    [Fact]
    public async Task Acts_WhenSomebodyElseWasQuicker_AreRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        using var browser = await portal.HumanResourcesAsync(agency);
        await portal.ConfirmAsync(agency);
        var programme = await portal.LaunchedAsync(browser, agency, GivenProgrammes.Once(portal));
        var seen = programme.Revision;
        await portal.ProposeAsync(programme, terms => terms with { Summary = "Other words." });

        Assert.False(await browser.ConfirmAsync(portal, programme, "pause", seen));
        Assert.Equal(
            ProgrammeStanding.Running,
            (await portal.ProgrammeAsync(programme.Id)).Standing
        );
        // The same form twice finds its own work.
        const string Pause = "pause";
        var address = $"/programmes/{programme.Id}/{Pause}";
        var page = await browser.PageAsync(address);
        for (var time = 0; time < 2; time++)
        {
            using var answer = await browser.SubmitAsync(
                page,
                address,
                "main form",
                ("Reason", "It was asked for.")
            );
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        Assert.Single((await portal.ProgrammeAsync(programme.Id)).Pauses);
        Assert.Equal(2, (await portal.ChangesAsync(programme.Id)).Count);
    }

    private static List<(Guid, DateOnly, DateOnly)> Dates(IEnumerable<Assignment> assignments) =>
        [.. assignments.Select(one => (one.Id, one.OpensOn, one.DueOn))];

    private static Task<int> RecordsAsync(TestPortal portal, Programme programme) =>
        portal.WithDatabaseAsync(database =>
            database.AssignmentRecords.CountAsync(one => one.ProgrammeId == programme.Id)
        );
}
