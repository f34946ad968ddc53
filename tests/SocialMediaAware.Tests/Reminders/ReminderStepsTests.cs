using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Tests.Reminders;

public sealed class ReminderStepsTests
{
    private static readonly WorkingDayCalendar Calendar = new(
        ContentLoader.Load(Repository.Folder("content")).Library!.Holidays
    );

    private static readonly DateOnly Opens = new(2027, 2, 1);
    private static readonly DateOnly Due = new(2027, 3, 31);

    [Theory]
    [InlineData("2027-01-31", null)]
    // Auckland keeps its anniversary on 1 February 2027: what opens then is said a day later.
    [InlineData("2027-02-01", null)]
    [InlineData("2027-02-02", ReminderStepKind.Opened)]
    [InlineData("2027-03-23", ReminderStepKind.Opened)]
    [InlineData("2027-03-24", ReminderStepKind.DaysBefore)]
    [InlineData("2027-03-31", ReminderStepKind.OnTheDay)]
    [InlineData("2027-04-06", ReminderStepKind.OnTheDay)]
    [InlineData("2027-04-07", ReminderStepKind.OverdueOneWeek)]
    [InlineData("2027-04-14", ReminderStepKind.OverdueTwoWeeks)]
    [InlineData("2027-04-21", ReminderStepKind.OverdueThreeWeeks)]
    [InlineData("2027-04-28", ReminderStepKind.OverdueFourWeeks)]
    [InlineData("2027-12-24", ReminderStepKind.OverdueFourWeeks)]
    public void Step_OnADay_IsTheLatestWhoseDayHasCome(string day, ReminderStepKind? expected) =>
        Assert.Equal(expected, Latest(Opens, Due, DateOnly.Parse(day, null)));

    [Theory]
    [InlineData(AssignmentStatus.Signed)]
    [InlineData(AssignmentStatus.Declined)]
    [InlineData(AssignmentStatus.Superseded)]
    [InlineData(AssignmentStatus.Left)]
    [InlineData(AssignmentStatus.OnHold)]
    [InlineData(AssignmentStatus.NotDue)]
    public void Step_WhenNothingIsAsked_IsNone(AssignmentStatus status) =>
        Assert.Null(ReminderSteps.LatestOn(Opens, Due, status, Due, Calendar, "Auckland Province"));

    [Fact]
    public void Step_WhenALaterOneWasSent_IsNotSentBehindIt() =>
        Assert.Null(ReminderSteps.DueNow(ReminderStepKind.Opened, ReminderStepKind.DaysBefore));

    [Fact]
    public void Step_DueWithinAWeekOfOpening_LeavesTheSevenDaysOut() =>
        Assert.DoesNotContain(
            ReminderSteps.DaysOf(new(2027, 5, 3), new(2027, 5, 10), Calendar, null),
            entry => entry.Kind == ReminderStepKind.DaysBefore
        );

    /// <summary>
    /// A year of days, some of them missed, with a due date that moves to and fro: no step comes twice, none behind a later one,
    /// never on a day off, and with no day missed and no move all seven come.
    /// </summary>
    [Fact]
    public void Steps_OverAYearOfDaysMissedAndMoved_ComeOnceAndInOrder()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var region = seed % 2 == 0 ? "Auckland Province" : null;
            var opens = new DateOnly(2027, 1, 4).AddDays(random.Next(60));
            var due = opens.AddDays(random.Next(80));
            var missed = random.Next(4) * 0.25;
            ReminderStepKind? last = null;
            var sent = new List<ReminderStepKind>();
            for (var day = new DateOnly(2027, 1, 1); day.Year == 2027; day = day.AddDays(1))
            {
                if (missed > 0 && random.Next(40) == 0)
                {
                    due = Later(opens, due.AddDays(random.Next(-20, 40)));
                }

                if (!Calendar.IsWorkingDay(day, region) || random.NextDouble() < missed)
                {
                    continue;
                }

                var status =
                    day < opens ? AssignmentStatus.NotDue
                    : day > due ? AssignmentStatus.Overdue
                    : AssignmentStatus.Open;
                var latest = ReminderSteps.LatestOn(opens, due, status, day, Calendar, region);
                if (ReminderSteps.DueNow(latest, last) is { } step)
                {
                    Assert.True(last is null || step > last, $"seed {seed}: {step} after {last}");
                    sent.Add(step);
                    last = step;
                }
            }

