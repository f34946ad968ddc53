using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using static SocialMediaAware.Tests.Programmes.PlanTestData;

namespace SocialMediaAware.Tests.Programmes;

/// <summary>Programmes that stand still, end, are done once, or are for some people only.</summary>
public sealed class PauseAndAudiencePlanTests
{
    private static readonly Guid Anahera = new(1, 0, 0, new byte[8]);
    private static readonly Guid Tavita = new(2, 0, 0, new byte[8]);
    private static readonly DateOnly Monday = new(2026, 11, 2);

    [Fact]
    public void Pause_WhileItLasts_HoldsWhatIsOpenAndMakesNothingNew()
    {
        var before = Apply([], Plan(Input([Placed(Anahera, Monday)]), Monday), Monday);
        var paused = Paused(Monday.AddDays(2), null) with
        {
            Placements = [Placed(Anahera, Monday), Placed(Tavita, Monday.AddDays(3))],
            Assignments = before,
        };

        var plan = Plan(paused, Monday.AddDays(3));

        Assert.Equal(before.Single().Id, Assert.Single(plan.Hold));
        Assert.Empty(plan.Make);
        Assert.Empty(plan.Move);
    }

    [Fact]
    public void Pause_WhenItEnds_RunsOnWhatWasLeftAndAsksWhoCameMeanwhile()
    {
        var before = Apply([], Plan(Input([Placed(Anahera, Monday)]), Monday), Monday);
        var held = Apply(
            before,
            Plan(Paused(Monday.AddDays(2), null) with { Assignments = before }, Monday.AddDays(2)),
            Monday.AddDays(2)
        );
        var back = Monday.AddDays(16);
        var over = Paused(Monday.AddDays(2), back) with
        {
            Placements = [Placed(Anahera, Monday), Placed(Tavita, Monday.AddDays(3))],
            Assignments = held,
        };

        var plan = Plan(over, back);

        Assert.Equal(held.Single().Id, Assert.Single(plan.Release));
        // Two of ten working days had been used up: one, Tuesday, before the pause began on Wednesday. Nine run on.
        Assert.Equal(
            Calendar.AddWorkingDays(back.AddDays(-1), 9, null),
            Assert.Single(plan.Move).DueOn
        );
        Assert.Equal(Tavita, Assert.Single(plan.Make).PersonId);
    }

    [Fact]
    public void Pause_TakenBackOnTheSameDay_LeavesEveryDateAndNoHold()
    {
        var before = Apply([], Plan(Input([Placed(Anahera, Monday)]), Monday), Monday);
        var day = Monday.AddDays(2);
        var held = Apply(before, Plan(Paused(day, null) with { Assignments = before }, day), day);

        var plan = Plan(Paused(day, day) with { Assignments = held }, day);

        Assert.Equal(held.Single().Id, Assert.Single(plan.Release));
        Assert.Equal(1, plan.Count);
    }

    [Fact]
    public void End_WhateverIsOpen_IsNotAskedAnyMoreAndWhatIsSignedStays()
    {
        var before = Apply(
                [],
                Plan(Input([Placed(Anahera, Monday), Placed(Tavita, Monday)]), Monday),
                Monday
            )
            .Select(one => one with { IsSigned = one.PersonId == Tavita })
            .ToList();
        var ended = Input([Placed(Anahera, Monday), Placed(Tavita, Monday)]) with
        {
            Programme = Onboarding with { HasEnded = true },
            Assignments = before,
        };

        var plan = Plan(ended, Monday.AddDays(1));
        var after = Apply(before, plan, Monday.AddDays(1));

        Assert.Equal(
            before.Single(one => one.PersonId == Anahera).Id,
            Assert.Single(plan.Supersede)
        );
        Assert.Equal(1, plan.Count);
        Assert.Equal(0, Plan(ended with { Assignments = after }, Monday.AddDays(2)).Count);
    }

