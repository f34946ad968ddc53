using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Tests.Reminders;

public sealed class RemindTests
{
    private static readonly DateOnly Monday = new(2026, 11, 16);

    [Fact]
    public async Task Remind_WhenSeveralThingsAreOwed_WritesOneMailWithTheMostUrgentFirst()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var person = await portal.PersonAsync(agency, "Hēmi <b>Tūwhare</b>");
        var programme = await portal.OnboardingAsync(agency);
        var later = await portal.AssignmentAsync(person, programme, dueOn: new(2026, 12, 4));
        var urgent = await portal.AssignmentAsync(person, programme, dueOn: Monday);

        Assert.Equal(1, await portal.RemindAsync());
        Assert.Equal(0, await portal.RemindAsync());

        var mail = Assert.Single(await portal.MailsAsync());
        Assert.Equal(person.Email, mail.ToAddress);
        Assert.Equal("2 things are waiting for you", mail.Subject);
        Assert.Contains($"/next/{urgent.Id}", mail.Text, StringComparison.Ordinal);
        Assert.Contains(agency.Name, mail.Text, StringComparison.Ordinal);
        Assert.Contains("is due today", mail.Text, StringComparison.Ordinal);
        Assert.True(
            mail.Text.IndexOf("due today", StringComparison.Ordinal)
                < mail.Text.IndexOf("4 December 2026", StringComparison.Ordinal)
        );
        Assert.Contains("Hēmi &lt;b&gt;", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", mail.Text + mail.Html + mail.Subject, StringComparison.Ordinal);
        Assert.Equal(
            [(later.Id, ReminderStepKind.Opened), (urgent.Id, ReminderStepKind.OnTheDay)],
            (await portal.StepsAsync()).Select(step => (step.AssignmentId, step.Kind))
        );
    }

    [Theory]
    [InlineData("signed")]
    [InlineData("declined")]
    [InlineData("superseded")]
    [InlineData("left")]
    [InlineData("held")]
    [InlineData("not open")]
    [InlineData("on leave")]
    [InlineData("exempt")]
    [InlineData("gone")]
    [InlineData("without address")]
    public async Task Remind_WhenNothingIsToBeSaid_WritesNothing(string why)
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var person = await portal.PersonAsync(agency);
        var programme = await portal.OnboardingAsync(agency);
        var assignment = await portal.AssignmentAsync(
            person,
            programme,
            opensOn: why == "not open" ? Monday.AddDays(1) : null
        );
        var now = portal.Clock.GetUtcNow();
        await portal.ChangeAsync(
            assignment,
            one =>
            {
                Action<DateTimeOffset> change = why switch
                {
                    "signed" => one.Sign,
                    "declined" => one.Decline,
                    "held" => one.Hold,
                    "left" => one.Leave,
                    _ => _ => { },
                };
                change(now);
            }
        );
        await portal.WithDatabaseAsync(async database =>
        {
            var kept = await database.Assignments.FindAsync(assignment.Id);
            switch (why)
            {
                case "superseded":
                    database.Entry(kept!).Property(one => one.SupersededAt).CurrentValue = now;
                    break;
                case "exempt":
                    database.Add(
                        Exemption.Give(
                            agency.Id,
                            person.PersonId,
                            programme.Id,
                            "other",
                            person.AccountId,
                            Monday,
                            Monday.AddDays(30),
                            now
                        )
                    );
                    break;
                case "gone":
                    database.Placements.Single(one => one.PersonId == person.PersonId).Unlearn(now);
                    break;
                default:
                    break;
            }

            await database.SaveChangesAsync();
        });
        if (why == "on leave")
        {
            // Two that touch are one of more than five days.
            await portal.LeaveAsync(agency, person, Monday.AddDays(-3), Monday);
            await portal.LeaveAsync(agency, person, Monday, Monday.AddDays(4));
        }

        await portal.PersonAsync(person, why == "without address" ? null : person.Email);

