using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using static SocialMediaAware.Tests.Programmes.PlanTestData;

namespace SocialMediaAware.Tests.Programmes;

public sealed class WorkPatternTests
{
    private const WorkDays MondayToWednesday =
        WorkDays.Monday | WorkDays.Tuesday | WorkDays.Wednesday;

    private static readonly Guid Anahera = new(1, 0, 0, new byte[8]);

    [Theory]
    [InlineData(DayOfWeek.Monday, true)]
    [InlineData(DayOfWeek.Wednesday, true)]
    [InlineData(DayOfWeek.Thursday, false)]
    [InlineData(DayOfWeek.Sunday, false)]
    public void Includes_ADayOfTheWeek_GoesByTheDaysWorked(DayOfWeek day, bool expected) =>
        Assert.Equal(expected, new WorkPattern(null, MondayToWednesday).Includes(day));

    [Fact]
    public void Includes_WithWorkAtTheWeekend_KnowsSaturdayAndSunday()
    {
        var weekend = new WorkPattern(null, WorkDays.Saturday | WorkDays.Sunday);

        Assert.True(weekend.Includes(DayOfWeek.Saturday));
        Assert.True(weekend.Includes(DayOfWeek.Sunday));
        Assert.False(weekend.Includes(DayOfWeek.Monday));
    }

    [Fact]
    public void Includes_WithoutAnyDay_IsMondayToFriday() =>
        Assert.True(new WorkPattern(null, WorkDays.None).Includes(DayOfWeek.Friday));

    // Ten days at three a week, from Monday 2 November 2026: three in each of three weeks, and one more.
    [Fact]
    public void Onboarding_ForThreeDaysAWeek_CountsTheirOwnWorkingDays() =>
        Assert.Equal(
            new DateOnly(2026, 11, 24),
            Assert
                .Single(
                    Plan(
                        Input([Working(MondayToWednesday, new(2026, 11, 2))]),
                        new(2026, 11, 2)
                    ).Make
                )
                .DueOn
        );

    // 31 March 2027 is a Wednesday; who works on Fridays only is due on the Friday before, which is Good Friday, so one earlier.
    [Fact]
    public void Yearly_ForFridaysOnly_IsDueOnTheLastFridayThatIsWorked() =>
        Assert.Equal(
            new DateOnly(2027, 3, 19),
            Assert
                .Single(
                    CalendarPlan
                        .Of(
                            Input([Working(WorkDays.Friday, new(2020, 1, 6))]),
                            [Round.OfYear(YearlyWindow.Usual, 2027, latecomersOwe: false)],
                            Calendar,
                            new(2027, 2, 1)
                        )
                        .Make
                )
                .DueOn
        );

    [Fact]
    public void Onboarding_WithTwoPositions_CountsTheDaysOfBoth()
    {
        PlannedPlacement[] both =
        [
            Working(MondayToWednesday, new(2026, 11, 2)),
            Working(WorkDays.Thursday | WorkDays.Friday, new(2026, 11, 2)),
        ];

        Assert.Equal(
            new DateOnly(2026, 11, 16),
            Assert.Single(Plan(Input(both), new(2026, 11, 2)).Make).DueOn
        );
    }

    // Leave of two weeks in the middle: the five days that were left are days they work.
    [Fact]
    public void Onboarding_AfterLeave_RunsOnInTheirOwnWorkingDays()
    {
        PlannedLeave[] leave = [new(Anahera, new(2026, 11, 16), new(2026, 11, 30))];

        var made = Assert.Single(
            Plan(
                Input([Working(MondayToWednesday, new(2026, 11, 2))], leave),
                new(2026, 11, 2)
            ).Make
        );

        // Until 15 November five of ten were worked; five run on from Monday 30 November.
        Assert.Equal(new DateOnly(2026, 12, 8), made.DueOn);
    }

    // Matariki is Friday 10 July 2026; the Chatham Islands keep their day on Monday 30 November 2026.
    [Theory]
    [InlineData("2026-07-06", null, 5, "2026-07-14")]
    [InlineData("2026-11-27", "Chatham Islands", 1, "2026-12-01")]
    [InlineData("2026-11-27", null, 1, "2026-11-30")]
    public void WorkingDays_OverHolidays_LeaveThemOut(
        string from,
        string? region,
        int days,
        string expected
    ) =>
        Assert.Equal(
            DateOnly.Parse(expected, null),
            Calendar.AddWorkingDays(DateOnly.Parse(from, null), days, region)
        );

    private static PlannedPlacement Working(WorkDays days, DateOnly from) =>
        Placed(Anahera, from) with
        {
            WorkDays = days,
        };
}