    [Fact]
    public void Audience_WhenATaskEndsAndComesBack_EndsTheDutyAndAsksForTheSameAgain()
    {
        var input = Input([Placed(Anahera, Monday)]) with
        {
            Programme = Onboarding with
            {
                Audience = new() { Groups = [new() { Flags = ["spokespeople"] }] },
            },
            Flags = [new(Anahera, "spokespeople", Monday, Monday.AddDays(5))],
        };
        var made = Apply([], Plan(input, Monday), Monday);

        var gone = Plan(input with { Assignments = made }, Monday.AddDays(5));
        var superseded = Apply(made, gone, Monday.AddDays(5));
        var again = Plan(
            input with
            {
                Assignments = superseded,
                Flags = [new(Anahera, "spokespeople", Monday, null)],
            },
            Monday.AddDays(6)
        );

        Assert.Equal(made.Single().Id, Assert.Single(gone.Supersede));
        Assert.Equal(made.Single().Id, Assert.Single(again.ComeBack));
        Assert.Empty(again.Make);
    }

    [Fact]
    public void Audience_OfAUnit_AsksThoseInItAndBelow()
    {
        Guid corporate = new(9, 0, 1, new byte[8]);
        Guid payroll = new(9, 0, 2, new byte[8]);
        Guid housing = new(9, 0, 3, new byte[8]);
        var input = Input([
            Placed(Anahera, Monday) with
            {
                UnitId = payroll,
            },
            Placed(Tavita, Monday) with
            {
                UnitId = housing,
            },
        ]) with
        {
            Programme = Onboarding with
            {
                Audience = new() { Groups = [new() { Units = [new(corporate, true)] }] },
            },
            WaysUp = new Dictionary<Guid, IReadOnlyList<Guid>>
            {
                [payroll] = [payroll, corporate],
                [housing] = [housing],
            },
        };

        Assert.Equal(Anahera, Assert.Single(Plan(input, Monday).Make).PersonId);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void Once_WhoJoinsAfterItOpened_OwesItWhereTheTermsSaySo(bool latecomers, int expected)
    {
        var round = Round.Once(
            "cyber-week",
            new()
            {
                OpensOn = Monday,
                DueOn = Monday.AddDays(18),
                LatecomersOwe = latecomers,
            }
        );
        var input = Input([Placed(Anahera, Monday.AddDays(7))]);

        var made = CalendarPlan.Of(input, [round], Calendar, Monday.AddDays(7)).Make;

        Assert.Equal(expected, made.Count);
        Assert.All(made, one => Assert.Equal("one-off/cyber-week", one.CycleKey));
    }

    [Fact]
    public void Once_WhoIsThere_OwesItUntilItsDay()
    {
        var round = Round.Once(
            "cyber-week",
            new() { OpensOn = Monday, DueOn = Monday.AddDays(19) }
        );

        var made = CalendarPlan
            .Of(Input([Placed(Anahera, new(2020, 1, 6))]), [round], Calendar, Monday)
            .Make.Single();

        Assert.Equal(Monday, made.OpensOn);
        // Saturday 21 November: the Friday before.
        Assert.Equal(new DateOnly(2026, 11, 20), made.DueOn);
    }

    [Fact]
    public void ByElection_InARegion_AsksItsPeopleOnly()
    {
        var round = Round.OfElection(
            new PlannedElection("by-2026", new(2026, 11, 28), new(2026, 8, 28))
            {
                Regions = ["Taranaki"],
            }
        );
        var input = Input([
            Placed(Anahera, new(2020, 1, 6)) with
            {
                Region = "Taranaki",
            },
            Placed(Tavita, new(2020, 1, 6)) with
            {
                Region = "Otago",
            },
            Placed(new Guid(3, 0, 0, new byte[8]), new(2020, 1, 6)),
        ]);

        Assert.Equal(
            Anahera,
            Assert.Single(CalendarPlan.Of(input, [round], Calendar, new(2026, 9, 1)).Make).PersonId
        );
    }

    [Theory]
    [InlineData(true, 20)]
    [InlineData(false, 10)]
    public void Onboarding_WhenManyMovedThatDay_GivesTwentyWorkingDays(bool bulk, int days)
    {
        var input = Input([Placed(Anahera, Monday)]) with
        {
            DaysOfBulkMoves = bulk ? new HashSet<DateOnly> { Monday } : new HashSet<DateOnly>(),
        };

        Assert.Equal(
            Calendar.AddWorkingDays(Monday, days, null),
            Assert.Single(Plan(input, Monday).Make).DueOn
        );
    }

    private static PlanInput Paused(DateOnly from, DateOnly? until) =>
        Input([Placed(Anahera, Monday)]) with
        {
            Pauses = [new LeavePause(from, until)],
        };
}
