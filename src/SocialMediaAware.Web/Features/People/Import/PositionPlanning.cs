namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Brings one position of a person to what a line says.</summary>
/// <param name="file">Which columns there are.</param>
/// <param name="units">The units.</param>
/// <param name="terms">What the import goes by.</param>
internal sealed class PositionPlanning(PeopleFile file, UnitFinder units, ImportTerms terms)
{
    /// <summary>A placement as a line wants it.</summary>
    public sealed record Wanted(
        Unit Unit,
        PersonKind Kind,
        string Position,
        string? PositionNumber,
        string? Region,
        WorkDays WorkDays,
        bool IsSecondment,
        string EmployeeNumber,
        DateOnly? Until
    );

    /// <summary>What a line wants, with what is held where the file has no such column.</summary>
    private Wanted WantedBy(PeopleLine line, Placement? held, Placement? last) =>
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
    /// <param name="former">What was held of the same position.</param>
    /// <param name="from">Its first day.</param>
    /// <param name="draft">Takes it.</param>
    public void Begin(
        PeopleLine line,
        Placement? like,
        IReadOnlyList<Placement> former,
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
        draft.Replace(KnownPeople.Tail(former, from), from);
        draft.Learn(wanted, from);
    }

    /// <summary>Whether a position that is not held is over: it is not taken in any more.</summary>
    public static bool IsOver(PeopleLine line, DateOnly from, DateOnly today) =>
        line.EndsBefore <= from || line.EndsBefore <= today;

    /// <summary>Plans a position that is held: it changes, ends, or stays.</summary>
    public void Continue(PeopleLine line, List<Placement> segments, PersonDraft draft)
    {
        var hasBegun = segments.Exists(segment => segment.HoldsFrom <= terms.Day);
        var from = line.From ?? terms.Day;
        if (!hasBegun && line.From is null)
        {
            // Not there yet: the first day can still move.
            from =
                file.Has(PeopleColumn.StartDate) && line.StartsOn is { } starts
                    ? starts
                    : segments[0].HoldsFrom;
            if (line.StartsOn is null && line.EndsBefore <= from && line.EndsBefore > terms.Day)
            {
                // A last day before the first one that is held: the line speaks of a position that is there today.
                from = terms.Day;
            }
        }

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

        draft.Tell(
            PeopleColumn.EndDate,
            DayBefore(tail.LastOrDefault()?.HoldsUntil),
            DayBefore(wanted.Until)
        );
        if (isSame && tail.Count == 1)
        {
            draft.HoldUntil(tail[0], wanted.Until);
            return;
        }

        TellDifferences(held, wanted, draft);
        if (!hasBegun)
        {
            draft.Tell(PeopleColumn.StartDate, tail[0].HoldsFrom.ForFile(), from.ForFile());
        }

        draft.Replace(
            tail,
            hasBegun ? from
                : tail[0].HoldsFrom < from ? tail[0].HoldsFrom
                : from
        );
        draft.Learn(wanted, from);
    }

    /// <summary>Names what a new position is.</summary>
    private void TellNew(Wanted wanted, PersonDraft draft)
    {
        draft.Tell(PeopleColumn.Unit, "", units.NameOf(wanted.Unit.Id));
        draft.Tell(PeopleColumn.Position, "", wanted.Position);
    }

    // From the day on, up to today, without a gap: what holds later was entered ahead, and is not the feed's to know.
    private bool IsSame(List<Placement> tail, Wanted wanted, DateOnly from, bool hasBegun)
    {
        var upTo = from > terms.Day ? from : terms.Day;
        upTo = wanted.Until <= upTo ? wanted.Until.Value.AddDays(-1) : upTo;
        var reached = tail.TakeWhile(segment => segment.HoldsFrom <= upTo).ToList();
        return reached.Count > 0
            && (hasBegun ? reached[0].HoldsFrom <= from : reached[0].HoldsFrom == from)
            && (reached[^1].HoldsUntil is null || reached[^1].HoldsUntil > upTo)
            && reached.TrueForAll(segment => IsSame(segment, wanted))
            && reached
                .Zip(reached.Skip(1))
                .All(pair => pair.First.HoldsUntil == pair.Second.HoldsFrom);
    }

    private static bool IsSame(Placement held, Wanted wanted) =>
        held.UnitId == wanted.Unit.Id
        && held.Kind == wanted.Kind
        && held.Position == wanted.Position
        && held.PositionNumber == wanted.PositionNumber
        && held.Region == wanted.Region
        && held.WorkDays == wanted.WorkDays
        && held.IsSecondment == wanted.IsSecondment
        && string.Equals(
            held.EmployeeNumber,
            wanted.EmployeeNumber,
            StringComparison.OrdinalIgnoreCase
        );

    private void TellDifferences(Placement? held, Wanted wanted, PersonDraft draft)
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