            Assert.Equal(sent.Distinct(), sent);
            if (missed == 0)
            {
                Assert.Equal(
                    ReminderSteps
                        .DaysOf(opens, due, Calendar, region)
                        .GroupBy(entry => entry.Day)
                        .Select(entries => entries.Last().Kind),
                    sent
                );
            }
        }
    }

    [Fact]
    public void Steps_WhereverTheyFall_AreWorkingDaysAndInOrder()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var opens = new DateOnly(2026, 1, 1).AddDays(random.Next(1500));
            var days = ReminderSteps.DaysOf(
                opens,
                opens.AddDays(random.Next(90)),
                Calendar,
                "Auckland Province"
            );
            Assert.All(
                days,
                entry => Assert.True(Calendar.IsWorkingDay(entry.Day, "Auckland Province"))
            );
            Assert.Equal(days.OrderBy(entry => entry.Kind), days.OrderBy(entry => entry.Day));
        }
    }

    [Theory]
    [InlineData("Pacific/Auckland", "2027-04-03T18:59:00Z", "2027-04-04", false)]
    // The clocks went back on 4 April 2027: eight o'clock comes an hour later.
    [InlineData("Pacific/Auckland", "2027-04-04T19:59:59Z", "2027-04-05", false)]
    [InlineData("Pacific/Auckland", "2027-04-04T20:00:00Z", "2027-04-05", true)]
    [InlineData("Pacific/Auckland", "2027-04-05T04:59:59Z", "2027-04-05", true)]
    [InlineData("Pacific/Auckland", "2027-04-05T05:00:00Z", "2027-04-05", false)]
    // And forward on 26 September 2027.
    [InlineData("Pacific/Auckland", "2027-09-26T18:59:59Z", "2027-09-27", false)]
    [InlineData("Pacific/Auckland", "2027-09-26T19:00:00Z", "2027-09-27", true)]
    // Chatham is three quarters of an hour ahead.
    [InlineData("Pacific/Chatham", "2027-06-30T19:14:59Z", "2027-07-01", false)]
    [InlineData("Pacific/Chatham", "2027-06-30T19:15:00Z", "2027-07-01", true)]
    [InlineData("Pacific/Chatham", "2027-07-01T04:15:00Z", "2027-07-01", false)]
    [InlineData("Europe/London", "2027-07-01T07:00:00Z", "2027-07-01", true)]
    [InlineData("Nowhere/Atall", "2027-06-30T20:00:00Z", "2027-07-01", true)]
    public void Day_WhereAPersonIs_HasItsOwnDateAndHours(
        string zone,
        string instant,
        string date,
        bool isInHours
    )
    {
        var now = DateTimeOffset.Parse(instant, null);
        var day = LocalDay.At(now, zone);
        Assert.Equal(DateOnly.Parse(date, null), day.Date);
        Assert.Equal(isInHours, day.IsInHours);
        if (isInHours)
        {
            Assert.True(day.EndsAt > now && day.EndsAt <= now.AddHours(9));
        }
    }

    private static ReminderStepKind? Latest(DateOnly opens, DateOnly due, DateOnly today) =>
        ReminderSteps.LatestOn(
            opens,
            due,
            today < opens ? AssignmentStatus.NotDue
                : today > due ? AssignmentStatus.Overdue
                : AssignmentStatus.Open,
            today,
            Calendar,
            "Auckland Province"
        );

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
