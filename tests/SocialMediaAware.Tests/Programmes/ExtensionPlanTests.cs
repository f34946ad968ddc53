using SocialMediaAware.Web.Features.Programmes;
using static SocialMediaAware.Tests.Programmes.PlanTestData;

namespace SocialMediaAware.Tests.Programmes;

/// <summary>What time that was given does to due dates.</summary>
public sealed class ExtensionPlanTests
{
    private static readonly Guid Aroha = new(1, 0, 0, new byte[8]);
    private static readonly Guid Tom = new(2, 0, 0, new byte[8]);
    private static readonly Guid North = new(9, 1, 0, new byte[8]);
    private static readonly Guid Far = new(9, 2, 0, new byte[8]);

    // Ten working days from Monday 7 September 2026 are over on Monday 21 September.
    private static readonly DateOnly Opens = new(2026, 9, 7);
    private static readonly DateOnly Due = new(2026, 9, 21);
    private static readonly PlannedExtension Storm = new(
        new(2026, 9, 10),
        new(2026, 9, 14),
        new(2026, 10, 4)
    );

    private static PlanInput Given(params PlannedExtension[] extensions) =>
        Input([Placed(Aroha, Opens) with { UnitId = North }]) with
        {
            Extensions = extensions,
        };

    private static DateOnly DueOf(PlanInput input, DateOnly? today = null) =>
        Assert.Single(Plan(input, today ?? new(2026, 9, 11)).Make).DueOn;

    [Fact]
    public void Extension_WhenTheDateIsWithinIt_MovesItToTheWorkingDayBeforeItsEnd() =>
        // 4 October 2026 is a Sunday.
        Assert.Equal(new DateOnly(2026, 10, 2), DueOf(Given(Storm)));

    [Theory]
    [InlineData("2026-09-21", "2026-09-28", "2026-09-28")]
    [InlineData("2026-09-22", "2026-09-28", "2026-09-21")]
    [InlineData("2026-09-01", "2026-09-21", "2026-09-21")]
    [InlineData("2026-09-01", "2026-09-22", "2026-09-22")]
    public void Extension_AtItsEdges_HoldsFromItsFirstDayUntilBeforeItsLast(
        string dueFrom,
        string dueOn,
        string expected
    ) =>
        Assert.Equal(
            DateOnly.Parse(expected, null),
            DueOf(
                Given(
                    new PlannedExtension(
                        Opens,
                        DateOnly.Parse(dueFrom, null),
                        DateOnly.Parse(dueOn, null)
                    )
                )
            )
        );

    [Fact]
    public void Extension_ForSomebodyElse_MovesNothing() =>
        Assert.Equal(Due, DueOf(Given(Storm with { PersonId = Tom })));

    [Fact]
    public void Extension_ForAUnit_IsForWhoWasInItOnTheDayItWasGiven()
    {
        var forTheNorth = Storm with { UnitIds = new HashSet<Guid> { North } };
        var moved = Given(forTheNorth) with
        {
            Placements =
            [
                Placed(Aroha, Opens, new(2026, 9, 16)) with
                {
                    UnitId = North,
                },
                Placed(Aroha, new(2026, 9, 16)) with
                {
                    UnitId = Far,
                },
            ],
        };

        Assert.Equal(new DateOnly(2026, 10, 2), DueOf(Given(forTheNorth)));
        Assert.Equal(new DateOnly(2026, 10, 2), DueOf(moved));
        Assert.Equal(Due, DueOf(Given(Storm with { UnitIds = new HashSet<Guid> { Far } })));
    }

    [Fact]
    public void Extension_ForAUnit_IsForWhoBeginsThereLater()
    {
        var storm = Storm with
        {
            GivenOn = new(2026, 9, 1),
            UnitIds = new HashSet<Guid> { North },
        };

        Assert.Equal(new DateOnly(2026, 10, 2), DueOf(Given(storm)));
    }

