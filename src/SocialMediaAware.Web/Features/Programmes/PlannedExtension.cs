using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>More time, as the planner asks about it: what would be due from a day on and before another is due on that other day.</summary>
/// <param name="GivenOn">The New Zealand date on which it was given: who is in the unit or region then has it, and whoever joins it later.</param>
/// <param name="DueFrom">Due dates from this day on move.</param>
/// <param name="DueOn">To this day, or to the working day before it.</param>
public sealed record PlannedExtension(DateOnly GivenOn, DateOnly DueFrom, DateOnly DueOn)
{
    /// <summary>So many working days are left at least when time is taken back that somebody was told of.</summary>
    public const int FewestWorkingDaysAfterTakingBack = LeavePause.FewestWorkingDaysAfter;

    /// <summary>The one person; null for more.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The unit and those below it on the day it was given; null for any.</summary>
    public IReadOnlySet<Guid>? UnitIds { get; init; }

    /// <summary>The region; null for any.</summary>
    public string? Region { get; init; }

    /// <summary>The New Zealand date on which it was taken back; null while it holds.</summary>
    public DateOnly? TakenBackOn { get; init; }

    /// <summary>Whether it was meant for somebody of these placements.</summary>
    /// <param name="placements">Those of one person.</param>
    /// <param name="firstDay">The first day of their engagement: whoever came later is asked where they began.</param>
    internal bool IsFor(IEnumerable<PlannedPlacement> placements, DateOnly firstDay)
    {
        var day = firstDay > GivenOn ? firstDay : GivenOn;
        return placements.Any(placement =>
            placement.From <= day
            && (placement.Until is null || placement.Until > day)
            && (PersonId is null || PersonId == placement.PersonId)
            && (UnitIds is null || UnitIds.Contains(placement.UnitId))
            && (Region is null || Region == placement.Region)
        );
    }

    /// <summary>
    /// Where it ends for somebody. What was taken back ends some working days after that, because people had been told; what was
    /// taken back on the day it was given never was.
    /// </summary>
    internal DateOnly? EndFor(WorkingDayCalendar calendar, WorkPattern pattern)
    {
        if (TakenBackOn is not { } takenBack)
        {
            return DueOn;
        }

        if (takenBack <= GivenOn)
        {
            return null;
        }

        var last = calendar.AddWorkingDays(takenBack, FewestWorkingDaysAfterTakingBack, pattern);
        return last < DueOn ? last : DueOn;
    }
}

/// <summary>The due dates of one person in one round: first what the round says, then leave and exemptions, then time that was given.</summary>
/// <param name="pauses">Leave and exemptions, from <see cref="LeavePause.OfHolds" />.</param>
/// <param name="extensions">The time that was given to the person, in any order.</param>
/// <param name="calendar">Which days are worked.</param>
/// <param name="pattern">When the person works.</param>
/// <param name="trace">Where the steps are told; null when nobody asks.</param>
internal sealed class DueDates(
    IReadOnlyList<LeavePause> pauses,
    IReadOnlyList<PlannedExtension> extensions,
    WorkingDayCalendar calendar,
    WorkPattern pattern,
    PlanTrace? trace = null
)
{
    /// <summary>When something is due now.</summary>
    /// <param name="opensOn">The day it opens.</param>
    /// <param name="due">When it would be due without leave, exemptions and time that was given.</param>
    public DateOnly Now(DateOnly opensOn, DateOnly due) =>
        Of(
            opensOn,
            due,
            [.. extensions.Select(one => (one.DueFrom, one.EndFor(calendar, pattern)))],
            trace
        );

    /// <summary>When it was due before time was taken back that had been given; null where none was.</summary>
    /// <inheritdoc cref="Now" />
    public DateOnly? BeforeTakingBack(DateOnly opensOn, DateOnly due) =>
        extensions.Any(one => one.TakenBackOn is not null)
            ? Of(
                opensOn,
                due,
                [.. extensions.Select(one => (one.DueFrom, (DateOnly?)one.DueOn))],
                toldTo: null
            )
            : null;

    // Time that was given can move a date into leave, and leave can move it into time that was given: each pause counts once, and
    // a date that was moved is never moved back, so that this ends.
    private DateOnly Of(
        DateOnly opensOn,
        DateOnly due,
        IReadOnlyList<(DateOnly From, DateOnly? Until)> given,
        PlanTrace? toldTo
    )
    {
        if (pauses.Count == 0 && given.Count == 0)
        {
            return due;
        }

        var left = pauses.ToList();
        while (true)
        {
            var running = due;
            var touching = left.Where(pause => pause.From <= running).ToList();
            due = LeavePause.RunOn(opensOn, due, touching, calendar, pattern);
            Tell(toldTo, opensOn, touching);
            left.RemoveAll(touching.Contains);
            var moved = MovedBy(given, due);
            if (moved <= due && left.TrueForAll(pause => pause.From > due))
            {
                return due;
            }

            if (moved > due)
            {
                toldTo?.Add(PlanReasonKind.TimeGiven, moved);
                due = moved;
            }
        }
    }

    private static void Tell(PlanTrace? trace, DateOnly opensOn, IEnumerable<LeavePause> touching)
    {
        foreach (var pause in touching.Where(pause => pause.Until is null || pause.Until > opensOn))
        {
            trace?.Add(
                pause.Until is null ? PlanReasonKind.StandsStill : PlanReasonKind.StoodStill,
                pause.From,
                pause.Until
            );
        }
    }

    private DateOnly MovedBy(IEnumerable<(DateOnly From, DateOnly? Until)> given, DateOnly due)
    {
        var end = given.Where(one => one.From <= due && due < one.Until).Max(one => one.Until);
        return end is { } last ? calendar.OnOrBefore(last, pattern) : due;
    }
}
