using FsCheck;
using FsCheck.Fluent;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using static SocialMediaAware.Tests.Programmes.PlanTestData;

namespace SocialMediaAware.Tests.Programmes;

public sealed class CalendarPlanProperties
{
    private static readonly DateOnly Start = new(2026, 5, 1);

    [Fact]
    public void Plan_RunTwice_ChangesNothingTheSecondTime() =>
        Check(world =>
        {
            var after = Apply(world.Assignments, world.Plan(world.Today), world.Today);
            return (world with { Assignments = after }).Plan(world.Today).Count == 0;
        });

    [Fact]
    public void Plan_WhateverTheOrderOfPeople_IsTheSame() =>
        Check(world =>
        {
            var one = world.Plan(world.Today);
            var other = (
                world with
                {
                    Placements = [.. world.Placements.Reverse()],
                    Leave = [.. world.Leave.Reverse()],
                    Exemptions = [.. world.Exemptions.Reverse()],
                    Extensions = [.. world.Extensions.Reverse()],
                    Assignments = [.. world.Assignments.Reverse()],
                    Rounds = [.. world.Rounds.Reverse()],
                }
            ).Plan(world.Today);
            return one.Make.SequenceEqual(other.Make)
                && one.Move.OrderBy(move => move.Id)
                    .SequenceEqual(other.Move.OrderBy(move => move.Id))
                && one.Hold.Order().SequenceEqual(other.Hold.Order())
                && one.Release.Order().SequenceEqual(other.Release.Order())
                && one.Leave.Order().SequenceEqual(other.Leave.Order())
                && one.ComeBack.Order().SequenceEqual(other.ComeBack.Order())
                && one.Supersede.Order().SequenceEqual(other.Supersede.Order());
        });

    [Fact]
    public void Plan_DayAfterDay_NeverAsksAPersonTwiceAndNeverMakesARoundTwice() =>
        Check(world =>
        {
            var after = LiveThrough(world, 300, every: 3).Assignments;
            return after
                    .Where(assignment => assignment.IsRunning)
                    .GroupBy(assignment => assignment.PersonId)
                    .All(person => person.Count() == 1)
                && after
                    .GroupBy(assignment => (assignment.PersonId, assignment.CycleKey))
                    .All(round => round.Count() == 1);
        });

    [Fact]
    public void Plan_WithMissedDays_EndsWhereTheOneWithoutEnds() =>
        Check(world =>
            Dates(StillAsked(LiveThrough(world, 300, every: 1)))
                .SequenceEqual(Dates(StillAsked(LiveThrough(world, 300, every: 10))))
        );

    [Fact]
    public void Plan_WhateverComes_IsDueOnAWorkingDayNotBeforeItOpensAndNeverAfterPollingDay() =>
        Check(world =>
            world
                .Plan(world.Today)
                .Make.All(made =>
                {
                    var round = world.Rounds.Single(round => round.CycleKey == made.CycleKey);
                    return made.DueOn >= made.OpensOn
                        && (Calendar.IsWorkingDay(made.DueOn, null) || made.DueOn == made.OpensOn)
                        && (round.EndsWith is not { } end || made.DueOn <= end);
                })
        );

    [Fact]
    public void Plan_WhenThePollingDayMovesAndBack_IsTheIdentity() =>
        Check(world =>
        {
            var settled = Apply(world.Assignments, world.Plan(world.Today), world.Today);
            var moved = Apply(
                settled,
                (world.Moved(35) with { Assignments = settled }).Plan(world.Today),
                world.Today
            );
            // What the move itself made is asked for again when the day moves back; what there was stands as it stood.
            var back = Apply(
                moved,
                (world with { Assignments = moved }).Plan(world.Today),
                world.Today
            );
            return Dates(back.Where(one => settled.Any(other => other.Id == one.Id)))
                .SequenceEqual(Dates(settled));
        });

