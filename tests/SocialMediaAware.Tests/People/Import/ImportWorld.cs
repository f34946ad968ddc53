using System.Text;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Import;
using SocialMediaAware.Web.Features.People.Units;

namespace SocialMediaAware.Tests.People.Import;

/// <summary>An agency whose people are facts in the memory: imports are planned and applied to it as to a database.</summary>
public sealed class ImportWorld
{
    public static readonly DateOnly FirstDay = new(2026, 11, 16);

    private readonly Guid agencyId = Guid.NewGuid();
    private readonly List<object> facts = [];
    private readonly List<Guid> changesOfFeeds = [];
    private readonly UnitFinder units;

    public ImportWorld()
    {
        var root = Unit.RootOf(agencyId);
        var customer = Unit.Of(agencyId, Now, "CUS");
        var north = Unit.Of(agencyId, Now);
        var south = Unit.Of(agencyId, Now);
        var finance = Unit.Of(agencyId, Now);
        var financeNorth = Unit.Of(agencyId, Now);
        units = new UnitFinder(
            new UnitTree(
                agencyId,
                [
                    (agencyId, "Kāinga Ora", null),
                    (customer.Id, "Customer", agencyId),
                    (north.Id, "Northern region", customer.Id),
                    (south.Id, "Southern region", customer.Id),
                    (finance.Id, "Finance", agencyId),
                    (financeNorth.Id, "Northern region", finance.Id),
                ]
            ),
            [root, customer, north, south, finance, financeNorth]
        );
    }

    public DateOnly Day { get; set; } = FirstDay;

