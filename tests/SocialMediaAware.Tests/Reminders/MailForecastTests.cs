using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Tests.Reminders;

/// <summary>The forecast says what reminding then does.</summary>
public sealed class MailForecastTests
{
    private static readonly DateOnly Monday = new(2026, 11, 16);
    private static readonly WorkingDayCalendar Calendar = new(
        ContentLoader.Load(Repository.Folder("content")).Library!.Holidays
    );

    [Fact]
    public void Forecast_WhenNothingIsOwed_HasSixtyDaysWithoutMail()
    {
        var forecast = MailForecast.Of(
            new() { Duties = [], Readers = new Dictionary<Guid, ForecastReader>() },
            Calendar,
            Monday
        );
        Assert.Equal(MailForecast.DaysAhead, forecast.Days.Count);
        Assert.Equal(0, forecast.Total);
        Assert.Null(forecast.Busiest);
    }

    /// <summary>
    /// A small organisation with all that makes a difference: late, soon, far off, without address, on leave with and without an end,
    /// leaving, in a region with a day of its own, led, and HR. Reminded day by day for 60 days, with no mail and with mail before.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Forecast_ForASmallOrganisation_IsWhatRemindWritesDayByDay(int seed)
    {
        await using var portal = await TestPortal.StartAsync();
        var random = new Random(seed);
        var agency = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(agency);
        var terms = new ReminderTerms
        {
            OnOpening = random.Next(4) > 0,
            DaysBefore = random.Next(4) == 0 ? null : random.Next(3, 20),
            OnTheDay = random.Next(4) > 0,
            WeeksAfter = random.Next(5),
            ToLeaders = random.Next(4) > 0,
            ToHumanResourcesAfterDays = random.Next(4) == 0 ? null : random.Next(1, 20),
        };
        await portal.RemindersAsync(programme, terms);
        await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        await PeopleAsync(portal, random, agency, programme);
        // Some were written to before.
        for (var day = Monday.AddDays(-4); day < Monday && seed % 2 == 0; day = day.AddDays(1))
        {
            portal.Clock.MoveTo(day);
            await portal.RemindAsync();
        }

        portal.Clock.MoveTo(Monday);
        await SomeMoveAsync(portal, random);
        var before = (await portal.MailsAsync()).Count;
        var forecast = await ForecastAsync(portal, agency, programme, terms);
        for (var day = Monday; day < Monday.AddDays(MailForecast.DaysAhead); day = day.AddDays(1))
        {
            portal.Clock.MoveTo(day);
            await portal.RemindAsync();
        }

        var written = (await portal.MailsAsync())
            .Skip(before)
            .CountBy(mail => mail.CreatedAt.NewZealandDate())
            .ToDictionary();
        Assert.Equal(
            written.OrderBy(day => day.Key).Select(day => (day.Key, day.Value)),
            forecast.Days.Where(day => day.People > 0).Select(day => (day.Day, day.People))
        );
        Assert.True(written.Count > 5, "Hardly any mail was written.");
    }

    private static async Task PeopleAsync(
        TestPortal portal,
        Random random,
        Agency agency,
        Programme programme
    )
    {
        var leader = await portal.PersonAsync(agency, "Lena Leader");
        for (var number = 0; number < 24; number++)
        {
            var person = await portal.PersonAsync(
                agency,
                $"Person {number}",
                ledBy: number % 3 == 0 ? leader : null,
                region: number % 4 == 0 ? "Auckland Province" : null
            );
            var opensOn = Monday.AddDays(random.Next(-20, 40));
            await portal.AssignmentAsync(
                person,
                programme,
                opensOn,
                opensOn.AddDays(random.Next(1, 40))
            );
            if (number % 5 == 0)
            {
                await portal.PersonAsync(person, email: null);
            }

            if (number % 7 == 1)
            {
                var from = Monday.AddDays(random.Next(-5, 30));
                await portal.LeaveAsync(
                    agency,
                    person,
                    from,
                    number == 8 ? null : from.AddDays(random.Next(3, 20))
                );
            }

            if (number % 11 == 3)
            {
                await LeavesAsync(portal, person, Monday.AddDays(random.Next(5, 40)));
            }
        }
    }

    // Some dates move after people were told of them, and some of these move back.
    private static Task SomeMoveAsync(TestPortal portal, Random random) =>
        portal.WithDatabaseAsync(async database =>
        {
            foreach (
                var assignment in await database.Assignments.OrderBy(one => one.DueOn).ToListAsync()
            )
            {
                if (random.Next(3) == 0)
                {
                    var due = assignment.DueOn.AddDays(random.Next(-3, 20));
                    assignment.MoveTo(
                        assignment.OpensOn,
                        due > assignment.OpensOn ? due : assignment.DueOn
                    );
                }
            }

            await database.SaveChangesAsync();
        });

    private static Task LeavesAsync(TestPortal portal, CastMember member, DateOnly until) =>
        portal.WithDatabaseAsync(async database =>
        {
            var now = portal.Clock.GetUtcNow();
            var known = await database.Placements.SingleAsync(one =>
                one.PersonId == member.PersonId
            );
            var unit = await database.Units.SingleAsync(one => one.Id == known.UnitId);
            known.Unlearn(now);
            database.Add(
                Placement.Learn(
                    member.PersonId,
                    unit,
                    known.Kind,
                    known.Position,
                    known.Region,
                    known.EmployeeNumber,
                    known.Feed,
                    known.HoldsFrom,
                    until,
                    now
                )
            );
            await database.SaveChangesAsync();
        });

    private static Task<MailForecast> ForecastAsync(
        TestPortal portal,
        Agency agency,
        Programme programme,
        ReminderTerms terms
    ) =>
        portal.WithAsync(async services =>
        {
            var database = services.GetRequiredService<Web.Data.PortalDbContext>();
            var sent = await database
                .ReminderSteps.GroupBy(step => step.AssignmentId)
                .Select(steps => new { steps.Key, Last = steps.Max(step => step.Kind) })
                .ToDictionaryAsync(steps => steps.Key, steps => (ReminderStepKind?)steps.Last);
            var told = await database.ToldOtherwiseAsync(
                database.Assignments,
                CancellationToken.None
            );
            var duties = await database
                .Assignments.Where(one => one.ProgrammeId == programme.Id)
                .ToListAsync();
            var input = await services
                .GetRequiredService<ForecastReading>()
                .ReadAsync(
                    agency.Id,
                    [
                        .. duties.Select(one => new ForecastDuty(
                            one.PersonId,
                            one.AgencyId,
                            one.OpensOn,
                            one.DueOn,
                            terms
                        )
                        {
                            LastSent = sent.GetValueOrDefault(one.Id),
                            ToldOtherwise = told.TryGetValue(one.Id, out var before)
                                ? before
                                : null,
                        }),
                    ],
                    Monday,
                    CancellationToken.None
                );
            return MailForecast.Of(input, Calendar, Monday);
        });
}
