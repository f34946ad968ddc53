using FsCheck;
using FsCheck.Fluent;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using static SocialMediaAware.Tests.Programmes.PlanTestData;

namespace SocialMediaAware.Tests.Programmes;

public sealed class OnboardingPlanProperties
{
    private static readonly DateOnly Start = new(2026, 8, 1);

    [Fact]
    public void Plan_RunTwice_ChangesNothingTheSecondTime() =>
        Check(
            (input, today) =>
            {
                var first = Plan(input, today);
                var after = Apply(input.Assignments, first, today);
                return Plan(input with { Assignments = after }, today).Count == 0;
            }
        );

    [Fact]
    public void Plan_WhateverTheOrderOfPeople_IsTheSame() =>
        Check(
            (input, today) =>
            {
                var shuffled = input with
                {
                    Placements = [.. input.Placements.Reverse()],
                    Leave = [.. input.Leave.Reverse()],
                    Exemptions = [.. input.Exemptions.Reverse()],
                    Extensions = [.. input.Extensions.Reverse()],
                    Assignments = [.. input.Assignments.Reverse()],
                };
                var one = Plan(input, today);
                var other = Plan(shuffled, today);
                return one.Make.SequenceEqual(other.Make)
                    && one.Move.SequenceEqual(other.Move)
                    && one.Hold.SequenceEqual(other.Hold)
                    && one.Release.SequenceEqual(other.Release)
                    && one.Leave.Order().SequenceEqual(other.Leave.Order())
                    && one.ComeBack.SequenceEqual(other.ComeBack);
            }
        );

    [Fact]
    public void Plan_DayAfterDay_NeverGivesAPersonTwoThatRun() =>
        Check(
            (input, today) =>
            {
                var assignments = input.Assignments;
                for (var day = today; day < today.AddDays(20); day = day.AddDays(3))
                {
                    var difference = Plan(input with { Assignments = assignments }, day);
                    assignments = Apply(assignments, difference, day);
                }

                return assignments
                    .Where(assignment => assignment.IsRunning)
                    .GroupBy(assignment => assignment.PersonId)
                    .All(person => person.Count() == 1);
            }
        );

    [Fact]
    public void Plan_WhateverComes_IsDueOnAWorkingDayAfterItOpensAndNeverSoonerThanTold() =>
        Check(
            (input, today) =>
            {
                var told = input.Assignments.ToDictionary(assignment => assignment.Id);
                var difference = Plan(input, today);
                return difference.Make.All(made =>
                        made.DueOn > made.OpensOn && Calendar.IsWorkingDay(made.DueOn, null)
                    )
                    && difference.Move.All(move =>
                        move.OpensOn != told[move.Id].OpensOn
                        || move.DueOn >= told[move.Id].DueOn
                        // Time that was taken back goes.
                        || input.Extensions.Any(one => one.TakenBackOn is not null)
                    );
            }
        );

    [Fact]
    public void DueDate_WithLeave_LeavesTenWorkingDaysThatWereNotOnLeave() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                ArbMap.Default.ArbFor<int>(),
                (first, second) =>
                {
                    var from = Start.AddDays(Math.Abs(first % 40));
                    var until = from.AddDays(6 + Math.Abs(second % 40));
                    var pause = new LeavePause(from, until);
                    var opens = Start.AddDays(10);

                    var due = LeavePause.DueDate(opens, 10, [pause], Calendar, null);

                    var worked = Enumerable
                        .Range(1, due.DayNumber - opens.DayNumber)
                        .Select(opens.AddDays)
                        .Count(day => Calendar.IsWorkingDay(day, null) && !pause.Covers(day));
                    // Ten, or more where fewer than five were left and five were given.
                    return worked >= 10 && worked <= 14;
                }
            )
            .QuickCheckThrowOnFailure();

    private static void Check(Func<PlanInput, DateOnly, bool> property) =>
        Prop.ForAll(Worlds().ToArbitrary(), world => property(world.Input, world.Today))
            .QuickCheckThrowOnFailure();

    private static Gen<(PlanInput Input, DateOnly Today)> Worlds()
    {
        var person = ReliefWorlds.Person;
        var day = Gen.Choose(0, 120).Select(Start.AddDays);
        var end = Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(1, 80)));
        var placement =
            from who in person
            from starts in day
            from length in end
            from kind in Gen.Elements(Enum.GetValues<PersonKind>())
            select Placed(
                who,
                starts,
                length == 0 ? null : starts.AddDays(length),
                kind,
                // One person appears once, whenever that is.
                Start.AddDays(20 * who.ToByteArray()[0])
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
            from today in day
            from earlier in day
            from exemptions in ReliefWorlds.Exemptions(day)
            from extensions in ReliefWorlds.Extensions(day)
            let input = Input([.. placements], [.. leaves]) with
            {
                Exemptions = exemptions,
                Extensions = extensions,
            }
            // What an earlier run made, some of it signed since, under the same facts.
            let before = Apply([], Plan(input, earlier < today ? earlier : today), today)
                .Select((assignment, index) => assignment with { IsSigned = index % 3 == 2 })
            select (input with { Assignments = [.. before] }, today);
    }
}
