using FsCheck;
using FsCheck.Fluent;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Import;

namespace SocialMediaAware.Tests.People.Import;

/// <summary>What holds of imports whatever happened before.</summary>
public sealed class ImportPropertyTests
{
    [Fact]
    public void Import_WhateverWasBefore_ComingAgainChangesNothing() =>
        ForAnyHistory(
            (world, coming) =>
            {
                world.Import(coming.File, coming.Feed);
                var again = world.Import(coming.File, coming.Feed);
                return again.Count == 0
                    ? true
                    : throw new InvalidOperationException(
                        $"{world.Day} {string.Join("; ", again.Select(one => $"{one} {string.Join(", ", one.Changes)}"))}"
                    );
            }
        );

    [Fact]
    public void Import_WhateverTheOrderOfItsLines_DoesTheSame() =>
        ForAnyHistory(
            (world, coming) =>
            {
                var plain = Preview(world, coming);
                var turned = Preview(world, coming with { Lines = [.. coming.Lines.Reverse()] });
                return plain.SequenceEqual(turned);
            }
        );

    [Fact]
    public void Import_WhateverWasBefore_EndsNothingOfAnotherFeedOrOfHr() =>
        ForAnyHistory(
            (world, coming) =>
            {
                var others = world
                    .Placements.Where(one => one.UnlearntAt is null && one.Feed != coming.Feed)
                    .ToList();
                world.Import(coming.File, coming.Feed);
                return others.TrueForAll(one => one.UnlearntAt is null);
            }
        );

    [Fact]
    public void Import_WhateverWasBefore_WhatWasKnownThenIsKnownOfThenForEver() =>
        ForAnyHistory(
            (world, coming) =>
            {
                var then = world.Now;
                DateOnly[] days =
                [
                    .. Enumerable.Range(-40, 100).Select(ImportWorld.FirstDay.AddDays),
                ];
                var before = days.Select(day => string.Join('|', world.On(day, then))).ToList();
                world.Import(coming.File, coming.Feed);
                return before.SequenceEqual(
                    days.Select(day => string.Join('|', world.On(day, then)))
                );
            }
        );

    [Fact]
    public void Import_WhateverWasBefore_EndsAndStartsBalance() =>
        ForAnyHistory(
            (world, coming) =>
            {
                var before = HereOf(world, coming.Feed);
                var people = world.Import(coming.File, coming.Feed);
                var after = HereOf(world, coming.Feed);
                var came = people.Count(one =>
                    one.Outcome is ImportOutcome.New or ImportOutcome.Back
                );
                // Somebody whom HR or another feed holds too is no newcomer when this feed names them.
                var joined = people.Count(one =>
                    one.Outcome is ImportOutcome.Changed
                    && after.Contains(one.EmployeeNumber)
                    && !before.Contains(one.EmployeeNumber)
                );
                var ended = people.Count(one => one.Outcome is ImportOutcome.Ended);
                return before.Count + came + joined - ended == after.Count;
            }
        );

    [Fact]
    public void Facts_WhateverWasBefore_DoNotHoldTwiceAtATime() =>
        ForAnyHistory(
            (world, coming) =>
            {
                world.Import(coming.File, coming.Feed);
                string[] overlaps =
                [
                    .. Overlaps(
                        world.Placements.Where(one => one.Feed is not null),
                        one => (one.PersonId, $"{one.Feed} {one.PositionNumber}")
                    ),
                    .. Overlaps(world.All<PersonName>(), one => (one.PersonId, "name")),
                    .. Overlaps(world.All<PersonFlag>(), one => (one.PersonId, one.Flag)),
                    .. Overlaps(
                        world.All<Leadership>(),
                        one => (one.PersonId, $"led by {one.LeaderId} {one.Feed}")
                    ),
                ];
                return overlaps.Length == 0
                    ? true
                    : throw new InvalidOperationException(string.Join("; ", overlaps));
            }
        );

