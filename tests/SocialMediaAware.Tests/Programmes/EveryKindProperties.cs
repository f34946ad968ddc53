using FsCheck;
using FsCheck.Fluent;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using static SocialMediaAware.Tests.Programmes.PlanTestData;

namespace SocialMediaAware.Tests.Programmes;

/// <summary>What holds of every kind of programme, over people with regions, days worked, units and tasks, and over pauses.</summary>
public sealed class EveryKindProperties
{
    private static readonly DateOnly Start = new(2026, 5, 1);
    private static readonly string[] Flags = ["senior", "spokespeople"];
    private static readonly string?[] Regions = [null, "Otago", "Chatham Islands"];

    [Fact]
    public void Plan_RunTwice_ChangesNothingTheSecondTime() =>
        Check(world =>
        {
            var after = Apply(world.Input.Assignments, world.Plan(world.Today), world.Today);
            return world.With(after).Plan(world.Today).Count == 0;
        });

    [Fact]
    public void Plan_WhateverTheOrderOfPeople_IsTheSame() =>
        Check(world =>
        {
            var lived = world.LiveThrough(60, every: 20);
            return Text(lived.Plan(lived.Today)) == Text(lived.Reversed().Plan(lived.Today));
        });

    [Fact]
    public void Plan_OfWhoIsNotOfTheAudience_AsksNothing() =>
        Check(world =>
        {
            var lived = world.LiveThrough(60, every: 20);
            return lived
                .Input.Assignments.Where(one => one.IsRunning && one.OpensOn <= lived.Today)
                .All(one => lived.IsMeant(one.PersonId));
        });

    [Fact]
    public void Plan_WhateverComes_IsNotDueBeforeItOpensNorOnADayThatIsNotWorked() =>
        Check(world =>
            world
                .Plan(world.Today)
                .Make.All(made =>
                    made.DueOn >= made.OpensOn
                    && (made.DueOn == made.OpensOn || world.Works(made.PersonId, made.DueOn))
                )
        );

    [Fact]
    public void Plan_WhileTheProgrammeStandsStill_MakesNothingAndRemindsNobody() =>
        Check(world =>
        {
            var paused = world with
            {
                Input = world.Input with
                {
                    Pauses = [new LeavePause(world.Today.AddDays(-3), null)],
                },
            };
            var plan = paused.Plan(world.Today);
            return plan.Make.Count == 0;
        });

    private static string Text(PlanDifference plan) =>
        string.Join(
            '\n',
            plan.Make.Select(one =>
                    $"make {one.PersonId} {one.CycleKey} {one.OpensOn:O} {one.DueOn:O} {one.IsHeld}"
                )
                .Concat(plan.Move.Select(one => $"move {one.Id} {one.OpensOn:O} {one.DueOn:O}"))
                .Concat(plan.Hold.Select(id => $"hold {id}"))
                .Concat(plan.Release.Select(id => $"release {id}"))
                .Concat(plan.Leave.Select(id => $"leave {id}"))
                .Concat(plan.ComeBack.Select(id => $"back {id}"))
                .Concat(plan.Supersede.Select(id => $"end {id}"))
                .Order(StringComparer.Ordinal)
        );

    private static void Check(Func<World, bool> property) =>
        Prop.ForAll(Worlds().ToArbitrary(), property).QuickCheckThrowOnFailure();

    private static Gen<World> Worlds()
    {
        var day = Gen.Choose(0, 300).Select(Start.AddDays);
        return from placements in Placements(day).ListOf()
            from flags in TasksOf(day).ListOf()
            from leave in LeaveOf(day).ListOf()
            from audience in Audiences()
            from pauses in Pauses(day)
            from kind in Gen.Elements(Enum.GetValues<ProgrammeKind>())
            from opens in day
            from today in day
            from signed in Gen.Choose(0, 2).ListOf(4)
            from latecomers in Gen.Elements(true, false)
            select new World(
                kind,
                Input([.. placements], [.. leave]) with
                {
                    Programme = Onboarding with
                    {
                        LaunchedOn = Start.AddDays(-30),
                        Audience = audience,
                    },
                    Flags = [.. flags],
                    Pauses = pauses,
                    RuleChanges =
                    [
                        new(
                            "be-kind",
                            2,
                            opens,
                            signed
                                .Index()
                                .Where(one => one.Item > 0)
                                .ToDictionary(
                                    one => new Guid(one.Index + 1, 0, 0, new byte[8]),
                                    one => one.Item
                                ),
                            new HashSet<Guid>()
                        ),
                    ],
                },
                opens,
                latecomers,
                today
            );
    }

