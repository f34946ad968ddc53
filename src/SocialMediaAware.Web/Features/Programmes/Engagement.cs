using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>What someone owes in a round.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="PersonKind">How they stand to the agency.</param>
/// <param name="FirstDay">The first day of their engagement.</param>
/// <param name="OpensOn">When it opens.</param>
/// <param name="DueOn">When it is due.</param>
/// <param name="NeverDueAfter">The last day on which it can be due at all; null without one.</param>
/// <param name="DueBeforeTakingBack">When it was due before time that had been given was taken back; null where none was.</param>
internal sealed record OwedAssignment(
    Guid PersonId,
    PersonKind PersonKind,
    DateOnly FirstDay,
    DateOnly OpensOn,
    DateOnly DueOn,
    DateOnly? NeverDueAfter = null,
    DateOnly? DueBeforeTakingBack = null
);

/// <summary>
/// A time without a break in which somebody is placed in an agency, in one position after the other or in several at once. Two
/// placements with no working day between them are one engagement: a contract that ends on Friday and goes on on Monday.
/// </summary>
internal sealed class Engagement
{
    private readonly List<PlannedPlacement> placements = [];
    private DateOnly? endOfTheOneBefore;

    public DateOnly From => placements[0].From;

    private DateOnly? Until { get; set; }

    /// <summary>The engagement that holds on a day, or the next to begin; null when all have ended.</summary>
    public static Engagement? CurrentOf(
        IEnumerable<PlannedPlacement> placements,
        WorkingDayCalendar calendar,
        DateOnly today
    )
    {
        Engagement? engagement = null;
        foreach (
            var placement in placements
                .Where(placement => placement.Until is null || placement.Until > placement.From)
                .OrderBy(placement => placement.From)
                .ThenBy(placement => placement.Until ?? DateOnly.MaxValue)
                .ThenBy(placement => placement.Kind)
                .ThenBy(placement => placement.Region, StringComparer.Ordinal)
        )
        {
            if (engagement is null || engagement.HasBreakBefore(placement, calendar))
            {
                if (
                    engagement is not null
                    && (engagement.Until is null || engagement.Until > today)
                )
                {
                    return engagement;
                }

                engagement = new Engagement { endOfTheOneBefore = engagement?.Until };
            }

            engagement.Add(placement);
        }

        return engagement is not null && (engagement.Until is null || engagement.Until > today)
            ? engagement
            : null;
    }

    /// <summary>Whether an assignment was made in this engagement, not in an earlier one.</summary>
    public bool Includes(PlannedAssignment assignment) =>
        endOfTheOneBefore is null || assignment.OpensOn >= endOfTheOneBefore;

    /// <summary>
    /// How the person stands to the agency on a day, or on the first day if that is later, working on the days of all their
    /// positions; null when none of these is meant.
    /// </summary>
    public PlannedPlacement? StandingOn(
        DateOnly today,
        Func<PlannedPlacement, DateOnly, bool> isMeant
    )
    {
        var day = From > today ? From : today;
        PlannedPlacement? standing = null;
        var workDays = WorkDays.None;
        foreach (var placement in placements)
        {
            if (placement.From > day || placement.Until <= day)
            {
                continue;
            }

            workDays |= placement.WorkDays;
            // With two positions the first kind counts: an employee who also volunteers signs as an employee.
            if (isMeant(placement, day) && (standing is null || placement.Kind < standing.Kind))
            {
                standing = placement;
            }
        }

        return standing is null || standing.WorkDays == workDays
            ? standing
            : standing with
            {
                WorkDays = workDays,
            };
    }

    /// <summary>Of the time that was given, what was meant for this person.</summary>
    public IReadOnlyList<PlannedExtension> TimeGiven(IEnumerable<PlannedExtension> extensions) =>
        [.. extensions.Where(one => one.IsFor(placements, From))];

    private bool HasBreakBefore(PlannedPlacement next, WorkingDayCalendar calendar) =>
        Until is { } until
        && calendar.WorkingDaysBetween(until.AddDays(-1), next.From.AddDays(-1), default) > 0;

    private void Add(PlannedPlacement placement)
    {
        Until =
            placements.Count == 0 ? placement.Until
            : Until is null || placement.Until is null ? null
            : Until > placement.Until ? Until
            : placement.Until;
        placements.Add(placement);
    }
}
