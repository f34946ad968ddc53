using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Tests.Reminders;

/// <summary>A year of days at nine o'clock over the demonstration: plan, remind, deliver. Now and then people sign and go on leave.</summary>
public sealed class YearOfRemindersTests
{
    private const int Days = 365;
    private static readonly DateOnly First = new(2026, 11, 16);

    [Fact]
    public async Task AYear_OverTheDemonstration_WritesToEveryoneWhoOwesAndToNobodyElse()
    {
        var clock = TestClock.OnAMonday();
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { Environment = "Development", Clock = clock }
        );
        var random = new Random(7);
        var owedOn = new Dictionary<Guid, int>();
        for (var day = First; day < First.AddDays(Days); day = day.AddDays(1))
        {
            clock.MoveTo(day);
            clock.Move(TimeSpan.FromHours(-1));
            await portal.WithAsync(services =>
                services.GetRequiredService<PlanAssignments>().RunAsync(CancellationToken.None)
            );
            await portal.RemindAsync();
            clock.Move(TimeSpan.FromMinutes(1));
            if (random.Next(5) == 0)
            {
                // Between deciding and delivering, too.
                await SomeSignAsync(portal, random);
                await SomebodyGoesOnLeaveAsync(portal, day, random);
            }

            clock.Move(TimeSpan.FromMinutes(1));
            await portal.DeliverAsync();
            if (day.DayOfWeek == DayOfWeek.Wednesday)
            {
                await CountOwedAsync(portal, day, owedOn);
            }
        }

        await AssertAsync(portal, owedOn);
    }

    private static async Task AssertAsync(TestPortal portal, Dictionary<Guid, int> owedOn)
    {
        var mails = await portal.MailsAsync();
        var sent = mails.Where(mail => mail.State == OutboxState.Sent).ToList();
        Assert.All(
            mails,
            mail => Assert.True(mail.State is OutboxState.Sent or OutboxState.Withdrawn)
        );
        Assert.True(sent.Count > 100, $"Only {sent.Count} mails went out.");
        Assert.Contains(mails, mail => mail.State == OutboxState.Withdrawn);

        // Nobody is mailed twice in a day, nor on a day off.
        Assert.Equal(
            sent.Count,
            sent.Select(mail => (mail.PersonId, mail.StateAt.NewZealandDate())).Distinct().Count()
        );
        Assert.DoesNotContain(
            sent,
            mail =>
                mail.StateAt.NewZealandDate().DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
        );

        // Nobody who signed is reminded of it, nor named to their leader or HR.
        var assignments = await portal.WithDatabaseAsync(database =>
            database.Assignments.AsNoTracking().ToDictionaryAsync(assignment => assignment.Id)
        );
        Assert.All(
            sent,
            mail =>
                Assert.All(
                    mail.Subjects,
                    subject =>
                        Assert.False(assignments[subject.AssignmentId].SignedAt <= mail.StateAt)
                )
        );

        // Everyone who owed something for a week, and could be written to, was written to about it.
        var told = sent.SelectMany(mail =>
                mail.Subjects.Select(subject => (mail.PersonId, subject.AssignmentId))
            )
            .ToHashSet();
        var owed = owedOn.Where(entry => entry.Value > 1).Select(entry => entry.Key).ToList();
        Assert.True(owed.Count >= 5, $"Only {owed.Count} owed something for long.");
        Assert.All(owed, id => Assert.Contains((assignments[id].PersonId, id), told));

        // Nobody on leave is written to.
        var leave = await portal.WithDatabaseAsync(database =>
            database.Leaves.AsNoTracking().ToListAsync()
        );
        Assert.DoesNotContain(
            sent,
            mail =>
                leave.Exists(one =>
                    one.PersonId == mail.PersonId
                    && one.LearntAt <= mail.StateAt
                    && new LeavePause(one.HoldsFrom, one.HoldsUntil).Covers(
                        mail.StateAt.NewZealandDate()
                    )
                    && (
                        one.HoldsUntil is not { } until
                        || until.DayNumber - one.HoldsFrom.DayNumber
                            > LeavePause.LongestThatChangesNothing
                    )
                )
        );
    }

    /// <summary>Counts for each assignment the Wednesdays on which its person owed it, had an address and was at work.</summary>
    private static async Task CountOwedAsync(
        TestPortal portal,
        DateOnly day,
        Dictionary<Guid, int> owedOn
    )
    {
        var owed = await portal.WithDatabaseAsync(database =>
            (
                from assignment in database.Assignments.StillOwed()
                where assignment.OpensOn <= day
                join person in database.People on assignment.PersonId equals person.Id
                where person.Email != null
                where
                    database.Placements.Any(placement =>
                        placement.PersonId == person.Id
                        && placement.AgencyId == assignment.AgencyId
                        && placement.UnlearntAt == null
                        && placement.HoldsFrom <= day
                        && (placement.HoldsUntil == null || placement.HoldsUntil > day)
                    ) && !database.Leaves.Any(leave => leave.PersonId == person.Id)
                select assignment.Id
            ).ToListAsync()
        );
        foreach (var id in owed)
        {
            owedOn[id] = owedOn.GetValueOrDefault(id) + 1;
        }
    }

    private static Task SomeSignAsync(TestPortal portal, Random random) =>
        portal.WithDatabaseAsync(async database =>
        {
            var owed = await database
                .Assignments.StillOwed()
                .OrderBy(assignment => assignment.Id)
                .ToListAsync();
            foreach (var assignment in owed.Where(_ => random.Next(40) == 0))
            {
                assignment.Sign(portal.Clock.GetUtcNow());
            }

            await database.SaveChangesAsync();
        });

    private static Task SomebodyGoesOnLeaveAsync(TestPortal portal, DateOnly day, Random random) =>
        portal.WithDatabaseAsync(async database =>
        {
            var owed = await database
                .Assignments.StillOwed()
                .OrderBy(assignment => assignment.Id)
                .ToListAsync();
            if (owed.Count > 0)
            {
                var one = owed[random.Next(owed.Count)];
                database.Add(
                    Leave.Learn(
                        one.AgencyId,
                        one.PersonId,
                        day,
                        day.AddDays(random.Next(3, 30)),
                        portal.Clock.GetUtcNow()
                    )
                );
                await database.SaveChangesAsync();
            }
        });
}