    /// <summary>Each act comes a minute after the one before.</summary>
    public DateTimeOffset Now { get; private set; } = new(2026, 11, 15, 21, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<Placement> Placements => [.. facts.OfType<Placement>()];

    public IReadOnlyList<TFact> All<TFact>() => [.. facts.OfType<TFact>()];

    public UnitFinder Units => units;

    public void Add(object fact) => facts.Add(fact);

    public PeopleChange Change(string feed = "", PeopleChangeKind kind = PeopleChangeKind.Edited)
    {
        Now = Now.AddMinutes(1);
        var change = PeopleChange.Record(agencyId, kind, null, null, "", Now, feed);
        if (feed.Length > 0)
        {
            changesOfFeeds.Add(change.Id);
        }

        return change;
    }

    /// <summary>Somebody whom HR entered.</summary>
    public Person ByHand(string name, string unit, string? number = null, string? email = null)
    {
        var change = Change();
        var person = Person.Appear(email, Now);
        facts.AddRange([
            person,
            PersonName.Learn(person.Id, name, Day, Now, null, change),
            Placement.Learn(
                person.Id,
                units.UnitOf(units.Find(unit).Single()),
                PersonKind.Contractor,
                "Builder",
                null,
                number,
                null,
                Day,
                null,
                Now,
                null,
                change
            ),
        ]);
        return person;
    }

    /// <summary>What a file would change.</summary>
    public ImportPlan Plan(
        string file,
        string feed = "payroll",
        params (string Number, Guid Person)[] decisions
    ) =>
        new(
            PeopleFile.Read(
                new MemoryStream(Encoding.UTF8.GetBytes(file)),
                new RegionNames([new Holiday(Day, "Auckland Anniversary Day", "Auckland")])
            ),
            Known(feed),
            units,
            new ImportTerms(
                agencyId,
                feed,
                Day,
                new ImportDecisions(
                    decisions.Select(one => KeyValuePair.Create(one.Number, one.Person))
                )
            ),
            Now
        );

    /// <summary>What is wrong with a file.</summary>
    public IReadOnlyList<string> Problems(string file)
    {
        var read = PeopleFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(file)), new([]));
        _ = new ImportPlan(
            read,
            Known("payroll"),
            units,
            new ImportTerms(agencyId, "payroll", Day, new ImportDecisions()),
            Now
        );
        return
        [
            .. read.Problems.First.Select(problem =>
                $"{problem.Line} {problem.Key} {problem.Value} {problem.Detail}".TrimEnd()
            ),
        ];
    }

    /// <summary>Applies a file.</summary>
    /// <returns>The people of whom something changed.</returns>
    public IReadOnlyList<PersonPlan> Import(
        string file,
        string feed = "payroll",
        params (string Number, Guid Person)[] decisions
    )
    {
        var change = Change(feed, PeopleChangeKind.Imported);
        var plan = Plan(file, feed, decisions);
        facts.AddRange(plan.NewPeople);
        var writes = new ImportWrites(change);
        var people = plan.Walk(writes)
            .Where(person => person.Outcome is not ImportOutcome.Unchanged)
            .ToList();
        facts.AddRange(writes.Added.Values.SelectMany(rows => rows));
        foreach (var (personId, email, zone) in writes.Readdressed)
        {
            var person = facts.OfType<Person>().Single(one => one.Id == personId);
            person.TakeAddress(email);
            person.LiveIn(zone);
        }

        return people;
    }

    /// <summary>Everybody in a unit goes on in another one from a day on, as a restructure that is to come has it.</summary>
    public void Restructure(string unit, string into, DateOnly day)
    {
        var change = Change(kind: PeopleChangeKind.Restructured);
        var moves = new PlacementMoves(Placements.Where(one => one.UnlearntAt is null));
        moves.Move(units.Find(unit).Single(), units.Find(into).Single(), day);
        foreach (var (placement, becomes) in moves.Changes())
        {
            placement.Unlearn(change);
            facts.AddRange(
                becomes.Select(to => placement.In(to.UnitId, to.From, to.Until, change))
            );
        }
    }

    /// <summary>Who was where on a day, in words, as was believed at an instant; now without one.</summary>
    public IReadOnlyList<string> On(DateOnly day, DateTimeOffset? knownAt = null)
    {
        var at = knownAt ?? DateTimeOffset.MaxValue;
        IEnumerable<TFact> Held<TFact>()
            where TFact : IFact =>
            facts
                .OfType<TFact>()
                .Where(fact =>
                    fact.LearntAt <= at
                    && (fact.UnlearntAt is null || fact.UnlearntAt > at)
                    && fact.HoldsFrom <= day
                    && (fact.HoldsUntil is null || fact.HoldsUntil > day)
                );
        return
        [
            .. Held<Placement>()
                .Select(one =>
                    $"{one.EmployeeNumber} {units.WayTo(one.UnitId)} {one.Position} {one.PositionNumber} {one.Kind} {one.Feed}"
                )
                .Concat(Held<PersonName>().Select(one => one.Name))
                .Concat(Held<PersonFlag>().Select(one => one.Flag))
                .Concat(Held<Leave>().Select(one => $"away from {one.HoldsFrom}"))
                .Concat(
                    Held<Leadership>()
                        .Select(one => $"{NumberOf(one.PersonId)} led by {NumberOf(one.LeaderId)}")
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    private string? NumberOf(Guid personId) =>
        Placements.FirstOrDefault(one => one.PersonId == personId)?.EmployeeNumber;

    private KnownPeople Known(string feed)
    {
        IEnumerable<TFact> Believed<TFact>()
            where TFact : IFact => facts.OfType<TFact>().Where(fact => fact.UnlearntAt is null);
        var names = facts.OfType<PersonName>().ToList();
        return new KnownPeople
        {
            People = facts.OfType<Person>().ToDictionary(person => person.Id),
            Elsewhere = new Dictionary<string, Person>(StringComparer.OrdinalIgnoreCase),
            Names = new(Believed<PersonName>(), one => one.PersonId),
            Placements = new(Believed<Placement>(), one => one.PersonId),
            FormerNumbers =
            [
                .. Placements
                    .Where(one => one.EmployeeNumber is not null)
                    .GroupBy(one => one.PersonId)
                    .Where(group => group.All(one => one.UnlearntAt is not null))
                    .Select(group => (group.First().EmployeeNumber!, group.Key)),
            ],
            Leaderships = new(
                Believed<Leadership>().Where(one => one.Feed == feed),
                one => one.PersonId
            ),
            Flags = new(Believed<PersonFlag>(), one => one.PersonId),
            Leaves = new(Believed<Leave>().Where(one => one.Feed == feed), one => one.PersonId),
            NamesOfFeed = names
                .Where(name => changesOfFeeds.Contains(name.LearntInId ?? Guid.Empty))
                .GroupBy(name => name.PersonId)
                .ToDictionary(
                    group => group.Key,
                    group => group.OrderBy(one => one.LearntAt).ThenBy(one => one.HoldsFrom).Last()
                ),
        };
    }
}
