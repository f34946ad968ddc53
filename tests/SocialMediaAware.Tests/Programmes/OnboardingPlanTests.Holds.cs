using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using static SocialMediaAware.Tests.Programmes.PlanTestData;

namespace SocialMediaAware.Tests.Programmes;

public sealed partial class OnboardingPlanTests
{
    [Fact]
    public void Plan_WhenOnLeaveOfMoreThanFiveDays_HoldsItAndReleasesItAfterwards()
    {
        var open = Open(Monday);
        PlannedLeave[] leave = [new(Aroha, new(2026, 11, 18), new(2026, 12, 7))];
        PlannedPlacement[] placements = [Placed(Aroha, Monday)];

        var away = Plan(Input(placements, leave, [open]), new(2026, 11, 18));
        Assert.Equal([open.Id], away.Hold);

        // Nine of ten working days were left on 18 November; the first day back counts.
        Assert.Equal(new DateOnly(2026, 12, 17), Assert.Single(away.Move).DueOn);
        var held = Assert.Single(Apply([open], away, new(2026, 11, 18)));
        Assert.Equal(0, Plan(Input(placements, leave, [held]), new(2026, 12, 6)).Count);
        Assert.Equal([open.Id], Plan(Input(placements, leave, [held]), new(2026, 12, 7)).Release);
    }

    [Fact]
    public void Plan_WhenOnlyAWorkingDayWasLeft_GivesFiveAfterTheReturn()
    {
        PlannedLeave[] leave = [new(Aroha, new(2026, 11, 30), new(2026, 12, 14))];

        var move = Assert.Single(
            Plan(Input([Placed(Aroha, Monday)], leave, [Open(Monday)]), new(2026, 11, 30)).Move
        );

        Assert.Equal(new DateOnly(2026, 12, 18), move.DueOn);
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 1)]
    public void Plan_WhenOnLeave_CountsOnlyMoreThanFiveDays(int days, int held) =>
        Assert.Equal(
            held,
            Plan(
                Input(
                    [Placed(Aroha, Monday)],
                    [new(Aroha, Monday.AddDays(1), Monday.AddDays(1 + days))],
                    [Open(Monday)]
                ),
                Monday.AddDays(1)
            ).Hold.Count
        );

    [Fact]
    public void Plan_WhenTwoShortLeavesTouch_CountsThemAsOne() =>
        Assert.Single(
            Plan(
                Input(
                    [Placed(Aroha, Monday)],
                    [
                        new(Aroha, Monday.AddDays(1), Monday.AddDays(4)),
                        new(Aroha, Monday.AddDays(4), Monday.AddDays(8)),
                    ],
                    [Open(Monday)]
                ),
                Monday.AddDays(1)
            ).Hold
        );

    [Fact]
    public void Plan_WhenLeaveHasNoEnd_HoldsItAndLeavesTheDateAlone()
    {
        var difference = Plan(
            Input([Placed(Aroha, Monday)], [new(Aroha, Monday, Until: null)], [Open(Monday)]),
            Monday
        );

        Assert.Single(difference.Hold);
        Assert.Empty(difference.Move);
    }

    [Fact]
    public void Plan_WhenSomebodyStartsOnLeave_MakesItHeld() =>
        Assert.True(
            Assert
                .Single(
                    Plan(
                        Input(
                            [Placed(Aroha, Monday)],
                            [new(Aroha, Monday.AddDays(-1), Monday.AddDays(30))]
                        ),
                        Monday
                    ).Make
                )
                .IsHeld
        );

    [Fact]
    public void Plan_WhenTheLeaveWasAMistake_ReleasesIt()
    {
        var held = Open(Monday) with { HeldOn = Monday };

        var difference = Plan(
            Input(
                [Placed(Aroha, Monday)],
                [new(Aroha, Monday, Monday.AddDays(30), IsBelieved: false)],
                [held]
            ),
            Monday.AddDays(1)
        );

        Assert.Equal([held.Id], difference.Release);
    }

    [Fact]
    public void Plan_WhenSomethingElseHoldsIt_LeavesItHeld()
    {
        var held = Open(Monday) with { HeldOn = Monday };
        PlannedLeave[] leave = [new(Aroha, Monday, Monday.AddDays(10))];

        Assert.Empty(Plan(Input([Placed(Aroha, Monday)], [], [held]), Monday).Release);
        Assert.Empty(
            Plan(
                Input([Placed(Aroha, Monday)], leave, [held]) with
                {
                    HeldForAnotherReason = new HashSet<Guid> { held.Id },
                },
                Monday.AddDays(20)
            ).Release
        );
    }

    [Fact]
    public void Plan_WhenDeclined_IsNotHeldOrMoved() =>
        Assert.Equal(
            0,
            Plan(
                Input(
                    [Placed(Aroha, Monday)],
                    [new(Aroha, Monday, Monday.AddDays(30))],
                    [Open(Monday) with { IsDeclined = true }]
                ),
                Monday.AddDays(1)
            ).Count
        );
}
