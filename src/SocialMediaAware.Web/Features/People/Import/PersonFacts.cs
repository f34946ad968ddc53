namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Brings what hangs on a person, not on a position, to what the file says: name, address, zone, leaders, flags, leave.</summary>
internal sealed class PersonFacts(PeopleFile file, KnownPeople known, ImportTerms terms)
{
    private const string UsualZone = "Pacific/Auckland";

    /// <summary>Plans it.</summary>
    public void Plan(
        LinesOfPerson lines,
        bool isNew,
        bool wasHere,
        IReadOnlyList<(Guid Id, string Number)> leaders,
        PersonDraft draft
    )
    {
        var from =
            isNew ? draft.BeginsOn ?? terms.Day
            : lines.Lines.Count == 1 ? lines.First.From ?? terms.Day
            : terms.Day;
        PlanName(lines.First, isNew, from, draft);
        if (!isNew)
        {
            PlanAddress(lines.First, draft);
        }

        // Of somebody who comes, or comes back, from their first day on; of others from today. What is no more said ends today.
        var begins =
            isNew ? from
            : !wasHere && draft.BeginsOn > terms.Day ? draft.BeginsOn.Value
            : terms.Day;
        if (file.Has(PeopleColumn.LeaderEmployeeNumber))
        {
            PlanLeaders(leaders, begins, draft);
        }

        if (file.Has(PeopleColumn.Flags))
        {
            PlanFlags([.. lines.Flags], begins, draft);
        }

        if (file.Has(PeopleColumn.LeaveFrom))
        {
            PlanLeave(lines.First.LeaveFrom, lines.First.LeaveBefore, draft);
        }
    }

    /// <summary>Ends what the feed said about somebody who is no more in it.</summary>
    public void End(PersonDraft draft)
    {
        var day = draft.From ?? terms.Day;
        foreach (var one in OwnTail(known.Leaderships, draft, fact => fact.Feed))
        {
            draft.Writes?.End(one, one.Id, day);
        }

        foreach (var one in OwnTail(known.Flags, draft, fact => fact.Feed))
        {
            draft.Writes?.End(one, one.Id, day);
        }

        foreach (var one in OwnTail(known.Leaves, draft, fact => fact.Feed))
        {
            draft.Writes?.End(one, one.Id, day);
        }
    }

    private void PlanName(PeopleLine line, bool isNew, DateOnly from, PersonDraft draft)
    {
        var personId = draft.Person.Id;
        var tail = KnownPeople.Tail(known.Names.Of(personId), from).ToList();
        var held = tail.MaxBy(name => name.HoldsFrom);
        var official = file.Has(PeopleColumn.OfficialName)
            ? OtherThan(line.Name, line.OfficialName)
            : held?.OfficialName;
        bool IsSaid(PersonName? name) =>
            name is not null && name.Name == line.Name && name.OfficialName == official;
        if (IsSaid(held) || IsSaid(known.NamesOfFeed.GetValueOrDefault(personId)))
        {
            return;
        }

        if (!isNew)
        {
            draft.Tell(PeopleColumn.Name, held?.Name ?? "", line.Name);
            draft.Tell(PeopleColumn.OfficialName, held?.OfficialName ?? "", official ?? "");
        }

        if (draft.Writes is { } writes)
        {
            foreach (var name in tail)
            {
                writes.End(name, name.Id, from);
            }

            writes.Add(
                PersonName.Learn(
                    personId,
                    line.Name,
                    from,
                    writes.Change.At,
                    official,
                    writes.Change
                )
            );
        }
    }

    private static string? OtherThan(string name, string? official) =>
        official == name ? null : official;

    private void PlanAddress(PeopleLine line, PersonDraft draft)
    {
        var person = draft.Person;
        var email =
            file.Has(PeopleColumn.Email)
            && !string.Equals(person.Email, line.Email, StringComparison.OrdinalIgnoreCase)
                ? line.Email
                : person.Email;
        var zone = file.Has(PeopleColumn.TimeZone) ? line.TimeZone ?? UsualZone : person.TimeZone;
        if (email == person.Email && zone == person.TimeZone)
        {
            return;
        }

        draft.Tell(PeopleColumn.Email, person.Email ?? "", email ?? "");
        draft.Tell(PeopleColumn.TimeZone, person.TimeZone, zone);
        draft.Writes?.Readdress(
            person,
            email,
            zone,
            email == person.Email
                ? $"{person.TimeZone} → {zone}"
                : $"{person.Email ?? "–"} → {email ?? "–"}"
        );
    }