    [Fact]
    public void Extension_ForARegion_IsForWhoKeepsItsAnniversaryDay()
    {
        var input = Given(Storm with { Region = "Northland" });
        var there = input with
        {
            Placements = [.. input.Placements.Select(one => one with { Region = "Northland" })],
        };

        Assert.Equal(Due, DueOf(input));
        Assert.Equal(new DateOnly(2026, 10, 2), DueOf(there));
    }

    [Fact]
    public void Extensions_WhenOneReachesIntoTheNext_MoveTheDateOnInAnyOrder()
    {
        var strike = new PlannedExtension(Opens, new(2026, 10, 1), new(2026, 10, 16));

        Assert.Equal(new DateOnly(2026, 10, 16), DueOf(Given(Storm, strike)));
        Assert.Equal(new DateOnly(2026, 10, 16), DueOf(Given(strike, Storm)));
    }

    [Fact]
    public void Extension_WhenItReachesIntoLeave_RunsOnAfterIt()
    {
        var input = Given(Storm) with { Leave = [new(Aroha, new(2026, 9, 28), new(2026, 10, 12))] };

        // Five working days were left on 28 September, and run on from 12 October.
        Assert.Equal(new DateOnly(2026, 10, 16), DueOf(input));
    }

    [Fact]
    public void Extension_GivenWhenItIsOverdue_OpensItAgain()
    {
        var made = Apply([], Plan(Given(), Opens), Opens);
        var late = new DateOnly(2026, 9, 23);

        var move = Assert.Single(
            Plan(Given(Storm with { GivenOn = late }) with { Assignments = made }, late).Move
        );

        Assert.Equal(new DateOnly(2026, 10, 2), move.DueOn);
    }

    [Theory]
    // Taken back long before it was due: as if never given.
    [InlineData("2026-09-11", "2026-09-21")]
    // Taken back after it would have been due: five working days are left.
    [InlineData("2026-09-23", "2026-09-30")]
    // Taken back on the day it was given: nobody was told.
    [InlineData("2026-09-10", "2026-09-21")]
    public void Extension_WhenItIsTakenBack_MovesTheDateBackAndLeavesTimeWhereItHasPassed(
        string takenBack,
        string expected
    )
    {
        var day = DateOnly.Parse(takenBack, null);
        var made = Apply([], Plan(Given(Storm), Storm.GivenOn), Storm.GivenOn);
        var input = Given(Storm with { TakenBackOn = day }) with { Assignments = made };

        var after = Apply(made, Plan(input, day), day);

        Assert.Equal(new DateOnly(2026, 10, 2), Assert.Single(made).DueOn);
        Assert.Equal(DateOnly.Parse(expected, null), Assert.Single(after).DueOn);
        Assert.Equal(0, Plan(input with { Assignments = after }, day.AddDays(1)).Count);
    }

    [Fact]
    public void Extension_WhenItIsTakenBackAfterAPromise_KeepsThePromise()
    {
        var made = Apply([], Plan(Given(Storm), Storm.GivenOn), Storm.GivenOn)
            .Select(one => one with { PromisedUntil = new(2026, 9, 24) })
            .ToList();
        var input = Given(Storm with { TakenBackOn = new(2026, 9, 11) }) with
        {
            Assignments = made,
        };

        Assert.Equal(
            new DateOnly(2026, 9, 24),
            Assert.Single(Plan(input, new(2026, 9, 11)).Move).DueOn
        );
    }

    [Fact]
    public void Extension_PastAPollingDay_EndsWithIt()
    {
        var polling = new DateOnly(2026, 11, 7);
        var round = Round.OfElection(new("general-2026", polling, new(2026, 8, 7)));
        var input = Given(
            new PlannedExtension(new(2026, 8, 1), new(2026, 8, 1), new(2026, 12, 1))
        ) with
        {
            Programme = Onboarding with { LaunchedOn = new(2026, 1, 5) },
            Placements = [Placed(Aroha, new(2026, 1, 5))],
        };

        var made = Assert.Single(CalendarPlan.Of(input, [round], Calendar, new(2026, 8, 3)).Make);

        Assert.Equal(new DateOnly(2026, 11, 6), made.DueOn);
    }
}
