namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Who the person of some lines is.</summary>
/// <param name="Person">The person; a new one who is not held yet; null while that is not certain.</param>
/// <param name="IsNew">Whether they are not held yet.</param>
/// <param name="Lookalikes">Who they may be, while that is not certain.</param>
internal sealed record PersonMatch(Person? Person, bool IsNew, IReadOnlyList<Lookalike> Lookalikes)
{
    /// <summary>Whether they left before the portal knew them: they are not taken in.</summary>
    public bool IsOver { get; init; }

    /// <summary>Whether they have died: the file says nothing about them any more.</summary>
    public bool HasDied => Person?.DiedOn is not null;

    /// <summary>Whether they can be planned for.</summary>
    public bool IsCertain => Person is not null && !IsOver && !HasDied;
}

/// <summary>
/// Finds who is who: by employee number. Somebody whose number is not held but whose mail address or name is, by a person whom no
/// other line means, is for HR to decide.
/// </summary>
internal sealed class PersonMatching
{
    private readonly ImportTerms terms;
    private readonly KnownPeople known;
    private readonly DateTimeOffset at;
    private readonly Dictionary<string, List<Guid>> byNumber = new(
        StringComparer.OrdinalIgnoreCase
    );
    private readonly Dictionary<string, Guid> freeByEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Guid>> freeByName = new(StringComparer.Ordinal);

    public PersonMatching(
        ImportTerms terms,
        KnownPeople known,
        IReadOnlyList<LinesOfPerson> people,
        DateTimeOffset at
    )
    {
        (this.terms, this.known, this.at) = (terms, known, at);
        foreach (var placement in known.Placements.All)
        {
            Hold(placement.EmployeeNumber, placement.PersonId);
        }

        foreach (var (number, personId) in known.FormerNumbers)
        {
            Hold(number, personId);
        }

        FindTheFree(people);
    }

    private void Hold(string? number, Guid personId)
    {
        if (number is null || known.Find(personId) is not { } person)
        {
            return;
        }

        if (!byNumber.TryGetValue(number, out var ids))
        {
            byNumber[number] = ids = new List<Guid>(1);
        }

        if (!ids.Contains(person.Id))
        {
            ids.Add(person.Id);
        }
    }

    /// <summary>Finds who it is.</summary>
    public PersonMatch Find(LinesOfPerson lines)
    {
        if (terms.Decisions.Of(lines.EmployeeNumber) is { } decided)
        {
            return decided == ImportDecisions.SomebodyNew ? New(lines) : Known(decided);
        }

        var held = byNumber.GetValueOrDefault(lines.EmployeeNumber, []);
        if (held.Count > 1)
        {
            var here = held.Where(IsHere).ToList();
            return here.Count == 1
                ? Known(here[0])
                : new(null, IsNew: false, [.. held.Select(id => Looks(id, "Number"))]);
        }

        if (held.Count == 1)
        {
            return Known(held[0]);
        }

        var lookalikes = LookalikesOf(lines).ToList();
        return lookalikes.Count > 0 ? new(null, IsNew: false, lookalikes) : New(lines);
    }

    private PersonMatch New(LinesOfPerson lines)
    {
        var person = Person.Appear(lines.First.Email, at);
        if (lines.First.TimeZone is { } zone)
        {
            person.LiveIn(zone);
        }

        var isOver = lines.Lines.All(line =>
            PositionPlanning.IsOver(line, line.From ?? line.StartsOn ?? terms.Day, terms.Day)
        );
        return new(person, IsNew: true, []) { IsOver = isOver };
    }

    private PersonMatch Known(Guid personId) => new(known.Find(personId), IsNew: false, []);

    private bool IsHere(Guid personId) =>
        KnownPeople.Tail(known.Placements.Of(personId), terms.Day).Any();

    // The people whom no line means by their number, and who could therefore be somebody with a new one.
    private void FindTheFree(IReadOnlyList<LinesOfPerson> people)
    {
        var meant = people
            .SelectMany(lines => byNumber.GetValueOrDefault(lines.EmployeeNumber, []))
            .Concat(terms.Decisions.All.Values)
            .ToHashSet();
        foreach (var person in known.People.Values)
        {
            if (
                meant.Contains(person.Id)
                || person.MergedIntoId is not null
                || person.DiedOn is not null
            )
            {
                continue;
            }

            if (person.Email is { } email)
            {
                freeByEmail.TryAdd(email, person.Id);
            }

            if (CurrentName(person.Id) is { } name)
            {
                var words = SearchWords.Of(name.Name);
                if (!freeByName.TryGetValue(words, out var ids))
                {
                    freeByName[words] = ids = [];
                }

                ids.Add(person.Id);
            }
        }
    }

    private IEnumerable<Lookalike> LookalikesOf(LinesOfPerson lines)
    {
        var told = new HashSet<Guid>();
        if (lines.First.Email is { } email)
        {
            if (freeByEmail.TryGetValue(email, out var sameMail) && told.Add(sameMail))
            {
                yield return Looks(sameMail, "Mail");
            }
            else if (known.Elsewhere.TryGetValue(email, out var elsewhere))
            {
                yield return new Lookalike(elsewhere.Id, "", "", "Elsewhere");
            }
        }

        if (freeByName.Count > 0)
        {
            foreach (
                var sameName in freeByName
                    .GetValueOrDefault(SearchWords.Of(lines.First.Name), [])
                    .Where(told.Add)
            )
            {
                yield return Looks(sameName, "Name");
            }
        }
    }

    private Lookalike Looks(Guid personId, string why) =>
        new(
            personId,
            CurrentName(personId)?.Name ?? "",
            known
                .Placements.Of(personId)
                .OrderBy(placement => placement.HoldsFrom)
                .LastOrDefault(placement => placement.EmployeeNumber is not null)
                ?.EmployeeNumber
                ?? "",
            why
        );

    private PersonName? CurrentName(Guid personId) =>
        known.Names.Of(personId).MaxBy(name => name.HoldsFrom);
}