    private void PlanLeaders(
        IReadOnlyList<(Guid Id, string Number)> leaders,
        DateOnly from,
        PersonDraft draft
    )
    {
        var held = OwnTail(known.Leaderships, draft, fact => fact.Feed)
            .Where(one => !one.IsActing)
            .ToList();
        var gone = held.Where(one => !leaders.Any(leader => leader.Id == one.LeaderId)).ToList();
        var came = leaders.Where(leader => !held.Exists(one => one.LeaderId == leader.Id)).ToList();
        if (gone.Count + came.Count == 0)
        {
            return;
        }

        draft.Tell(
            PeopleColumn.LeaderEmployeeNumber,
            Listed(held.Select(one => NumberOf(one.LeaderId))),
            Listed(leaders.Select(leader => leader.Number))
        );
        foreach (var one in gone)
        {
            draft.Writes?.End(one, one.Id, terms.Day);
        }

        foreach (var (leaderId, _) in came)
        {
            draft.Writes?.Add(
                Leadership.Learn(
                    terms.AgencyId,
                    draft.Person.Id,
                    leaderId,
                    isActing: false,
                    from,
                    until: null,
                    draft.Writes.Change.At,
                    terms.Feed,
                    draft.Writes.Change
                )
            );
        }
    }

    private void PlanFlags(List<string> flags, DateOnly from, PersonDraft draft)
    {
        var held = KnownPeople.Tail(known.Flags.Of(draft.Person.Id), terms.Day).ToList();
        var own = held.Where(one => one.Feed == terms.Feed).ToList();
        var gone = own.Where(one => !flags.Contains(one.Flag)).ToList();
        // What HR or another feed said already needs no saying again.
        var came = flags.Where(flag => !held.Exists(one => one.Flag == flag)).ToList();
        if (gone.Count + came.Count == 0)
        {
            return;
        }

        draft.Tell(
            PeopleColumn.Flags,
            Listed(held.Select(one => one.Flag)),
            Listed(held.Except(gone).Select(one => one.Flag).Concat(came))
        );
        foreach (var one in gone)
        {
            draft.Writes?.End(one, one.Id, terms.Day);
        }

        foreach (var flag in came)
        {
            draft.Writes?.Add(
                PersonFlag.Learn(
                    terms.AgencyId,
                    draft.Person.Id,
                    flag,
                    terms.Feed,
                    from,
                    until: null,
                    draft.Writes.Change
                )
            );
        }
    }

    // Leave that is over stays as it was; the file says what is now, or next.
    private void PlanLeave(DateOnly? from, DateOnly? until, PersonDraft draft)
    {
        var held = known
            .Leaves.Of(draft.Person.Id)
            .Where(one => one.Feed == terms.Feed)
            .Where(one =>
                one.HoldsFrom == from || one.HoldsUntil is null || one.HoldsUntil > terms.Day
            )
            .ToList();
        var same = held.Find(one => one.HoldsFrom == from);
        var others = held.Where(one => one != same).ToList();
        if (others.Count == 0 && same?.HoldsUntil == until && same?.HoldsFrom == from)
        {
            return;
        }

        draft.Tell(
            PeopleColumn.LeaveFrom,
            Listed(held.Select(one => one.HoldsFrom.ForFile())),
            from?.ForFile() ?? ""
        );
        draft.Tell(
            PeopleColumn.LeaveUntil,
            Listed(held.Select(one => one.HoldsUntil?.AddDays(-1).ForFile() ?? "")),
            until?.AddDays(-1).ForFile() ?? ""
        );
        foreach (var one in others)
        {
            draft.Writes?.End(one, one.Id, terms.Day);
        }

        if (same is not null && same.HoldsUntil != until)
        {
            draft.Writes?.HoldUntil(same, same.Id, until);
        }
        else if (same is null && from is { } first && draft.Writes is { } writes)
        {
            writes.Add(
                Leave.Learn(
                    terms.AgencyId,
                    draft.Person.Id,
                    first,
                    until,
                    writes.Change.At,
                    terms.Feed,
                    writes.Change
                )
            );
        }
    }

    private IEnumerable<TFact> OwnTail<TFact>(
        FactsByPerson<TFact> facts,
        PersonDraft draft,
        Func<TFact, string?> feedOf
    )
        where TFact : Data.IFact =>
        KnownPeople
            .Tail(facts.Of(draft.Person.Id), terms.Day)
            .Where(fact => feedOf(fact) == terms.Feed);

    private string NumberOf(Guid personId) =>
        known.Placements.Of(personId).MaxBy(placement => placement.HoldsFrom)?.EmployeeNumber ?? "";

    private static string Listed(IEnumerable<string> words) =>
        string.Join("; ", words.Order(StringComparer.Ordinal));
}
