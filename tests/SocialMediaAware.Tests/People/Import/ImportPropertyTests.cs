using FsCheck;
using FsCheck.Fluent;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Import;

namespace SocialMediaAware.Tests.People.Import;

/// <summary>What holds of imports whatever happened before.</summary>
public sealed class ImportPropertyTests
{
    private const string Header =
        "employee_number,name,unit,position,position_number,kind,start_date,end_date,leader_employee_number,flags,leave_from,leave_until,from\n";

    /// <summary>A file that came on a day: the days since the one before, the feed, and its lines.</summary>
    public sealed record Coming(int DaysLater, string Feed, IReadOnlyList<string> Lines)
    {
        public string File => Header + string.Concat(Lines);
    }

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
                return IsFreeOfOverlap(
                        world.Placements.Where(one => one.Feed is not null),
                        one => (one.PersonId, one.Feed + one.PositionNumber)
                    )
                    && IsFreeOfOverlap(world.All<PersonName>(), one => (one.PersonId, ""))
                    && IsFreeOfOverlap(world.All<PersonFlag>(), one => (one.PersonId, one.Flag))
                    && IsFreeOfOverlap(
                        world.All<Leadership>(),
                        one => (one.PersonId, one.LeaderId.ToString() + one.Feed)
                    );
            }
        );

    private static bool IsFreeOfOverlap<TFact>(
        IEnumerable<TFact> facts,
        Func<TFact, (Guid, string)> key
    )
        where TFact : IFact =>
        facts
            .Where(fact => fact.UnlearntAt is null)
            .GroupBy(key)
            .All(group =>
            {
                var sorted = group.OrderBy(fact => fact.HoldsFrom).ToList();
                return sorted
                        .Zip(sorted.Skip(1))
                        .All(pair => pair.First.HoldsUntil <= pair.Second.HoldsFrom)
                    && sorted.TrueForAll(fact =>
                        fact.HoldsUntil is null || fact.HoldsUntil > fact.HoldsFrom
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
                Histories.ToArbitrary(),
                history =>
                {
                    var world = new ImportWorld();
                    world.ByHand("By Hand", "Finance", "H1");
                    foreach (var coming in history.SkipLast(1))
                    {
                        world.Day = world.Day.AddDays(coming.DaysLater);
                        world.Import(coming.File, coming.Feed);
                    }

                    world.Day = world.Day.AddDays(history[^1].DaysLater);
                    return holds(world, history[^1]);
                }
            )
        );

    private static bool IsFull => Environment.GetEnvironmentVariable("SMA_FULL") == "1";

    // The same hundred histories each time; the full sweep draws others.
    private static Config Fixed =>
        Config
            .QuickThrowOnFailure.WithMaxTest(100)
            .WithReplay(
                new Replay(new Rnd(2026, 1121), Microsoft.FSharp.Core.FSharpOption<int>.None)
            );

    private static Gen<List<Coming>> Histories =>
        from count in Gen.Choose(1, 5)
        from comings in Comings.ListOf(count)
        select comings.ToList();

    private static Gen<Coming> Comings =>
        from later in Gen.Elements(0, 0, 1, 7, 30)
        from feed in Gen.Elements("payroll", "payroll", "volunteers")
        from fromDay in Gen.Elements("", "", "2026-11-01", "2026-11-25")
        from lines in LinesOf(fromDay).ListOf(8)
        select new Coming(
            later,
            feed,
            [
                .. lines
                    .DistinctBy(line => (line.Number, line.Position))
                    .Where(line => line.IsThere)
                    .Append(new Line("Z", "", "Customer", "Z", "Z", "", true))
                    .Select(line => line.Text),
            ]
        );

    private sealed record Line(
        string Number,
        string Position,
        string Unit,
        string Title,
        string Name,
        string Rest,
        bool IsThere
    )
    {
        public string Text =>
            $"{Number},{Name},{Unit},{Title},{Position},{(Rest.Length == 0 ? ",,,,,,," : Rest)}\n";
    }

    // What hangs on the person depends on their number alone within one file, so that two lines of one person agree.
    private static Gen<Line> LinesOf(string fromDay) =>
        from number in Gen.Elements("1", "2", "3", "4", "H1")
        from position in Gen.Elements("", "P1", "P2")
        from unit in Gen.Elements("Customer", "Finance", "Southern region")
        from title in Gen.Elements("Adviser", "Head")
        from kind in Gen.Elements("employee", "contractor")
        from start in Gen.Elements("", "2026-10-01", "2026-11-20", "2026-12-15")
        from end in Gen.Elements("", "", "2026-11-18", "2026-12-20", "2027-02-01")
        from leader in Gen.Elements("", "Z")
        from flags in Gen.Elements("", "candidates", "candidates;spokespeople")
        from isThere in Gen.Elements(true, true, false)
        let begins = fromDay.Length > 0 && string.CompareOrdinal(start, fromDay) > 0 ? "" : start
        let ends = end.Length > 0
        && (string.CompareOrdinal(end, begins) < 0 || string.CompareOrdinal(end, fromDay) < 0)
            ? ""
            : end
        select new Line(
            number,
            position,
            unit,
            title,
            $"Person {number}",
            $"{kind},{begins},{ends},{leader},{flags},,,{fromDay}",
            isThere
        );
}