        Assert.Equal(0, await portal.RemindAsync());
        Assert.Empty(await portal.StepsAsync());
    }

    [Fact]
    public async Task Remind_OnShortLeave_StillWrites()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var person = await portal.PersonAsync(agency);
        await portal.AssignmentAsync(person, await portal.OnboardingAsync(agency));
        await portal.LeaveAsync(agency, person, Monday, Monday.AddDays(5));

        Assert.Equal(1, await portal.RemindAsync());
    }

    [Theory]
    [InlineData("Pacific/Auckland", "2026-11-15T18:59:00Z", 0)]
    [InlineData("Pacific/Auckland", "2026-11-15T19:00:00Z", 1)]
    [InlineData("Pacific/Auckland", "2026-11-16T04:00:00Z", 0)]
    // Saturday.
    [InlineData("Pacific/Auckland", "2026-11-13T21:00:00Z", 0)]
    // Canterbury's show day, Friday 13 November 2026, is the region's own.
    [InlineData("Pacific/Auckland", "2026-11-12T21:00:00Z", 0)]
    [InlineData("Pacific/Chatham", "2026-11-15T18:14:00Z", 0)]
    [InlineData("Pacific/Chatham", "2026-11-15T18:15:00Z", 1)]
    [InlineData("Europe/London", "2026-11-16T09:00:00Z", 1)]
    [InlineData("Europe/London", "2026-11-15T21:00:00Z", 0)]
    public async Task Remind_OutsideWorkingHoursWhereThePersonIs_Waits(
        string zone,
        string instant,
        int mails
    )
    {
        var clock = new TestClock(DateTimeOffset.Parse(instant, null));
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { Clock = clock }
        );
        var agency = await portal.AgencyAsync();
        var person = await portal.PersonAsync(agency, region: "Canterbury");
        await portal.PersonAsync(person, person.Email, zone);
        await portal.AssignmentAsync(person, await portal.OnboardingAsync(agency));

        Assert.Equal(mails, await portal.RemindAsync());
    }

    [Fact]
    public async Task Remind_WhenADueDateMoves_SendsNoStepTwice()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var person = await portal.PersonAsync(agency);
        var assignment = await portal.AssignmentAsync(
            person,
            await portal.OnboardingAsync(agency),
            dueOn: Monday
        );
        Assert.Equal(1, await portal.RemindAsync());

        await portal.ChangeAsync(assignment, one => one.MoveTo(one.OpensOn, new(2026, 11, 30)));
        var written = 0;
        for (var day = Monday; day <= new DateOnly(2026, 11, 30); day = day.AddDays(1))
        {
            portal.Clock.MoveTo(day);
            written += await portal.RemindAsync();
        }

        // That it moved is told, once.
        Assert.Equal(1, written);
        Assert.Single(await portal.StepsAsync());
        portal.Clock.MoveTo(new(2026, 12, 7));
        Assert.Equal(1, await portal.RemindAsync());
    }

    [Fact]
    public async Task Remind_WhenSomebodyInATeamIsOverdue_TellsTheLeaderOnceAWeekAndNoReasons()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var leader = await portal.PersonAsync(agency, "Lena Leader");
        var late = await portal.PersonAsync(agency, "Late Larry", ledBy: leader);
        var held = await portal.PersonAsync(agency, "Held Hana", ledBy: leader);
        var away = await portal.PersonAsync(agency, "Away Anahera", ledBy: leader);
        var foreign = await portal.PersonAsync(agency, "Foreign Fred");
        var programme = await portal.OnboardingAsync(agency);
        foreach (var person in new[] { late, held, away, foreign })
        {
            var assignment = await portal.AssignmentAsync(
                person,
                programme,
                new(2026, 10, 20),
                new(2026, 11, 13)
            );
            if (person == held)
            {
                await portal.ChangeAsync(assignment, one => one.Hold(portal.Clock.GetUtcNow()));
            }
        }

        await portal.LeaveAsync(agency, away, Monday.AddDays(-20), null);
        await portal.RemindAsync();

        var mail = Assert.Single(await portal.MailsAsync(), one => one.PersonId == leader.PersonId);
        Assert.Equal("Overdue in your team: 1", mail.Subject);
        Assert.Contains(
            "Late Larry: Getting started, 3 days late",
            mail.Text,
            StringComparison.Ordinal
        );
        foreach (var name in new[] { "Held Hana", "Away Anahera", "Foreign Fred" })
        {
            Assert.DoesNotContain(name, mail.Text + mail.Html, StringComparison.Ordinal);
        }

        var days = new List<DateOnly>();
        for (var day = Monday.AddDays(1); day <= Monday.AddDays(14); day = day.AddDays(1))
        {
            portal.Clock.MoveTo(day);
            await portal.RemindAsync();
            if (
                (await portal.MailsAsync()).Count(one => one.PersonId == leader.PersonId)
                > days.Count + 1
            )
            {
                days.Add(day);
            }
        }

        Assert.Equal([Monday.AddDays(7), Monday.AddDays(14)], days);
    }

    [Fact]
    public async Task Remind_WhenPeopleAreLateOrHaveNoAddress_TellsHrOfTheAgencyOnceAWeek()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var other = await portal.AgencyAsync("stats-nz");
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        var elsewhere = await portal.PersonWithRoleAsync(other, PortalRole.HumanResources);
        var programme = await portal.OnboardingAsync(agency);
        var twoWeeks = await portal.PersonAsync(agency, "Two Weeks");
        var oneDayLess = await portal.PersonAsync(agency, "One Day Less");
        var unreached = await portal.PersonAsync(agency, "Ute Unreached");
        await portal.PersonAsync(unreached, null);
        await portal.AssignmentAsync(twoWeeks, programme, new(2026, 10, 1), Monday.AddDays(-14));
        await portal.AssignmentAsync(oneDayLess, programme, new(2026, 10, 1), Monday.AddDays(-13));
        await portal.AssignmentAsync(unreached, programme);

        await portal.RemindAsync();
        portal.Clock.MoveTo(Monday.AddDays(1));
        await portal.RemindAsync();

        var mails = await portal.MailsAsync();
        var mail = Assert.Single(mails, one => one.PersonId == hr.PersonId);
        Assert.Contains(
            "Two Weeks: Getting started, 14 days late",
            mail.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Ute Unreached", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("One Day Less", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(mails, one => one.PersonId == elsewhere.PersonId);
        Assert.DoesNotContain(mails, one => one.PersonId == unreached.PersonId);
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Remind_WhenEightRunAtOnce_WritesToNobodyTwice(TestProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { Provider = provider }
        );
        var agency = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(agency);
        for (var number = 0; number < 12; number++)
        {
            await portal.AssignmentAsync(await portal.PersonAsync(agency), programme);
        }

        var written = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(portal.RemindAsync))
        );
        var delivered = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(portal.DeliverAsync))
        );

        Assert.Equal(12, written.Sum());
        Assert.Equal(12, delivered.Sum(counts => counts.Sent));
        Assert.Equal(12, delivered.Sum(counts => counts.All));
        var mails = await portal.MailsAsync();
        Assert.Equal(12, mails.Select(mail => mail.PersonId).Distinct().Count());
        Assert.All(mails, mail => Assert.Equal(OutboxState.Sent, mail.State));
        Assert.All(mails, mail => Assert.Equal(1, mail.Attempts));
        Assert.Equal(12, portal.MailFiles().Count);
        Assert.Equal(12, (await portal.StepsAsync()).Count);
    }
}
