using FsCheck;
using FsCheck.Fluent;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Leaders;

namespace SocialMediaAware.Tests.People.Relief;

public sealed class LeaderChainTests
{
    private static readonly Guid Aroha = Id(1);
    private static readonly Guid Ben = Id(2);
    private static readonly Guid Cath = Id(3);
    private static readonly Guid Dina = Id(4);
    private static readonly Guid Eru = Id(5);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static LeadersOnDay Day(
        Guid[]? gone = null,
        Guid[]? away = null,
        (Guid Person, Guid Leader)[]? above = null,
        params StandingIn[] standIns
    ) =>
        new(
            (gone ?? []).ToHashSet(),
            (away ?? []).ToHashSet(),
            (above ?? []).ToLookup(one => one.Person, one => one.Leader),
            standIns
        );

    private static Guid[] Leaders(LeadersOnDay day, params Guid[] direct) =>
        [.. new LeaderChain(day).LeadersOf(Aroha, direct).Select(one => one.PersonId).Distinct()];

    [Fact]
    public void Leaders_WhenThereAreSeveral_AllCount() =>
        Assert.Equal([Ben, Cath], Leaders(Day(), Ben, Cath));

    [Fact]
    public void Leader_WithSomebodyActing_CountsWithThem()
    {
        var day = Day(
            away: [Ben],
            above: [(Ben, Dina)],
            standIns: new StandingIn(Ben, Cath, StandInKind.Acting)
        );

        Assert.Equal([Ben, Cath], Leaders(day, Ben));
        Assert.Equal(LeaderPart.Acts, new LeaderChain(day).PeopleOf(Cath).Leaders[Ben]);
        Assert.Empty(new LeaderChain(day).PeopleOf(Dina).Leaders.Keys.Except([Dina]));
    }

    [Fact]
    public void Leader_WhenAwayWithNobodyActing_IsJoinedByTheNextOneUp() =>
        Assert.Equal([Ben, Dina], Leaders(Day(away: [Ben], above: [(Ben, Dina)]), Ben));

    [Fact]
    public void Leader_WhenGone_IsReplacedByTheNextOneUpWhoIsHere() =>
        Assert.Equal(
            [Dina],
            Leaders(Day(gone: [Ben, Cath], above: [(Ben, Cath), (Cath, Dina)]), Ben)
        );

    [Fact]
    public void Leader_WhenGoneWithSomebodyActing_IsReplacedByThemAlone() =>
        Assert.Equal(
            [Cath],
            Leaders(
                Day(
                    gone: [Ben],
                    above: [(Ben, Dina)],
                    standIns: new StandingIn(Ben, Cath, StandInKind.Acting)
                ),
                Ben
            )
        );

    [Fact]
    public void Leader_WhenTheOneActingIsAwayToo_IsJoinedByTheNextOneUp() =>
        Assert.Equal(
            [Ben, Dina, Cath],
            Leaders(
                Day(
                    away: [Ben, Cath],
                    above: [(Ben, Dina)],
                    standIns: new StandingIn(Ben, Cath, StandInKind.Acting)
                ),
                Ben
            )
        );

    [Fact]
    public void Leaders_WhenTheyGoRoundInACircle_EndSomewhere() =>
        Assert.Empty(Leaders(Day(gone: [Ben, Cath], above: [(Ben, Cath), (Cath, Ben)]), Ben));

    [Fact]
    public void Leader_WhoActsForTheirOwn_IsLedByTheNextOneUp()
    {
        var day = Day(
            gone: [Ben],
            above: [(Ben, Dina)],
            standIns: new StandingIn(Ben, Aroha, StandInKind.Acting)
        );

        Assert.Equal([Dina], Leaders(day, Ben));
        Assert.Contains((Ben, Aroha), new LeaderChain(day).PeopleOf(Dina).Acting.Keys);
        Assert.Equal(LeaderPart.Leads, new LeaderChain(day).PeopleOf(Dina).PartFor(Aroha, [Ben]));
        Assert.Null(new LeaderChain(day).PeopleOf(Dina).PartFor(Eru, [Ben]));
    }

    [Fact]
    public void Assistant_OfALeader_CountsAsAnAssistantUntilTheLeaderIsGone()
    {
        var assists = new StandingIn(Ben, Cath, StandInKind.Assistant);

        Assert.Equal(
            LeaderPart.Assists,
            new LeaderChain(Day(standIns: assists)).PeopleOf(Cath).Leaders[Ben]
        );
        Assert.Empty(
            new LeaderChain(Day(gone: [Ben], standIns: assists))
                .PeopleOf(Cath)
                .Leaders.Keys.Except([Cath])
        );
    }

    [Fact]
    public void PeopleOf_WhateverTheOrganisation_SaysTheSameAsLeadersOf() =>
        Prop.ForAll(
                Organisations().ToArbitrary(),
                organisation =>
                {
                    var chain = new LeaderChain(organisation.Day);
                    var people = Enumerable.Range(1, 7).Select(Id).ToList();
                    return people.TrueForAll(person =>
                    {
                        var direct = organisation.Direct[person].ToList();
                        var up = chain.LeadersOf(person, direct);
                        return people
                            .Where(leader => leader != person)
                            .All(leader =>
                                up.Where(one => one.PersonId == leader)
                                    .Select(one => (LeaderPart?)one.Part)
                                    .Min()
                                    is var part
                                && (part is null)
                                    == (chain.PeopleOf(leader).PartFor(person, direct) is null)
                                && (part == LeaderPart.Assists)
                                    == (
                                        chain.PeopleOf(leader).PartFor(person, direct)
                                        == LeaderPart.Assists
                                    )
                            );
                    });
                }
            )
            .QuickCheckThrowOnFailure();

    private static Gen<(LeadersOnDay Day, ILookup<Guid, Guid> Direct)> Organisations()
    {
        var somebody = Gen.Choose(1, 7).Select(Id);
        var pair = from one in somebody from other in somebody select (one, other);
        return from led in pair.ListOf()
            from gone in somebody.ListOf()
            from away in somebody.ListOf()
            from standIns in pair.ListOf()
            from kinds in Gen.Elements(StandInKind.Acting, StandInKind.Assistant).ListOf(20)
            let leads = led.Where(one => one.one != one.other)
                .Distinct()
                .ToLookup(one => one.one, one => one.other)
            select (
                new LeadersOnDay(
                    gone.Take(3).ToHashSet(),
                    away.Take(3).ToHashSet(),
                    leads,
                    [
                        .. standIns
                            .Where(one => one.one != one.other && !gone.Take(3).Contains(one.other))
                            .Take(5)
                            .Select(
                                (one, index) => new StandingIn(one.one, one.other, kinds[index])
                            ),
                    ]
                ),
                leads
            );
    }
}
