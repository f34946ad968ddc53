namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>How many people an import does what with.</summary>
public sealed class ImportTotals
{
    private readonly int[] counts = new int[Enum.GetValues<ImportOutcome>().Length];

    /// <summary>People whom the file names.</summary>
    public int InFile { get; set; }

    /// <summary>People whom the feed has placed until now.</summary>
    public int OfFeed { get; set; }

    /// <summary>How many have an outcome.</summary>
    public int this[ImportOutcome outcome] => counts[(int)outcome];

    /// <summary>Whether nothing would change.</summary>
    public bool IsNothing =>
        counts.Sum() == this[ImportOutcome.Unchanged] && this[ImportOutcome.Conflict] == 0;

    /// <summary>
    /// Whether so many would end that somebody must say the number: more than a tenth of the feed's people, and more than five. A
    /// file that was cut short looks like that.
    /// </summary>
    public bool NeedsTheNumber =>
        this[ImportOutcome.Ended] > 5 && this[ImportOutcome.Ended] * 10 > OfFeed;

    /// <summary>Counts one.</summary>
    public void Add(ImportOutcome outcome) => counts[(int)outcome]++;
}

/// <summary>
/// What a file would change of what is held: a pure function of the file, the facts, the day, and what HR decided. The order of the
/// lines does not matter, and a file that was applied changes nothing when it comes again.
/// </summary>
public sealed class ImportPlan
{
    private readonly PeopleFile file;
    private readonly KnownPeople known;
    private readonly UnitFinder units;
    private readonly ImportTerms terms;
    private readonly IReadOnlyList<LinesOfPerson> people;
    private readonly List<ImportProblem> notes = [];
    private readonly PersonMatch[] matches;
    private readonly Dictionary<string, Guid?> byNumber;
    private Dictionary<string, Guid>? held;

    /// <summary>Plans.</summary>
    /// <param name="file">The file. What is wrong with it as a whole is added to its problems.</param>
    /// <param name="known">What is held.</param>
    /// <param name="units">The units.</param>
    /// <param name="terms">What the import goes by.</param>
    /// <param name="at">When (UTC): who is new appears then.</param>
    public ImportPlan(
        PeopleFile file,
        KnownPeople known,
        UnitFinder units,
        ImportTerms terms,
        DateTimeOffset at
    )
    {
        (this.file, this.known, this.units, this.terms) = (file, known, units, terms);
        people = LinesOfPerson.Group(file.Lines);
        new FileChecks(file, people, units).Run();
        new LeaderChecks(people, known, file.Problems).Run();
        var matching = new PersonMatching(terms, known, people, at);
        matches = [.. people.Select(matching.Find)];
        byNumber = new(people.Count, StringComparer.OrdinalIgnoreCase);
        for (var which = 0; which < people.Count; which++)
        {
            byNumber[people[which].EmployeeNumber] = matches[which].IsCertain
                ? matches[which].Person!.Id
                : null;
        }
    }

    /// <summary>What HR should know of, and what keeps nothing from being applied.</summary>
    public IReadOnlyList<ImportProblem> Notes => notes;

    /// <summary>Who is not held yet and is taken in. They must be saved before anything that names them.</summary>
    public IEnumerable<Person> NewPeople =>
        matches
            .Where(match => match is { IsNew: true, IsOver: false })
            .Select(match => match.Person!);

    /// <summary>How many people it does what with; right once <see cref="Walk" /> was walked to its end.</summary>
    public ImportTotals Totals { get; private set; } = new();

    /// <summary>Goes through everybody: those whom the file names by number, then those whom it does not name any more.</summary>
    /// <param name="writes">Takes the facts; null for a preview.</param>
    public IEnumerable<PersonPlan> Walk(ImportWrites? writes)
    {
        notes.Clear();
        Totals = new ImportTotals { InFile = people.Count };
        var planning = new PersonPlanning(file, known, units, terms);
        for (var which = 0; which < people.Count; which++)
        {
            if (PlanOne(planning, people[which], matches[which], writes) is { } plan)
            {
                Totals.Add(plan.Outcome);
                yield return plan;
            }
        }

        var named = matches.Select(match => match.Person?.Id).OfType<Guid>().ToHashSet();
        var ofFeed = OfFeed();
        Totals.OfFeed = ofFeed.Count;
        foreach (var (_, person) in ofFeed.Where(one => !named.Contains(one.Person.Id)))
        {
            Totals.Add(ImportOutcome.Ended);
            yield return planning.PlanMissing(person, writes);
        }
    }

    private PersonPlan? PlanOne(
        PersonPlanning planning,
        LinesOfPerson lines,
        PersonMatch match,
        ImportWrites? writes
    )
    {
        if (match.Lookalikes.Count > 0 || match.Person is null)
        {
            return new PersonPlan(
                ImportOutcome.Conflict,
                lines.First.Line,
                lines.EmployeeNumber,
                lines.First.Name,
                units.NameOf(units.Find(lines.Lines[0].Unit)[0]),
                From: null
            )
            {
                Lookalikes = match.Lookalikes,
            };
        }

        if (!match.IsCertain)
        {
            Note(match.HasDied ? "HasDied" : "LeftBeforeKnown", lines.First, lines.EmployeeNumber);
            return null;
        }

        return planning.Plan(lines, match, [.. LeadersOf(lines)], writes);
    }

    private IEnumerable<(Guid Id, string Number)> LeadersOf(LinesOfPerson lines)
    {
        foreach (var number in lines.Leaders)
        {
            var leader = byNumber.TryGetValue(number, out var named) ? named : HeldByNumber(number);
            if (leader is { } id)
            {
                yield return (id, number);
            }
            else
            {
                Note("LeaderLeft", lines.First, number);
            }
        }
    }

    // Somebody whom another feed or HR holds can lead too.
    private Guid? HeldByNumber(string number)
    {
        held ??= KnownPeople
            .Tail(known.Placements.All, terms.Day)
            .Where(placement => placement.EmployeeNumber is not null)
            .Where(placement => placement.Feed != terms.Feed)
            .GroupBy(placement => placement.EmployeeNumber!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                group => group.Key,
                group => group.First().PersonId,
                StringComparer.OrdinalIgnoreCase
            );
        return held.TryGetValue(number, out var id) ? known.Find(id)?.Id : null;
    }

    private List<(string Number, Person Person)> OfFeed() =>
        [
            .. KnownPeople
                .Tail(known.Placements.All, terms.Day)
                .Where(placement => placement.Feed == terms.Feed)
                .DistinctBy(placement => placement.PersonId)
                .Select(placement =>
                    (placement.EmployeeNumber ?? "", known.People[placement.PersonId])
                )
                .OrderBy(one => one.Item1, StringComparer.OrdinalIgnoreCase)
                .ThenBy(one => one.Item2.Id),
        ];

    private void Note(string key, PeopleLine line, string value)
    {
        if (notes.Count < ImportProblems.Kept)
        {
            notes.Add(
                new ImportProblem(key, line.Line, PeopleColumn.EmployeeNumber.NameOf(), value)
            );
        }
    }
}
