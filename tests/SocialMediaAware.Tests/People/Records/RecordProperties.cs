using FsCheck;
using FsCheck.Fluent;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Records;

namespace SocialMediaAware.Tests.People.Records;

/// <summary>Over random edits: what was known on a day never changes afterwards.</summary>
public sealed class RecordProperties
{
    private static readonly DateOnly Start = new(2026, 8, 1);
    private static readonly DateTimeOffset FirstAt = new(2026, 8, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid AgencyId = Guid.NewGuid();
    private static readonly Guid PersonId = Guid.NewGuid();

    private static readonly Unit[] Units =
    [
        Unit.RootOf(AgencyId),
        Unit.Of(AgencyId, FirstAt),
        Unit.Of(AgencyId, FirstAt),
    ];

    [Fact]
    public void Record_AfterRandomEdits_SaysOfEachEarlierInstantWhatItSaidThen() =>
        Check(edits =>
        {
            var record = new History();
            var seen = new List<(DateTimeOffset At, string Said)>();
            foreach (var edit in edits)
            {
                record.Do(edit);
                seen.Add((record.Now, record.Said(record.Now)));
            }

            return seen.TrueForAll(one => record.Said(one.At) == one.Said);
        });

    [Fact]
    public void Record_AfterRandomEdits_HoldsNoEmptySpanAndOneNameADay() =>
        Check(edits =>
        {
            var record = new History();
            foreach (var edit in edits)
            {
                record.Do(edit);
            }

            return record.Placements.TrueForAll(one =>
                    one.HoldsUntil is null || one.HoldsFrom < one.HoldsUntil
                )
                && Days.All(day => record.Names.Count(one => one.HoldsOn(day)) <= 1)
                && record.Names.Exists(one => one.HoldsOn(Start.AddDays(200)));
        });

    private static IEnumerable<DateOnly> Days =>
        Enumerable.Range(-5, 70).Select(number => Start.AddDays(number));

    private static void Check(Func<Edit[], bool> property)
    {
        var edit =
            from kind in Gen.Choose(0, 5)
            from which in Gen.Choose(0, 3)
            from unit in Gen.Choose(0, Units.Length - 1)
            from day in Gen.Choose(0, 40)
            from days in Gen.Choose(0, 20)
            from later in Gen.Choose(0, 2)
            select new Edit(kind, which, unit, Start.AddDays(day), days, later);
        Prop.ForAll(Arb.From(edit.ArrayOf()), property)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    private sealed record Edit(
        int Kind,
        int Which,
        int Unit,
        DateOnly Day,
        int Days,
        int HoursLater
    );

    /// <summary>A person's record to which HR does one thing after the other, several of them at the same instant too.</summary>
    private sealed class History
    {
        public List<Placement> Placements { get; } = [];

        public List<PersonName> Names { get; } =
        [PersonName.Learn(PersonId, "First", Start, FirstAt)];

        public DateTimeOffset Now { get; private set; } = FirstAt;

        public void Do(Edit edit)
        {
            // An act is a moment later at least: two acts of one person never share theirs.
            Now = Now.AddHours(edit.HoursLater).AddMilliseconds(1);
            var change = PeopleChange.Record(
                AgencyId,
                PeopleChangeKind.Edited,
                PersonId,
                null,
                "Random",
                Now
            );
            var believed = Placements.Where(one => one.UnlearntAt is null).ToList();
            var old = believed.Count == 0 ? null : believed[edit.Which % believed.Count];
            var wish = new PlacementWish(
                Units[edit.Unit],
                PersonKind.Employee,
                "Adviser",
                null,
                null,
                new PlacementDetails()
            );
            switch (edit.Kind)
            {
                case 0:
                    Names.AddRange(
                        NameEdits.Change(
                            [.. Names.Where(one => one.UnlearntAt is null)],
                            PersonId,
                            $"Name {edit.Unit}",
                            null,
                            edit.Day,
                            change
                        )
                    );
                    break;
                case 1 when old is not null && old.HoldsFrom <= edit.Day:
                    Placements.AddRange(
                        PlacementEdits.Move(
                            old,
                            wish,
                            edit.Day,
                            edit.Days == 0 ? null : edit.Day.AddDays(edit.Days),
                            (OldPosition)(edit.Which % 3),
                            change
                        )
                    );
                    break;
                case 2 when old is not null:
                    Placements.Add(
                        PlacementEdits.Correct(
                            old,
                            edit.Day,
                            edit.Day.AddDays(edit.Days + 1),
                            change
                        )
                    );
                    break;
                case 3:
                    var facts = new AgencyFacts(believed, [], []);
                    Placements.AddRange(facts.EndOn(edit.Day, change).OfType<Placement>());
                    break;
                case 4 when Placements.LastOrDefault()?.UnlearntInId is { } ending:
                    var all = new AgencyFacts([.. Placements], [], []);
                    Placements.AddRange(all.Restore(ending, change).OfType<Placement>());
                    break;
                default:
                    Placements.Add(
                        PlacementEdits.Learn(PersonId, wish, null, edit.Day, null, change)
                    );
                    break;
            }
        }

        /// <summary>All that the record says of every day, as it was known at an instant.</summary>
        public string Said(DateTimeOffset at) =>
            string.Join(
                '\n',
                Days.Select(day =>
                    string.Join(
                        ';',
                        Known(Placements, day, at)
                            .Select(one =>
                                $"{one.UnitId} {one.IsSecondment} {one.HoldsFrom} {one.HoldsUntil}"
                            )
                            .Concat(Known(Names, day, at).Select(one => one.Name))
                            .Order(StringComparer.Ordinal)
                    )
                )
            );

        // Said plainly, beside the question that the database is asked.
        private static IEnumerable<TFact> Known<TFact>(
            IEnumerable<TFact> facts,
            DateOnly day,
            DateTimeOffset at
        )
            where TFact : IFact =>
            facts.Where(fact =>
                fact.LearntAt <= at
                && (fact.UnlearntAt is null || fact.UnlearntAt > at)
                && fact.HoldsFrom <= day
                && (fact.HoldsUntil is null || fact.HoldsUntil > day)
            );
    }
}
