namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>What comes together about one person while their lines are planned: in words, and as facts where it is applied.</summary>
/// <param name="person">The person.</param>
/// <param name="terms">What the import goes by.</param>
/// <param name="writes">Takes the facts; null for a preview.</param>
internal sealed class PersonDraft(Person person, ImportTerms terms, ImportWrites? writes)
{
    private List<PlannedChange>? changes;

    /// <summary>The person.</summary>
    public Person Person { get; } = person;

    /// <summary>What changes, in words.</summary>
    public IReadOnlyList<PlannedChange> Changes => changes ?? [];

    /// <summary>Whether anything happened.</summary>
    public bool HasChanges { get; private set; }

    /// <summary>Whether they have a placement of the feed that goes on after the day.</summary>
    public bool StaysHere { get; private set; }

    /// <summary>The first day on which something is otherwise.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>The first day of a placement that is learnt.</summary>
    public DateOnly? BeginsOn { get; private set; }

    /// <summary>Where the facts go; null for a preview.</summary>
    public ImportWrites? Writes => writes;

    /// <summary>Names a change, if it is one.</summary>
    public void Tell(PeopleColumn what, string from, string to)
    {
        if (from != to)
        {
            HasChanges = true;
            (changes ??= []).Add(new PlannedChange(what.NameOf(), from, to));
        }
    }

    /// <summary>A placement of the feed goes on.</summary>
    public void Stays() => StaysHere = true;

    /// <summary>Learns a placement.</summary>
    public void Learn(WantedPlacement wanted, DateOnly from)
    {
        HasChanges = true;
        StaysHere |= wanted.Until is null || wanted.Until > terms.Day;
        From = From < from ? From : from;
        BeginsOn = BeginsOn < from ? BeginsOn : from;
        if (writes is null)
        {
            return;
        }

        writes.Add(
            Placement.Learn(
                Person.Id,
                wanted.Unit,
                wanted.Kind,
                wanted.Position,
                wanted.Region,
                wanted.EmployeeNumber,
                terms.Feed,
                from,
                wanted.Until,
                writes.Change.At,
                new PlacementDetails(wanted.PositionNumber, wanted.WorkDays, wanted.IsSecondment),
                writes.Change
            )
        );
    }

    /// <summary>Lets placements end on a day, those that begin later altogether.</summary>
    public void EndSegments(IEnumerable<Placement> segments, DateOnly day)
    {
        foreach (var segment in segments)
        {
            if (segment.HoldsUntil is null || segment.HoldsUntil > day)
            {
                Tell(
                    PeopleColumn.EndDate,
                    segment.HoldsUntil?.AddDays(-1).ForFile() ?? "",
                    day.AddDays(-1).ForFile()
                );
                HasChanges = true;
                From = day;
                writes?.End(segment, segment.Id, day);
            }

            StaysHere |=
                day > terms.Day
                && segment.HoldsFrom < day
                && (segment.HoldsUntil is null || segment.HoldsUntil > terms.Day);
        }
    }

    /// <summary>Takes placements back from a day on, because another follows.</summary>
    public void Replace(IEnumerable<Placement> segments, DateOnly day)
    {
        foreach (var segment in segments)
        {
            writes?.End(segment, segment.Id, day);
        }
    }

    /// <summary>Gives a placement another end.</summary>
    public void HoldUntil(Placement segment, DateOnly? until)
    {
        HasChanges = true;
        StaysHere |= until is null || until > terms.Day;
        From ??= until ?? terms.Day;
        writes?.HoldUntil(segment, segment.Id, until);
    }
}
