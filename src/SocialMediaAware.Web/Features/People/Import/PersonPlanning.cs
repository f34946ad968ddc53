namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Plans what an import does with one person: their positions, and what hangs on the person.</summary>
internal sealed class PersonPlanning(
    PeopleFile file,
    KnownPeople known,
    UnitFinder units,
    ImportTerms terms
)
{
    private readonly PositionPlanning positions = new(file, units, terms);
    private readonly PersonFacts facts = new(file, known, terms);

    /// <summary>Plans for somebody whom the file names.</summary>
    /// <param name="lines">What it says.</param>
    /// <param name="match">Who they are; that is certain.</param>
    /// <param name="leaders">Who leads them.</param>
    /// <param name="writes">Takes the facts; null for a preview.</param>
    public PersonPlan Plan(
        LinesOfPerson lines,
        PersonMatch match,
        IReadOnlyList<(Guid Id, string Number)> leaders,
        ImportWrites? writes
    )
    {
        var person = match.Person!;
        var draft = new PersonDraft(person, terms, writes);
        var all = known.Placements.Of(person.Id);
        var own = all.Where(placement => placement.Feed == terms.Feed)
            .OrderBy(placement => placement.HoldsFrom)
            .ToList();
        var wasHere = KnownPeople.Tail(own, terms.Day).Any();
        PlanPositions(lines, match.IsNew, own, draft);
        if (draft.StaysHere)
        {
            facts.Plan(lines, match.IsNew, wasHere, leaders, draft);
        }
        else if (wasHere)
        {
            facts.End(draft);
        }

        var outcome =
            match.IsNew || (all.Count == 0 && draft.StaysHere) ? ImportOutcome.New
            : wasHere && !draft.StaysHere ? ImportOutcome.Ended
            : !draft.HasChanges ? ImportOutcome.Unchanged
            : all.Count > 0 && !KnownPeople.Tail(all, terms.Day).Any() ? ImportOutcome.Back
            : ImportOutcome.Changed;
        return new PersonPlan(
            outcome,
            lines.First.Line,
            lines.EmployeeNumber,
            lines.First.Name,
            units.NameOf(units.Find(lines.Lines[0].Unit)[0]),
            draft.From
        )
        {
            // Of somebody new all is new: their unit and position say enough.
            Changes = draft.Changes,
        };
    }

    /// <summary>Plans for somebody whom the file does not name any more.</summary>
    public PersonPlan PlanMissing(Person person, ImportWrites? writes)
    {
        var draft = new PersonDraft(person, terms, writes);
        var tail = KnownPeople
            .Tail(known.Placements.Of(person.Id), terms.Day)
            .Where(placement => placement.Feed == terms.Feed)
            .OrderBy(placement => placement.HoldsFrom)
            .ToList();
        draft.EndSegments(tail, terms.Day);
        facts.End(draft);
        return new PersonPlan(
            ImportOutcome.Ended,
            0,
            tail[0].EmployeeNumber ?? "",
            known.Names.Of(person.Id).MaxBy(name => name.HoldsFrom)?.Name ?? "",
            units.NameOf(tail[0].UnitId),
            terms.Day
        )
        {
            Changes = draft.Changes,
        };
    }

    private void PlanPositions(
        LinesOfPerson lines,
        bool isNew,
        List<Placement> own,
        PersonDraft draft
    )
    {
        var held = KnownPeople
            .Tail(own, terms.Day)
            .GroupBy(placement => placement.PositionNumber)
            .ToDictionary(group => group.Key ?? "", group => group.ToList());
        var open = lines.Lines.ToList();
        // A number that is held goes before; what is left over is paired where there is no doubt.
        open.RemoveAll(line => TryContinue(line, line.PositionNumber ?? "", own, held, draft));
        open.RemoveAll(line =>
            UnitOf(line) is var unit
            && held.Where(group => group.Value.Exists(placement => placement.UnitId == unit))
                .Select(group => group.Key)
                .Order(StringComparer.Ordinal)
                .FirstOrDefault()
                is { } key
            && TryContinue(line, key, own, held, draft)
        );
        if (open.Count == 1 && held.Count > 0)
        {
            open.RemoveAll(line =>
                TryContinue(line, held.Keys.Order(StringComparer.Ordinal).First(), own, held, draft)
            );
        }

        // What the file does not name ends today; where its lines hold from a later day, on that day.
        var end =
            lines.Lines.Max(line => line.From) is { } later && later > terms.Day
                ? later
                : terms.Day;
        foreach (var group in held.Values)
        {
            draft.EndSegments(group, end);
        }

        foreach (var line in open)
        {
            var like = own.Count > 0 ? own[^1] : null;
            positions.Begin(line, like, own, FirstDayOf(line, isNew, own), draft);
        }
    }

    private bool TryContinue(
        PeopleLine line,
        string key,
        List<Placement> own,
        Dictionary<string, List<Placement>> held,
        PersonDraft draft
    )
    {
        if (!held.Remove(key, out var segments))
        {
            return false;
        }

        var all = own.FindAll(placement =>
            (placement.PositionNumber ?? "") == key
            || placement.PositionNumber == line.PositionNumber
        );
        var free = all.Except(segments).Max(placement => placement.HoldsUntil);
        // What is said of days before reaches back to what held then.
        positions.Continue(line, line.From < terms.Day ? all : segments, free, draft);
        return true;
    }

    private Guid UnitOf(PeopleLine line) => units.Find(line.Unit)[0];

    // Somebody new began on their first day. Somebody known has a new position from today on, or from a first day that is still to
    // come, or that lies after they had left.
    private DateOnly FirstDayOf(PeopleLine line, bool isNew, List<Placement> own)
    {
        if (line.From is { } said)
        {
            return said;
        }

        var starts = line.StartsOn ?? terms.Day;
        var isAfterAll =
            isNew
            || own.TrueForAll(placement => placement.HoldsUntil <= starts)
            || starts > terms.Day;
        return isAfterAll ? starts : terms.Day;
    }
}
