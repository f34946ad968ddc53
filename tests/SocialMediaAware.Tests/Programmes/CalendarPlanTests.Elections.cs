using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using static SocialMediaAware.Tests.Programmes.PlanTestData;

namespace SocialMediaAware.Tests.Programmes;

public sealed partial class CalendarPlanTests
{
    [Fact]
    public void Election_In2026_OpensTwentyOneDaysBeforeThePeriodAndIsDueOnItsFirstDay()
    {
        var made = Assert.Single(
            Plan([Placed(Anahera, LongAgo)], [Round.OfElection(General2026)], new(2026, 7, 17)).Make
        );

        Assert.Equal("election/general-2026", made.CycleKey);
        Assert.Equal(new DateOnly(2026, 7, 17), made.OpensOn);
        Assert.Equal(new DateOnly(2026, 8, 7), made.DueOn);
    }

    [Theory]
    [InlineData("2026-08-20", "2026-08-27")]
    [InlineData("2026-11-03", "2026-11-06")]
    [InlineData("2026-07-20", "2026-08-07")]
    public void Election_WhoJoinsLater_HasFiveWorkingDaysAndNeverLongerThanPollingDay(
        string joins,
        string due
    )
    {
        var day = DateOnly.Parse(joins, null);
        var made = Assert.Single(
            Plan(
                [Placed(Anahera, day)],
                [Round.OfElection(General2026)],
                day,
                programme: Programme with
                {
                    DueInWorkingDays = 5,
                }
            ).Make
        );

        Assert.Equal(day, made.OpensOn);
        Assert.Equal(DateOnly.Parse(due, null), made.DueOn);
    }

    [Fact]
    public void Election_AfterPollingDay_AsksNobodyWhoWasNotAsked() =>
        Assert.Equal(
            0,
            Plan(
                [Placed(Anahera, LongAgo)],
                [Round.OfElection(General2026)],
                new(2026, 11, 8)
            ).Count
        );

    [Fact]
    public void Election_OnLeaveOverPollingDay_IsHeldAndThenEnds()
    {
        PlannedLeave[] leave = [new(Anahera, new(2026, 7, 1), new(2026, 12, 1))];
        var opened = new DateOnly(2026, 7, 17);
        Round[] rounds = [Round.OfElection(General2026)];
        var first = Plan([Placed(Anahera, LongAgo)], rounds, opened, leave);
        Assert.True(first.Make.Single().IsHeld);
        Assert.Equal(new DateOnly(2026, 11, 6), first.Make.Single().DueOn);
        var held = Apply([], first, opened);

        var after = Plan([Placed(Anahera, LongAgo)], rounds, new(2026, 11, 8), leave, held);

        Assert.Equal(held.Single().Id, Assert.Single(after.Supersede));
    }

    // The election of 19 September 2020 was put off on 17 August to 17 October.
    [Fact]
    public void Election_WhenThePollingDayMoves_MovesWhatIsOpenAndLeavesWhatIsSigned()
    {
        var tavita = new Guid(2, 0, 0, new byte[8]);
        PlannedPlacement[] people = [Placed(Anahera, LongAgo), Placed(tavita, LongAgo)];
        PlannedElection first = new("general-2020", new(2020, 9, 19), new(2020, 6, 19));
        var opened = new DateOnly(2020, 5, 29);
        var made = Apply([], Plan(people, [Round.OfElection(first)], opened), opened)
            .Select(assignment => assignment with { IsSigned = assignment.PersonId == tavita })
            .ToList();
        var moved = first with
        {
            PollingDay = new(2020, 10, 17),
            PreElectionFrom = new(2020, 7, 17),
        };

        var difference = Plan(
            people,
            [Round.OfElection(moved)],
            new(2020, 8, 17),
            assignments: made
        );

        var move = Assert.Single(difference.Move);
        Assert.Equal(made.Single(one => one.PersonId == Anahera).Id, move.Id);
        Assert.Equal(new DateOnly(2020, 6, 26), move.OpensOn);
        Assert.Equal(new DateOnly(2020, 7, 17), move.DueOn);
        Assert.Equal(1, difference.Count);
    }

    [Fact]
    public void Election_TurnedOffAndOnAgain_EndsAndComesBack()
    {
        var opened = new DateOnly(2026, 7, 17);
        Round[] rounds = [Round.OfElection(General2026)];
        var made = Apply([], Plan([Placed(Anahera, LongAgo)], rounds, opened), opened);

        var off = Apply(made, Plan([Placed(Anahera, LongAgo)], [], opened, null, made), opened);
        Assert.True(off.Single().IsSuperseded);

        var on = Plan([Placed(Anahera, LongAgo)], rounds, opened, null, off);
        Assert.Equal(made.Single().Id, Assert.Single(on.ComeBack));
        Assert.Empty(on.Make);
    }

    [Fact]
    public void Election_WithAPromiseAfterAnAnswer_KeepsItButNeverAfterPollingDay()
    {
        var opened = new DateOnly(2026, 7, 17);
        Round[] rounds = [Round.OfElection(General2026)];
        var made = Apply([], Plan([Placed(Anahera, LongAgo)], rounds, opened), opened).Single();
        PlannedAssignment Promised(DateOnly until) =>
            made with
            {
                DueOn = until,
                PromisedUntil = until,
            };

        Assert.Equal(
            0,
            Plan(
                [Placed(Anahera, LongAgo)],
                rounds,
                opened,
                null,
                [Promised(new(2026, 8, 20))]
            ).Count
        );
        Assert.Equal(
            new DateOnly(2026, 11, 6),
            Assert
                .Single(
                    Plan(
                        [Placed(Anahera, LongAgo)],
                        rounds,
                        opened,
                        null,
                        [Promised(new(2026, 11, 20))]
                    ).Move
                )
                .DueOn
        );
    }
}