    private static Gen<PlannedPlacement> Placements(Gen<DateOnly> day) =>
        from who in ReliefWorlds.Person
        from starts in day
        from length in Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(1, 200)))
        from kind in Gen.Elements(Enum.GetValues<PersonKind>())
        from days in Gen.Choose(1, 127)
        // One region a person: which of two positions counts is another matter.
        select Placed(
            who,
            starts.AddDays(-200),
            length == 0 ? null : starts.AddDays(length - 200),
            kind
        ) with
        {
            Region = Regions[who.ToByteArray()[0] % Regions.Length],
            WorkDays = (WorkDays)days,
        };

    private static Gen<PlannedFlag> TasksOf(Gen<DateOnly> day) =>
        from who in ReliefWorlds.Person
        from flag in Gen.Elements(Flags)
        from starts in day
        from length in Gen.Choose(1, 200)
        select new PlannedFlag(who, flag, starts, starts.AddDays(length));

    private static Gen<PlannedLeave> LeaveOf(Gen<DateOnly> day) =>
        from who in ReliefWorlds.Person
        from starts in day
        from length in Gen.Choose(1, 60)
        select new PlannedLeave(who, starts, starts.AddDays(length));

    private static Gen<ProgrammeAudience> Audiences() =>
        Gen.Elements(
            ProgrammeAudience.Everybody,
            new() { Groups = [new() { Flags = ["senior"] }] },
            new()
            {
                Groups =
                [
                    new() { Kinds = [PersonKind.Employee] },
                    new() { Flags = Flags, NeedsEveryFlag = true },
                ],
            },
            new() { Groups = [new() { WithoutFlags = ["spokespeople"] }] }
        );

    private static Gen<IReadOnlyCollection<LeavePause>> Pauses(Gen<DateOnly> day) =>
        (
            from starts in day
            from length in Gen.Choose(0, 40)
            select new LeavePause(starts, starts.AddDays(length))
        )
            .ListOf()
            .Select(some => (IReadOnlyCollection<LeavePause>)[.. some.Take(2)]);

    private sealed record World(
        ProgrammeKind Kind,
        PlanInput Input,
        DateOnly OpensOn,
        bool Latecomers,
        DateOnly Today
    )
    {
        private IReadOnlyList<Round> Rounds =>
            Kind switch
            {
                ProgrammeKind.Yearly =>
                [
                    .. Enumerable
                        .Range(2025, 5)
                        .Select(year => Round.OfYear(new(2, 29, 4, 30), year, Latecomers)),
                ],
                ProgrammeKind.Election =>
                [
                    Round.OfElection(
                        new("one", OpensOn.AddMonths(3), OpensOn)
                        {
                            Regions = Latecomers ? [] : ["Otago"],
                        }
                    ),
                ],
                ProgrammeKind.OneOff =>
                [
                    Round.Once(
                        "once",
                        new()
                        {
                            OpensOn = OpensOn,
                            DueOn = OpensOn.AddDays(30),
                            LatecomersOwe = Latecomers,
                        }
                    ),
                ],
                _ => [],
            };

        public World With(IReadOnlyCollection<PlannedAssignment> assignments) =>
            this with
            {
                Input = Input with { Assignments = assignments },
            };

        public World Reversed() =>
            this with
            {
                Input = Input with
                {
                    Placements = [.. Input.Placements.Reverse()],
                    Leave = [.. Input.Leave.Reverse()],
                    Flags = [.. Input.Flags.Reverse()],
                    Pauses = [.. Input.Pauses.Reverse()],
                    Assignments = [.. Input.Assignments.Reverse()],
                },
            };

        public PlanDifference Plan(DateOnly today) =>
            Kind switch
            {
                ProgrammeKind.Onboarding => OnboardingPlan.Of(Input, Calendar, today),
                ProgrammeKind.PolicyChange => RuleChangePlan.Of(Input, Calendar, today),
                _ => CalendarPlan.Of(Input, Rounds, Calendar, today),
            };

        public World LiveThrough(int days, int every)
        {
            var world = this;
            var last = Today.AddDays(days);
            for (var day = Today; day <= last; day = day.AddDays(every))
            {
                world = world.With(Apply(world.Input.Assignments, world.Plan(day), day)) with
                {
                    Today = day,
                };
            }

            return world;
        }

        public bool IsMeant(Guid personId) =>
            Input
                .Placements.Where(placement => placement.PersonId == personId)
                .Where(placement =>
                    placement.From <= Today && (placement.Until is null || placement.Until > Today)
                )
                .Any(placement =>
                    Input.Programme.Audience.Includes(
                        placement.Kind,
                        [placement.UnitId],
                        [
                            .. Input
                                .Flags.Where(flag => flag.PersonId == personId)
                                .Where(flag => flag.From <= Today && flag.Until > Today)
                                .Select(flag => flag.Flag),
                        ]
                    )
                );

        // On the days of any of their positions, wherever in time: a stricter rule would be the planner's own again.
        public bool Works(Guid personId, DateOnly day) =>
            Input
                .Placements.Where(placement => placement.PersonId == personId)
                .Any(placement => Calendar.IsWorkingDay(day, placement.Pattern));
    }
}
