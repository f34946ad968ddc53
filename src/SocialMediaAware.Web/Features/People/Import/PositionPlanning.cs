namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Brings one position of a person to what a line says.</summary>
/// <param name="file">Which columns there are.</param>
/// <param name="units">The units.</param>
/// <param name="terms">What the import goes by.</param>
internal sealed class PositionPlanning(PeopleFile file, UnitFinder units, ImportTerms terms)
{
    /// <summary>What a line wants, with what is held where the file has no such column.</summary>
    private WantedPlacement WantedBy(PeopleLine line, Placement? held, Placement? last) =>
        new(
            units.UnitOf(units.Find(line.Unit)[0]),
            (file.Has(PeopleColumn.Kind) ? line.Kind : held?.Kind) ?? PersonKind.Employee,
            (file.Has(PeopleColumn.Position) ? line.Position : held?.Position) ?? "",
            file.Has(PeopleColumn.PositionNumber) ? line.PositionNumber : held?.PositionNumber,
            file.Has(PeopleColumn.Region) ? line.Region : held?.Region,
            (file.Has(PeopleColumn.WorkDays) ? line.WorkDays : held?.WorkDays) ?? WorkDays.Weekdays,
            (file.Has(PeopleColumn.Secondment) ? line.IsSecondment : held?.IsSecondment) ?? false,
            line.EmployeeNumber,
            file.Has(PeopleColumn.EndDate) ? line.EndsBefore : last?.HoldsUntil
        );

    /// <summary>Plans a position that is not held: from its first day, unless it is over.</summary>
    /// <param name="line">The line.</param>
    /// <param name="like">A placement of the person that says what the file has no column for; null without one.</param>
    /// <param name="own">All that the feed says of the person.</param>
    /// <param name="from">Its first day.</param>
    /// <param name="draft">Takes it.</param>
    public void Begin(
        PeopleLine line,
        Placement? like,
        IReadOnlyList<Placement> own,
        DateOnly from,
        PersonDraft draft
    )
    {
        if (IsOver(line, from, terms.Day))
        {
            return;
        }

        var wanted = WantedBy(line, like, last: null);
        TellNew(wanted, draft);
        var former = own.Where(placement => placement.PositionNumber == wanted.PositionNumber);
        draft.Replace(KnownPeople.Tail(former, from), from);
        draft.Learn(wanted, from);
    }

    /// <summary>Whether a position that is not held is over: it is not taken in any more.</summary>
    public static bool IsOver(PeopleLine line, DateOnly from, DateOnly today) =>
        line.EndsBefore <= from || line.EndsBefore <= today;

    /// <summary>Plans a position that is held: it changes, ends, or stays.</summary>
    /// <param name="line">The line.</param>
    /// <param name="segments">What is held of it: today and later, or all of it where the line speaks of days before.</param>
    /// <param name="free">The first day on which nothing that is over is held of the same position; null for any day.</param>
    /// <param name="draft">Takes it.</param>
    public void Continue(
        PeopleLine line,
        List<Placement> segments,
        DateOnly? free,
        PersonDraft draft
    )
    {
        var hasBegun = segments.Exists(segment => segment.HoldsFrom <= terms.Day);
        var from =
            line.From ?? (hasBegun ? terms.Day : FirstDayOf(line, segments[0].HoldsFrom, free));
        var tail = KnownPeople.Tail(segments, hasBegun ? from : DateOnly.MinValue).ToList();
        var held = tail.Find(segment => segment.HoldsFrom <= from) ?? tail.FirstOrDefault();
        var wanted = WantedBy(line, held, tail.LastOrDefault());
        if (wanted.Until is { } until && until <= from)
        {
            draft.EndSegments(segments, until);
            return;
        }

        var isSame = IsSame(tail, wanted, from, hasBegun);
        if (isSame && (!file.Has(PeopleColumn.EndDate) || tail[^1].HoldsUntil == wanted.Until))
        {
            draft.Stays();
            return;
        }

        var ended = DayBefore(tail.LastOrDefault()?.HoldsUntil);
        draft.Tell(PeopleColumn.EndDate, ended, DayBefore(wanted.Until));
        if (isSame)
        {
            HoldUntil(tail, wanted.Until, draft);
            return;
        }

        TellDifferences(held, wanted, draft);
        Replace(tail, from, hasBegun, draft);
        LearnWithWhatComes(tail, wanted, from, draft);
    }

    private static void Replace(
        List<Placement> tail,
        DateOnly from,
        bool hasBegun,
        PersonDraft draft
    )
    {
        if (hasBegun)
        {
            draft.Replace(tail, from);
            return;
        }

        var first = tail[0].HoldsFrom;
        draft.Tell(PeopleColumn.StartDate, first.ForFile(), from.ForFile());
        draft.Replace(tail, first < from ? first : from);
    }