    [Fact]
    public void Import_BeforeAComingRestructure_LeavesTheMovesOfWhoeverItLeavesInTheirUnit() =>
        ForAnyHistory(
            (world, coming) =>
            {
                // Later than any first day that a file names.
                var day = world.Day.AddDays(60);
                world.Restructure("Customer", "Finance", day);
                var toMove = In("Customer", world, world.Day)
                    .Intersect(In("Finance", world, day))
                    .ToList();
                world.Import(coming.File, coming.Feed);
                return !In("Customer", world, world.Day)
                    .Intersect(toMove)
                    .Intersect(In("Customer", world, day))
                    .Any();
            }
        );

    private static List<(Guid, string?, string?)> In(
        string unit,
        ImportWorld world,
        DateOnly day
    ) =>
        [
            .. world
                .Placements.Where(one => one.HoldsOn(day))
                .Where(one => one.UnitId == world.Units.Find(unit).Single())
                .Select(one => (one.PersonId, one.Feed, one.PositionNumber)),
        ];

    // What holds twice at a time, or never, in words.
    private static IEnumerable<string> Overlaps<TFact>(
        IEnumerable<TFact> facts,
        Func<TFact, (Guid Person, string What)> key
    )
        where TFact : IFact =>
        facts
            .Where(fact => fact.UnlearntAt is null)
            .GroupBy(key)
            .SelectMany(group =>
            {
                var sorted = group.OrderBy(fact => fact.HoldsFrom).ToList();
                return sorted
                    .Zip(sorted.Skip(1))
                    .Where(pair => !(pair.First.HoldsUntil <= pair.Second.HoldsFrom))
                    .Select(pair =>
                        $"{group.Key.What} until {pair.First.HoldsUntil} and from {pair.Second.HoldsFrom}"
                    )
                    .Concat(
                        sorted
                            .Where(fact => fact.HoldsUntil <= fact.HoldsFrom)
                            .Select(fact => $"{group.Key.What} never, from {fact.HoldsFrom}")
                    );
            });

    private static List<string> Preview(ImportWorld world, Coming coming) =>
        [
            .. world
                .Plan(coming.File, coming.Feed)
                .Walk(writes: null)
                .Select(one =>
                    $"{one.Outcome} {one.EmployeeNumber} {one.Unit} {one.From} {string.Join(';', one.Changes)}"
                ),
        ];

    private static HashSet<string> HereOf(ImportWorld world, string feed) =>
        [
            .. world
                .Placements.Where(one => one.UnlearntAt is null && one.Feed == feed)
                .Where(one => one.HoldsUntil is null || one.HoldsUntil > world.Day)
                .Select(one => one.EmployeeNumber!),
        ];

    private static void ForAnyHistory(Func<ImportWorld, Coming, bool> holds) =>
        Check.One(
            IsFull ? Config.QuickThrowOnFailure.WithMaxTest(2000) : Fixed,
            Prop.ForAll(
                ImportHistories.Any,
                history =>
                {
                    var world = new ImportWorld();
                    world.ByHand("By Hand", "Finance", "H1");
                    foreach (var coming in history.SkipLast(1))
                    {
                        GoOn(world, coming);
                        world.Import(coming.File, coming.Feed);
                    }

                    GoOn(world, history[^1]);
                    return holds(world, history[^1]);
                }
            )
        );

    private static void GoOn(ImportWorld world, Coming coming)
    {
        world.Day = world.Day.AddDays(coming.DaysLater);
        if (coming.MoveIn is { } days)
        {
            world.Restructure("Customer", "Finance", world.Day.AddDays(days));
        }
    }

    private static bool IsFull => Environment.GetEnvironmentVariable("SMA_FULL") == "1";

    // The same hundred histories each time; the full sweep draws others.
    private static Config Fixed =>
        Config
            .QuickThrowOnFailure.WithMaxTest(100)
            .WithReplay(
                new Replay(new Rnd(2026, 1121), Microsoft.FSharp.Core.FSharpOption<int>.None)
            );
}