    // Somebody who comes and goes between two ticks is not asked, nor who joins in an election's last days.
    private static IEnumerable<PlannedAssignment> StillAsked(World world) =>
        world.Assignments.Where(assignment =>
            assignment.IsRunning
            && !(
                world.Rounds.Single(round => round.CycleKey == assignment.CycleKey).EndsWith
                < assignment.OpensOn.AddDays(10)
            )
        );

    private static IEnumerable<string> Dates(IEnumerable<PlannedAssignment> assignments) =>
        assignments
            .Select(one =>
                $"{one.PersonId} {one.CycleKey} {one.OpensOn:O} {one.DueOn:O} {one.IsRunning} {one.HasLeft} {one.IsSuperseded} {one.HeldOn is not null}"
            )
            .Order(StringComparer.Ordinal);

    private static World LiveThrough(World world, int days, int every)
    {
        var last = world.Today.AddDays(days);
        for (var day = world.Today; day <= last; day = day.AddDays(every))
        {
            world = world with { Assignments = Apply(world.Assignments, world.Plan(day), day) };
        }

        return world;
    }

    private static void Check(Func<World, bool> property) =>
        Prop.ForAll(Worlds().ToArbitrary(), property).QuickCheckThrowOnFailure();

    private static Gen<World> Worlds()
    {
        var person = ReliefWorlds.Person;
        var day = Gen.Choose(0, 500).Select(Start.AddDays);
        var end = Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(1, 200)));
        var placement =
            from who in person
            from starts in day
            from length in end
            from kind in Gen.Elements(Enum.GetValues<PersonKind>())
            select Placed(
                who,
                starts.AddDays(-200),
                length == 0 ? null : starts.AddDays(length - 200),
                kind,
                Start.AddDays(-20 * who.ToByteArray()[0])
            );
        var leave =
            from who in person
            from starts in day
            from length in end
            from believed in Gen.Elements(true, true, false)
            select new PlannedLeave(
                who,
                starts,
                length == 0 ? null : starts.AddDays(length),
                believed
            );
        return from placements in placement.ListOf()
            from leaves in leave.ListOf()
            from exemptions in ReliefWorlds.Exemptions(day)
            from extensions in ReliefWorlds.Extensions(day)
            from today in day
            from isElection in Gen.Elements(true, false)
            from latecomers in Gen.Elements(true, false)
            from pollsOn in day
            select new World(
                [.. placements],
                [.. leaves],
                exemptions,
                extensions,
                [],
                isElection
                    ? [Election("one", pollsOn), Election("two", pollsOn.AddDays(400))]
                    :
                    [
                        .. Enumerable
                            .Range(2025, 5)
                            .Select(year => Round.OfYear(YearlyWindow.Usual, year, latecomers)),
                    ],
                today
            );
    }

    private static Round Election(string key, DateOnly pollingDay) =>
        Round.OfElection(new(key, pollingDay, pollingDay.AddMonths(-3)));

    private sealed record World(
        IReadOnlyCollection<PlannedPlacement> Placements,
        IReadOnlyCollection<PlannedLeave> Leave,
        IReadOnlyCollection<PlannedExemption> Exemptions,
        IReadOnlyCollection<PlannedExtension> Extensions,
        IReadOnlyCollection<PlannedAssignment> Assignments,
        IReadOnlyCollection<Round> Rounds,
        DateOnly Today
    )
    {
        public PlanDifference Plan(DateOnly today) =>
            CalendarPlan.Of(
                new(
                    Onboarding with
                    {
                        LaunchedOn = Start.AddDays(-100),
                    },
                    Placements,
                    Leave,
                    Assignments,
                    new HashSet<Guid>()
                )
                {
                    Exemptions = Exemptions,
                    Extensions = Extensions,
                },
                Rounds,
                Calendar,
                today
            );

        public World Moved(int days) =>
            this with
            {
                Rounds =
                [
                    .. Rounds.Select(round =>
                        round.EndsWith is { } end
                            ? Election(round.CycleKey["election/".Length..], end.AddDays(days))
                            : round
                    ),
                ],
            };
    }
}
