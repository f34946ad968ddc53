using FsCheck;
using FsCheck.Fluent;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.Data;

/// <summary>Edits of facts: what was known on a day never changes afterwards, whatever is edited later.</summary>
public sealed class FactEditsTests
{
    private static readonly DateOnly Monday = new(2026, 11, 2);
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly Unit Somewhere = Unit.RootOf(Guid.CreateVersion7(Start));
    private static readonly Guid PersonId = Guid.CreateVersion7(Start);

    [Theory]
    [InlineData(0, null, 5, 5)]
    [InlineData(0, 10, 5, 5)]
    [InlineData(0, 5, 5, null)]
    [InlineData(0, 3, 5, null)]
    public void End_OfAFact_KeepsWhatStoodBefore(int from, int? until, int day, int? endsOn)
    {
        var fact = Learn(from, until, Act(0));
        var left = fact.EndOn(Monday.AddDays(day), Act(1));
        Assert.Equal(endsOn is { } end ? Monday.AddDays(end) : null, left?.HoldsUntil);
        Assert.Equal(endsOn is null, fact.UnlearntAt is null);
    }

    [Fact]
    public void End_OnItsFirstDay_LeavesNothing()
    {
        var fact = Learn(0, null, Act(0));
        Assert.Null(fact.EndOn(Monday, Act(1)));
        Assert.NotNull(fact.UnlearntAt);
    }

    [Fact]
    public void Edit_OfAFact_NamesWhoSaidSo()
    {
        var (first, second) = (Act(0), Act(1));
        var fact = Learn(0, null, first);
        var left = fact.EndOn(Monday.AddDays(3), second)!;
        Assert.Equal((first.Id, second.Id), (fact.LearntInId, fact.UnlearntInId));
        Assert.Equal((second.Id, null), (left.LearntInId, left.UnlearntInId));
        fact.Unlearn(Act(2));
        Assert.Equal(second.Id, fact.UnlearntInId);
    }

    [Fact]
    public void Except_InTheMiddle_LeavesBothSides()
    {
        var left = Learn(0, 20, Act(0)).Except(Monday.AddDays(5), Monday.AddDays(8), Act(1));
        Assert.Equal(
            [(Monday, Monday.AddDays(5)), (Monday.AddDays(8), Monday.AddDays(20))],
            left.Select(part => (part.HoldsFrom, part.HoldsUntil!.Value))
        );
    }

    [Fact]
    public void Facts_WhateverIsEditedLater_SayTheSameOfEachInstantBefore() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed =>
                {
                    var random = new System.Random(seed);
                    var facts = new List<Placement>();
                    var known = new List<(DateTimeOffset At, string Days)>();
                    for (var step = 0; step < 12; step++)
                    {
                        Edit(facts, random, Act(step));
                        known.Add((At(step), DaysKnownAt(facts, At(step))));
                    }

                    return known.TrueForAll(one => DaysKnownAt(facts, one.At) == one.Days);
                }
            )
        );

    [Fact]
    public void Facts_WhenATimeIsTakenOut_HoldOnAllOtherDaysAsBefore() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed =>
                {
                    var random = new System.Random(seed);
                    var from = random.Next(0, 20);
                    int? until = random.Next(3) == 0 ? null : from + random.Next(1, 20);
                    var gap = random.Next(0, 40);
                    int? back = random.Next(3) == 0 ? null : gap + random.Next(1, 10);
                    var fact = Learn(from, until, Act(0));
                    Placement[] after =
                    [
                        fact,
                        .. fact.Except(
                            Monday.AddDays(gap),
                            back is { } day ? Monday.AddDays(day) : null,
                            Act(1)
                        ),
                    ];
                    return Enumerable
                        .Range(-2, 60)
                        .All(day =>
                            after.Count(one => one.HoldsOn(Monday.AddDays(day)))
                            == (
                                day >= from
                                && (until is null || day < until)
                                && !(day >= gap && (back is null || day < back))
                                    ? 1
                                    : 0
                            )
                        );
                }
            )
        );

    // Moved, ended, taken out in the middle, entered anew: also several times on the same day.
    private static void Edit(List<Placement> facts, System.Random random, PeopleChange act)
    {
        var day = random.Next(0, 30);
        var believed = facts.Where(fact => fact.UnlearntAt is null).ToList();
        if (believed.Count == 0 || random.Next(4) == 0)
        {
            facts.Add(Learn(day, random.Next(2) == 0 ? null : day + random.Next(1, 9), act));
            return;
        }

        var fact = believed[random.Next(believed.Count)];
        if (random.Next(2) == 0)
        {
            if (fact.EndOn(Monday.AddDays(day), act) is { } left)
            {
                facts.Add(left);
            }
        }
        else
        {
            facts.AddRange(
                fact.Except(
                    Monday.AddDays(day),
                    random.Next(2) == 0 ? null : Monday.AddDays(day + random.Next(1, 9)),
                    act
                )
            );
        }
    }

    private static string DaysKnownAt(List<Placement> facts, DateTimeOffset at) =>
        string.Concat(
            Enumerable
                .Range(-1, 45)
                .Select(day =>
                    facts.Count(fact =>
                        fact.LearntAt <= at
                        && (fact.UnlearntAt is null || fact.UnlearntAt > at)
                        && fact.HoldsFrom <= Monday.AddDays(day)
                        && (fact.HoldsUntil is null || fact.HoldsUntil > Monday.AddDays(day))
                    )
                )
        );

    private static DateTimeOffset At(int step) => Start.AddHours(step);

    private static PeopleChange Act(int step) =>
        PeopleChange.Record(
            Somewhere.AgencyId,
            PeopleChangeKind.Edited,
            PersonId,
            byAccountId: null,
            "A new team",
            At(step)
        );

    private static Placement Learn(int from, int? until, PeopleChange act) =>
        Placement.Learn(
            PersonId,
            Somewhere,
            PersonKind.Employee,
            "Adviser",
            region: null,
            employeeNumber: null,
            feed: null,
            Monday.AddDays(from),
            until is { } end ? Monday.AddDays(end) : null,
            act.At,
            change: act
        );
}
