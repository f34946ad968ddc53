using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Tests.Reminders;

/// <summary>Each programme says who is reminded when.</summary>
public sealed class ReminderTermsTests
{
    private static readonly DateOnly Monday = new(2026, 11, 16);
    private static readonly WorkingDayCalendar Calendar = new(
        ContentLoader.Load(Repository.Folder("content")).Library!.Holidays
    );

    public static TheoryData<ReminderTerms, string> Switches =>
        new()
        {
            { new(), "Opened 02, DaysBefore 23, OnTheDay 30, 37, 44, 51, 59" },
            {
                new() { OnOpening = false },
                "DaysBefore 23, OnTheDay 30, 37, 44, 51, 59"
            },
            {
                new() { DaysBefore = 14 },
                "Opened 02, DaysBefore 16, OnTheDay 30, 37, 44, 51, 59"
            },
            {
                new() { DaysBefore = null },
                "Opened 02, OnTheDay 30, 37, 44, 51, 59"
            },
            // Monday 28 December is a holiday. So early that it would come before the opening: the opening takes its place, or it comes with the opening.
            {
                new() { DaysBefore = 60 },
                "Opened 02, OnTheDay 30, 37, 44, 51, 59"
            },
            {
                new() { DaysBefore = 60, OnOpening = false },
                "DaysBefore 02, OnTheDay 30, 37, 44, 51, 59"
            },
            {
                new() { OnTheDay = false },
                "Opened 02, DaysBefore 23, 37, 44, 51, 59"
            },
            {
                new() { WeeksAfter = 2 },
                "Opened 02, DaysBefore 23, OnTheDay 30, 37, 44"
            },
            {
                new() { WeeksAfter = 0 },
                "Opened 02, DaysBefore 23, OnTheDay 30"
            },
            {
                new()
                {
                    OnOpening = false,
                    DaysBefore = null,
                    OnTheDay = false,
                    WeeksAfter = 0,
                },
                ""
            },
        };

    [Theory]
    [MemberData(nameof(Switches))]
    public void Steps_WhenTheProgrammeSaysSo_AreThese(ReminderTerms terms, string expected)
    {
        var first = new DateOnly(2026, 10, 31);
        var steps = ReminderSteps.DaysOf(
            new(2026, 11, 2),
            new(2026, 11, 30),
            Calendar,
            region: null,
            terms
        );
        Assert.Equal(
            expected,
            string.Join(
                ", ",
                steps.Select(step =>
                {
                    var day = $"{step.Day.DayNumber - first.DayNumber:00}";
                    return step.Kind > ReminderStepKind.OnTheDay ? day : $"{step.Kind} {day}";
                })
            )
        );
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Remind_WhenLeadersAreToldOrNot_WritesToThemSo(bool toLeaders, int mails)
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var leader = await portal.PersonAsync(agency, "Lena Leader");
        var late = await portal.PersonAsync(agency, "Late Larry", ledBy: leader);
        var programme = await portal.OnboardingAsync(agency);
        await portal.RemindersAsync(programme, new() { ToLeaders = toLeaders });
        await portal.AssignmentAsync(late, programme, new(2026, 10, 20), new(2026, 11, 13));

        await portal.RemindAsync();

        Assert.Equal(
            mails,
            (await portal.MailsAsync()).Count(mail => mail.PersonId == leader.PersonId)
        );
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 0)]
    [InlineData(null, 0)]
    public async Task Remind_WhenHrIsToldAfterSomeDays_WritesToThemThen(int? days, int mails)
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        var late = await portal.PersonAsync(agency, "Late Larry");
        var programme = await portal.OnboardingAsync(agency);
        await portal.RemindersAsync(programme, new() { ToHumanResourcesAfterDays = days });
        await portal.AssignmentAsync(late, programme, new(2026, 10, 20), Monday.AddDays(-3));

        await portal.RemindAsync();

        Assert.Equal(
            mails,
            (await portal.MailsAsync()).Count(mail => mail.PersonId == hr.PersonId)
        );
    }

    [Fact]
    public async Task Remind_LongBeforeTheDay_SaysThatItIsDue()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(agency);
        await portal.RemindersAsync(programme, new() { OnOpening = false, DaysBefore = 30 });
        await portal.AssignmentAsync(
            await portal.PersonAsync(agency),
            programme,
            dueOn: Monday.AddDays(20)
        );

        await portal.RemindAsync();

        var mail = Assert.Single(await portal.MailsAsync());
        Assert.Contains("is due", mail.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("paused", 0)]
    [InlineData("paused until today", 1)]
    [InlineData("ended", 0)]
    public async Task Remind_WhenTheProgrammeStandsStill_WritesNothingEvenBeforeItIsPlanned(
        string how,
        int mails
    )
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(agency);
        await portal.AssignmentAsync(await portal.PersonAsync(agency), programme);
        // Decided before, and not handed over yet.
        var waiting = await portal.PersonAsync(agency, "Wiremu Waiting");
        await portal.AssignmentAsync(waiting, programme, dueOn: Monday);
        await portal.PersonAsync(waiting, waiting.Email, "Pacific/Auckland");
        await portal.WithDatabaseAsync(async database =>
        {
            var kept = await database
                .Programmes.Include(one => one.Pauses)
                .SingleAsync(one => one.Id == programme.Id);
            var now = portal.Clock.GetUtcNow();
            if (how == "ended")
            {
                kept.End(now);
            }
            else
            {
                database.Add(kept.Pause(Monday.AddDays(-1), Guid.NewGuid(), now));
            }

            if (how == "paused until today")
            {
                kept.Resume(Monday);
            }

            await database.SaveChangesAsync();
        });

        Assert.Equal(mails * 2, await portal.RemindAsync());
    }

    [Fact]
    public async Task HandOver_WhenTheProgrammeWasPausedAfterTheMailWasWritten_TakesItBack()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(agency);
        await portal.AssignmentAsync(await portal.PersonAsync(agency), programme);
        Assert.Equal(1, await portal.RemindAsync());
        await portal.WithDatabaseAsync(async database =>
        {
            var kept = await database
                .Programmes.Include(one => one.Pauses)
                .SingleAsync(one => one.Id == programme.Id);
            database.Add(kept.Pause(Monday, Guid.NewGuid(), portal.Clock.GetUtcNow()));
            await database.SaveChangesAsync();
        });

        var delivered = await portal.DeliverAsync();

        Assert.Equal(0, delivered.Sent);
        Assert.Equal(OutboxState.Withdrawn, Assert.Single(await portal.MailsAsync()).State);
    }
}
