using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using static SocialMediaAware.Tests.Programmes.PlanTestData;

namespace SocialMediaAware.Tests.Programmes;

/// <summary>The edges of the calendar, and somebody who starts, goes on leave, moves and returns.</summary>
public sealed class LifeOfOnePersonTests
{
    private static readonly Guid Anahera = new(1, 0, 0, new byte[8]);
    private static readonly DateOnly FirstDay = new(2026, 11, 2);

    [Fact]
    public void Onboarding_OfWhoStartsGoesOnLeaveMovesAndReturns_FollowsThemAllTheWay()
    {
        // Monday 2 November: starts, due in ten working days, on Monday 16.
        var placed = Placed(Anahera, FirstDay);
        var assignments = Tick([], [placed], [], FirstDay);
        Assert.Equal(new DateOnly(2026, 11, 16), assignments.Single().DueOn);

        // From Monday 9 November on leave for two weeks: six working days were left, counted from the 9th.
        PlannedLeave[] leave = [new(Anahera, new(2026, 11, 9), new(2026, 11, 23))];
        assignments = Tick(assignments, [placed], leave, new(2026, 11, 9));
        Assert.NotNull(assignments.Single().HeldOn);
        assignments = Tick(assignments, [placed], leave, new(2026, 11, 23));
        Assert.Null(assignments.Single().HeldOn);
        Assert.Equal(new DateOnly(2026, 11, 30), assignments.Single().DueOn);

        // Moves to a region whose anniversary day lies before the due date: nothing told before is brought forward.
        PlannedPlacement[] moved =
        [
            placed with
            {
                Until = new(2026, 11, 26),
            },
            Placed(Anahera, new(2026, 11, 26), appearedOn: FirstDay) with
            {
                Region = "Chatham Islands",
            },
        ];
        assignments = Tick(assignments, moved, leave, new(2026, 11, 26));
        Assert.Single(assignments);
        // Monday 30 November is kept on the Chatham Islands: the days that were left end a day later.
        Assert.Equal(new DateOnly(2026, 12, 1), assignments.Single().DueOn);

        // Leaves, and returns in February: a new engagement, and the newest round only.
        PlannedPlacement[] gone =
        [
            .. moved.Select(one => one with { Until = one.Until ?? new DateOnly(2026, 11, 28) }),
        ];
        assignments = Tick(assignments, gone, leave, new(2026, 11, 28));
        Assert.True(assignments.Single().HasLeft);
        var back = new DateOnly(2027, 2, 15);
        assignments = Tick(
            assignments,
            [.. gone, Placed(Anahera, back, appearedOn: FirstDay)],
            leave,
            back
        );
        Assert.Equal(2, assignments.Count);
        var again = assignments.Single(one => one.IsRunning);
        Assert.Equal("onboarding/kainga-ora/2027-02-15", again.CycleKey);
        Assert.Equal(new DateOnly(2027, 3, 1), again.DueOn);
    }

    // The clocks go back on Sunday 5 April 2026 and forward on Sunday 27 September 2026.
    [Theory]
    [InlineData("2026-04-04T10:59:59Z", "2026-04-04")]
    [InlineData("2026-04-04T11:00:00Z", "2026-04-05")]
    [InlineData("2026-04-05T11:59:59Z", "2026-04-05")]
    [InlineData("2026-04-05T12:00:00Z", "2026-04-06")]
    [InlineData("2026-09-26T11:59:59Z", "2026-09-26")]
    [InlineData("2026-09-26T12:00:00Z", "2026-09-27")]
    [InlineData("2026-09-27T10:59:59Z", "2026-09-27")]
    [InlineData("2026-09-27T11:00:00Z", "2026-09-28")]
    public void Today_AroundTheChangeOfTheClocks_IsTheNewZealandDate(string instant, string date) =>
        Assert.Equal(
            DateOnly.Parse(date, null),
            DateTimeOffset.Parse(instant, null).NewZealandDate()
        );

    // A tick on both days of a change finds each assignment where it was.
    [Theory]
    [InlineData("2026-04-02")]
    [InlineData("2026-09-24")]
    public void Plan_OverTheChangeOfTheClocks_LeavesTheDates(string start)
    {
        var first = DateOnly.Parse(start, null);
        var input = Input([Placed(Anahera, first)]) with
        {
            Programme = Onboarding with { LaunchedOn = first },
        };
        var made = Apply([], OnboardingPlan.Of(input, Calendar, first), first);

        for (var day = first; day < first.AddDays(8); day = day.AddDays(1))
        {
            Assert.Equal(
                0,
                OnboardingPlan.Of(input with { Assignments = made }, Calendar, day).Count
            );
        }
    }

    [Theory]
    [InlineData(2028, "2028-02-29")]
    [InlineData(2027, "2027-02-28")]
    public void Yearly_ThatOpensOnTheTwentyNinthOfFebruary_OpensOnTheLastDayOfOtherFebruaries(
        int year,
        string opens
    ) =>
        Assert.Equal(
            DateOnly.Parse(opens, null),
            Round.OfYear(new YearlyWindow(2, 29, 4, 30), year, latecomersOwe: false).OpensOn
        );

    // Matariki is Friday 10 July 2026: who starts on Monday 29 June is due on Tuesday 14 July.
    [Fact]
    public void Onboarding_OverMatariki_LeavesTheDayOut()
    {
        DateOnly first = new(2026, 6, 29);
        var input = Input([Placed(Anahera, first)]) with
        {
            Programme = Onboarding with { LaunchedOn = first },
        };

        Assert.Equal(
            new DateOnly(2026, 7, 14),
            OnboardingPlan.Of(input, Calendar, first).Make.Single().DueOn
        );
    }

    private static IReadOnlyList<PlannedAssignment> Tick(
        IReadOnlyList<PlannedAssignment> before,
        IReadOnlyCollection<PlannedPlacement> placements,
        IReadOnlyCollection<PlannedLeave> leave,
        DateOnly today
    ) => Apply(before, Plan(Input(placements, leave, before), today), today);
}