    // Not there yet: the first day can still move, but not into days for which the position was held before.
    private DateOnly FirstDayOf(PeopleLine line, DateOnly heldFrom, DateOnly? free)
    {
        var from =
            file.Has(PeopleColumn.StartDate) && line.StartsOn is { } starts ? starts : heldFrom;
        if (line.StartsOn is null && line.EndsBefore <= from && line.EndsBefore > terms.Day)
        {
            // A last day before the first one that is held: the line speaks of a position that is there today.
            from = terms.Day;
        }

        return from < free ? free.Value : from;
    }

    // Only the end moves: what begins after it goes, and what stands before it stays as it is.
    private static void HoldUntil(List<Placement> tail, DateOnly? until, PersonDraft draft)
    {
        var later = tail.FindAll(segment => segment.HoldsFrom >= until);
        foreach (var segment in later)
        {
            draft.Replace([segment], segment.HoldsFrom);
        }

        draft.HoldUntil(tail[^(later.Count + 1)], until);
    }

    // What was entered ahead, such as a coming restructure, is not undone by a file that changes something else today.
    private void LearnWithWhatComes(
        List<Placement> tail,
        WantedPlacement wanted,
        DateOnly from,
        PersonDraft draft
    )
    {
        var day = from > terms.Day ? from : terms.Day;
        var now = tail.FindLast(segment => segment.HoldsFrom <= day) ?? tail.FirstOrDefault();
        var coming = tail.Where(segment => segment.HoldsFrom > day)
            .Where(segment => wanted.Until is null || segment.HoldsFrom < wanted.Until);
        var (next, begins) = (wanted, from);
        foreach (var segment in coming)
        {
            var then = wanted.In(segment, now!, units.UnitOf);
            if (then != next)
            {
                draft.Learn(next with { Until = segment.HoldsFrom }, begins);
                (next, begins) = (then, segment.HoldsFrom);
            }
        }

        draft.Learn(next, begins);
    }

    /// <summary>Names what a new position is.</summary>
    private void TellNew(WantedPlacement wanted, PersonDraft draft)
    {
        draft.Tell(PeopleColumn.Unit, "", units.NameOf(wanted.Unit.Id));
        draft.Tell(PeopleColumn.Position, "", wanted.Position);
    }

    // From the day on, up to today, without a gap: what holds later was entered ahead, and is not the feed's to know.
    private bool IsSame(List<Placement> tail, WantedPlacement wanted, DateOnly from, bool hasBegun)
    {
        var upTo = from > terms.Day ? from : terms.Day;
        upTo = wanted.Until <= upTo ? wanted.Until.Value.AddDays(-1) : upTo;
        var reached = tail.TakeWhile(segment => segment.HoldsFrom <= upTo).ToList();
        return reached.Count > 0
            && (hasBegun ? reached[0].HoldsFrom <= from : reached[0].HoldsFrom == from)
            && (reached[^1].HoldsUntil is null || reached[^1].HoldsUntil > upTo)
            && reached.TrueForAll(wanted.IsHeldAs)
            && reached
                .Zip(reached.Skip(1))
                .All(pair => pair.First.HoldsUntil == pair.Second.HoldsFrom);
    }

    private void TellDifferences(Placement? held, WantedPlacement wanted, PersonDraft draft)
    {
        draft.Tell(
            PeopleColumn.Unit,
            held is null ? "" : units.NameOf(held.UnitId),
            units.NameOf(wanted.Unit.Id)
        );
        draft.Tell(PeopleColumn.Kind, held?.Kind.ToString() ?? "", wanted.Kind.ToString());
        draft.Tell(PeopleColumn.Position, held?.Position ?? "", wanted.Position);
        draft.Tell(
            PeopleColumn.PositionNumber,
            held?.PositionNumber ?? "",
            wanted.PositionNumber ?? ""
        );
        draft.Tell(PeopleColumn.Region, held?.Region ?? "", wanted.Region ?? "");
        draft.Tell(PeopleColumn.WorkDays, Words(held?.WorkDays), Words(wanted.WorkDays));
        draft.Tell(PeopleColumn.Secondment, YesNo(held?.IsSecondment), YesNo(wanted.IsSecondment));
        draft.Tell(PeopleColumn.EmployeeNumber, held?.EmployeeNumber ?? "", wanted.EmployeeNumber);
    }

    private static string YesNo(bool? value) => value == true ? "yes" : "no";

    private static string DayBefore(DateOnly? day) => day?.AddDays(-1).ForFile() ?? "";

    private static string Words(WorkDays? days) =>
        days is WorkDays.Weekdays ? "Mon-Fri"
        : days is { } some
            ? string.Join(
                ' ',
                Enum.GetValues<WorkDays>()
                    .Where(day => int.PopCount((int)day) == 1 && some.HasFlag(day))
                    .Select(day => day.ToString()[..3])
            )
        : "";
}
