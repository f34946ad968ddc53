namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>A time in which a person's due dates stand still: leave of more than five days, an exemption, or a programme that is paused.</summary>
/// <param name="From">The first day away.</param>
/// <param name="Until">The first day back; null while it is not known.</param>
public sealed record LeavePause(DateOnly From, DateOnly? Until)
{
    /// <summary>Leave of this many days (of the calendar) or fewer changes nothing.</summary>
    public const int LongestThatChangesNothing = 5;

    /// <summary>So many working days are left at least when somebody comes back.</summary>
    public const int FewestWorkingDaysAfter = 5;

    /// <summary>Whether the person is away on a day.</summary>
    public bool Covers(DateOnly day) => From <= day && (Until is null || day < Until);

    /// <summary>
    /// The pauses that a person's leave makes, in order: leave that touches or overlaps is one, and one of five days or fewer is none.
    /// </summary>
    public static IReadOnlyList<LeavePause> InOrder(IEnumerable<LeavePause> leave) =>
        [
            .. Joined(leave)
                .Where(one =>
                    one.Until is not { } until
                    || until.DayNumber - one.From.DayNumber > LongestThatChangesNothing
                ),
        ];

    /// <summary>
    /// The pauses that a person's leave, exemptions from a programme and the programme's own make, in order. An exemption and a
    /// programme's pause count however short they are.
    /// </summary>
    internal static IReadOnlyList<LeavePause> OfHolds(
        IEnumerable<PlannedLeave> leave,
        IEnumerable<PlannedExemption> exemptions,
        IEnumerable<LeavePause> programmePauses
    ) =>
        Joined(
            InOrder(
                    leave
                        .Where(one => one.IsBelieved)
                        .Select(one => new LeavePause(one.From, one.Until))
                )
                .Concat(
                    exemptions
                        .Where(one => one.IsBelieved)
                        .Select(one => new LeavePause(one.From, one.Until))
                )
                .Concat(programmePauses.Where(one => one.Until is null || one.Until > one.From))
        );

    private static List<LeavePause> Joined(IEnumerable<LeavePause> pauses)
    {
        var merged = new List<LeavePause>();
        foreach (var next in pauses.OrderBy(one => one.From).ThenBy(one => one.Until))
        {
            if (merged.Count > 0 && (merged[^1].Until is null || next.From <= merged[^1].Until))
            {
                merged[^1] = merged[^1] with { Until = Later(merged[^1].Until, next.Until) };
            }
            else
            {
                merged.Add(next);
            }
        }

        return merged;
    }

    /// <summary>
    /// When something is due that opens on a day: so many working days later, but none of them counts while the person is away.
    /// What was left runs on from the first day back, which counts; it is five at least.
    /// </summary>
    /// <param name="opensOn">The day it opens, which does not count.</param>
    /// <param name="workingDays">In how many working days it is due.</param>
    /// <param name="pauses">From <see cref="InOrder" />. One without an end leaves the date as it is: the hold says the rest.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="pattern">When the person works.</param>
    public static DateOnly DueDate(
        DateOnly opensOn,
        int workingDays,
        IReadOnlyList<LeavePause> pauses,
        WorkingDayCalendar calendar,
        WorkPattern pattern
    ) =>
        RunOn(
            opensOn,
            calendar.AddWorkingDays(opensOn, workingDays, pattern),
            pauses,
            calendar,
            pattern
        );

    /// <summary>When something is due that would be due on a day, if nobody went on leave between its opening and that day.</summary>
    /// <param name="opensOn">The day it opens.</param>
    /// <param name="due">When it would be due.</param>
    /// <param name="pauses">From <see cref="InOrder" />.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="pattern">When the person works.</param>
    public static DateOnly RunOn(
        DateOnly opensOn,
        DateOnly due,
        IReadOnlyList<LeavePause> pauses,
        WorkingDayCalendar calendar,
        WorkPattern pattern
    )
    {
        foreach (var pause in pauses)
        {
            if (pause.Until is not { } back || back <= opensOn || pause.From > due)
            {
                continue;
            }

            var lastDayBefore = pause.From.AddDays(-1);
            var left = calendar.WorkingDaysBetween(
                lastDayBefore < opensOn ? opensOn : lastDayBefore,
                due,
                pattern
            );
            due = calendar.AddWorkingDays(
                back.AddDays(-1),
                Math.Max(left, FewestWorkingDaysAfter),
                pattern
            );
        }

        return due;
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) =>
        one is null || other is null ? null
        : one > other ? one
        : other;
}
