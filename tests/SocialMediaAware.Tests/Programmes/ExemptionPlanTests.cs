using SocialMediaAware.Web.Features.Programmes;
using static SocialMediaAware.Tests.Programmes.PlanTestData;

namespace SocialMediaAware.Tests.Programmes;

/// <summary>What an exemption does to assignments.</summary>
public sealed class ExemptionPlanTests
{
    private static readonly Guid Aroha = new(1, 0, 0, new byte[8]);

    // Ten working days from Monday 7 September 2026 are over on Monday 21 September.
    private static readonly DateOnly Opens = new(2026, 9, 7);
    private static readonly DateOnly Due = new(2026, 9, 21);

    private static PlanInput Given(params PlannedExemption[] exemptions) =>
        Input([Placed(Aroha, Opens)]) with
        {
            Exemptions = exemptions,
        };

    private static PlannedExemption Exempt(DateOnly from, DateOnly until, bool believed = true) =>
        new(Aroha, from, until, believed);

    [Fact]
    public void Exemption_WhenItHoldsToday_PutsTheAssignmentOnHold()
    {
        var input = Given();
        var made = Apply([], Plan(input, Opens), Opens);
        Assert.Equal(Due, Assert.Single(made).DueOn);
        var day = Opens.AddDays(2);

        var after = Apply(
            made,
            Plan(Given(Exempt(day, day.AddDays(14))) with { Assignments = made }, day),
            day
        );

        Assert.Equal(day, Assert.Single(after).HeldOn);
    }

    [Fact]
    public void Exemption_WhenItBeginsWithTheAssignment_MakesItOnHold()
    {
        var made = Assert.Single(Plan(Given(Exempt(Opens, Opens.AddDays(3))), Opens).Make);
        Assert.True(made.IsHeld);
    }

    [Fact]
    public void Exemption_WhenItEnds_ReleasesWithAtLeastFiveWorkingDays()
    {
        // Friday before it is due until Monday two weeks later: one working day was left.
        var input = Given(Exempt(new(2026, 9, 18), new(2026, 10, 5)));
        var held = Apply([], Plan(input, new(2026, 9, 18)), new(2026, 9, 18));
        var end = new DateOnly(2026, 10, 5);

        var after = Assert.Single(Apply(held, Plan(input with { Assignments = held }, end), end));

        Assert.Null(after.HeldOn);
        Assert.Equal(new DateOnly(2026, 10, 9), after.DueOn);
    }

    [Fact]
    public void Exemption_WhenItIsTakenBack_ReleasesAndCountsTheDaysItHeld()
    {
        var given = new DateOnly(2026, 9, 9);
        var takenBack = new DateOnly(2026, 9, 16);
        var before = Given(Exempt(given, new(2026, 12, 1)));
        var held = Apply([], Plan(before, given), given);

        // What is left of it is learnt again: it held until it was taken back.
        var input = Given(
            Exempt(given, new(2026, 12, 1), believed: false),
            Exempt(given, takenBack)
        ) with
        {
            Assignments = held,
        };
        var after = Assert.Single(Apply(held, Plan(input, takenBack), takenBack));

        Assert.Null(after.HeldOn);
        Assert.Equal(0, Plan(input with { Assignments = [after] }, takenBack).Count);
    }

    [Fact]
    public void Exemption_WhenItWasOverdueBefore_GivesNoNewTime()
    {
        var made = Apply([], Plan(Given(), Opens), Opens);
        var late = Due.AddDays(10);
        var input = Given(Exempt(late, late.AddDays(7))) with { Assignments = made };

        var after = Assert.Single(Apply(made, Plan(input, late), late));

        Assert.Equal(late, after.HeldOn);
        Assert.Equal(Due, after.DueOn);
    }

    [Fact]
    public void Exemption_WhenAQuestionHoldsToo_IsNotReleasedByItsEnd()
    {
        var exemption = Exempt(Opens, Opens.AddDays(7));
        var held = Apply([], Plan(Given(exemption), Opens), Opens);
        var input = Given(exemption) with
        {
            Assignments = held,
            HeldForAnotherReason = held.Select(one => one.Id).ToHashSet(),
        };

        Assert.Empty(Plan(input, Opens.AddDays(8)).Release);
    }

    [Fact]
    public void Exemption_WhenLeaveFollowsAtOnce_IsOneHold()
    {
        var exemption = Exempt(Opens, Opens.AddDays(4));
        var input = Given(exemption) with
        {
            Leave = [new(Aroha, Opens.AddDays(4), Opens.AddDays(18))],
        };
        var held = Apply([], Plan(input, Opens), Opens);
        var between = Apply(held, Plan(input with { Assignments = held }, Opens.AddDays(4)), Opens);
        var end = Opens.AddDays(18);

        var after = Assert.Single(
            Apply(between, Plan(input with { Assignments = between }, end), end)
        );

        Assert.NotNull(Assert.Single(between).HeldOn);
        Assert.Null(after.HeldOn);
        Assert.Equal(Calendar.AddWorkingDays(end.AddDays(-1), 10, null), after.DueOn);
    }

    [Fact]
    public void Exemption_OnPollingDay_EndsTheRefresher()
    {
        var polling = new DateOnly(2026, 11, 7);
        var round = Round.OfElection(new("general-2026", polling, new(2026, 8, 7)));
        var input = Given() with
        {
            Programme = Onboarding with { LaunchedOn = new(2026, 1, 5) },
            Placements = [Placed(Aroha, new(2026, 1, 5))],
            Exemptions = [Exempt(new(2026, 7, 20), new(2026, 12, 1))],
        };
        var opens = round.OpensOn.AddDays(10);
        var held = Apply([], CalendarPlan.Of(input, [round], Calendar, opens), opens);

        var after = CalendarPlan.Of(
            input with
            {
                Assignments = held,
            },
            [round],
            Calendar,
            polling.AddDays(3)
        );

        Assert.Single(held);
        Assert.Single(after.Supersede);
    }
}
