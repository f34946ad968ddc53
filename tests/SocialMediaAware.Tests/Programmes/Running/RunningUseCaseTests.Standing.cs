using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Reminders;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes.Running;

public sealed partial class RunningUseCaseTests
{
    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Standing_WhenPausedTakenUpAndEnded_HoldsMovesAndEndsWhatIsOpen(
        TestProvider provider
    )
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        var agency = await portal.AgencyAsync();
        using var browser = await portal.HumanResourcesAsync(agency);
        await portal.ConfirmAsync(agency);
        await portal.PersonAsync(agency);
        var signer = await portal.PersonAsync(agency);
        var programme = await portal.LaunchedAsync(browser, agency, GivenProgrammes.Once(portal));
        var today = portal.Clock.Today();
        await portal.ChangeAsync(
            (await portal.AssignmentsAsync(programme.Id)).Single(one =>
                one.PersonId == signer.PersonId
            ),
            one => one.Sign(portal.Clock.GetUtcNow())
        );

        Assert.True(await browser.ConfirmAsync(portal, programme, "pause"));
        await portal.PersonAsync(agency, "Came meanwhile");
        Assert.Equal(0, await portal.PlanAsync());
        Assert.Equal(0, await portal.RemindAsync());
        var paused = await portal.AssignmentsAsync(programme.Id);
        Assert.All(
            paused.Where(one => one.SignedAt is null),
            one => Assert.Equal(AssignmentStatus.OnHold, one.StatusOn(today))
        );

        portal.Clock.MoveTo(today.AddDays(30));
        using var later = await portal.HumanResourcesAsync(agency);
        Assert.True(await later.ConfirmAsync(portal, programme, "resume"));
        var resumed = await portal.AssignmentsAsync(programme.Id);
        var calendar = PlanTestData.Calendar;
        Assert.All(
            resumed.Where(one => one.SignedAt is null),
            one =>
            {
                Assert.Null(one.HeldAt);
                Assert.True(
                    calendar.WorkingDaysBetween(today.AddDays(29), one.DueOn, default) >= 5,
                    $"{one.DueOn} leaves too little."
                );
            }
        );
        // Whoever came meanwhile owes it now.
        Assert.Equal(paused.Count + 1, resumed.Count);

        Assert.True(await later.ConfirmAsync(portal, programme, "end"));
        var ended = await portal.AssignmentsAsync(programme.Id);
        Assert.Equal(1, ended.Count(one => one.SignedAt is not null));
        Assert.All(
            ended.Where(one => one.SignedAt is null),
            one => Assert.NotNull(one.SupersededAt)
        );
        Assert.Equal(0, await portal.PlanAsync());
        Assert.Equal(0, await portal.RemindAsync());
        Assert.Equal(
            [
                ProgrammeChangeKind.Launched,
                ProgrammeChangeKind.Paused,
                ProgrammeChangeKind.Resumed,
                ProgrammeChangeKind.Ended,
            ],
            (await portal.ChangesAsync(programme.Id)).Select(one => one.Kind)
        );
    }

    [Theory]
    [InlineData(ProgrammeKind.Onboarding)]
    [InlineData(ProgrammeKind.OneOff)]
    [InlineData(ProgrammeKind.Yearly)]
    public async Task Standing_WhenPausedAndTakenUpOnTheSameDay_ChangesNoDueDate(ProgrammeKind kind)
    {
        var clock = TestClock.OnAMonday();
        clock.MoveTo(new DateOnly(2027, 2, 8));
        await using var portal = await TestPortal.StartAsync(new() { Clock = clock });
        var agency = await portal.AgencyAsync();
        using var browser = await portal.HumanResourcesAsync(agency);
        await portal.ConfirmAsync(agency);
        for (var number = 0; number < 8; number++)
        {
            var person = await portal.PersonAsync(
                agency,
                from: clock.Today().AddDays(number * 3),
                region: number % 2 == 0 ? "Otago" : null
            );
            if (number == 3)
            {
                await portal.LeaveAsync(
                    agency,
                    person,
                    clock.Today().AddDays(10),
                    clock.Today().AddDays(25)
                );
            }
        }

        var programme = await portal.LaunchedAsync(
            browser,
            agency,
            GivenProgrammes.Once(portal),
            kind
        );
        var before = Dates(await portal.AssignmentsAsync(programme.Id));
        Assert.NotEmpty(before);

        Assert.True(await browser.ConfirmAsync(portal, programme, "pause"));
        Assert.True(await browser.ConfirmAsync(portal, programme, "resume"));

        var after = await portal.AssignmentsAsync(programme.Id);
        Assert.Equal(before, Dates(after));
        Assert.All(after, one => Assert.Null(one.HeldAt));

        Assert.True(await browser.ConfirmAsync(portal, programme, "end"));
        Assert.Equal(0, await portal.PlanAsync());
        Assert.Equal(0, await portal.PlanAsync());
    }
}
