using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Tests.Reminders;

/// <summary>A portal that was down tells what is still useful, once.</summary>
public sealed class MissedDaysTests
{
    private static readonly DateOnly Monday = new(2026, 11, 16);

    [Theory]
    // Down when it opened: three days later that is still worth telling.
    [InlineData(0, 3, 21, ReminderStepKind.Opened, "is open")]
    // Down for three weeks: over the opening, the week before and the day itself. Only what is so now is told.
    [InlineData(0, 21, 14, ReminderStepKind.OverdueOneWeek, "was due by")]
    [InlineData(0, 22, 21, ReminderStepKind.OnTheDay, "was due by")]
    public async Task Remind_AfterThePortalWasDown_TellsWhatIsStillSoOnce(
        int opensIn,
        int downFor,
        int dueIn,
        ReminderStepKind step,
        string says
    )
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var person = await portal.PersonAsync(agency);
        await portal.AssignmentAsync(
            person,
            await portal.OnboardingAsync(agency),
            Monday.AddDays(opensIn),
            Monday.AddDays(dueIn)
        );

        portal.Clock.MoveTo(Monday.AddDays(downFor));
        Assert.Equal(1, await portal.RemindAsync());
        Assert.Equal(0, await portal.RemindAsync());
        portal.Clock.MoveTo(Monday.AddDays(downFor + 1));
        Assert.Equal(0, await portal.RemindAsync());

        Assert.Contains(
            says,
            Assert.Single(await portal.MailsAsync()).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(step, Assert.Single(await portal.StepsAsync()).Kind);
    }
}
