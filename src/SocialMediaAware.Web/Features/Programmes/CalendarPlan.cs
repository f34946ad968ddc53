namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>
/// Says who owes a round of a programme that follows the calendar (a year's window, an election's refresher), and what must change
/// for the assignments to say the same. A pure function, like <see cref="OnboardingPlan" />.
/// </summary>
/// <remarks>
/// Only the newest round that has opened is made, so that somebody who comes back to several owes one. Older rounds that a person
/// did not sign end when a newer one is made for them. What follows a polling day moves with it, both ways.
/// </remarks>
public static class CalendarPlan
{
    /// <summary>Compares what should be with what is.</summary>
    /// <param name="input">The facts.</param>
    /// <param name="rounds">The rounds that are on, past ones included while assignments of theirs are open.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="today">The New Zealand date.</param>
    public static PlanDifference Of(
        PlanInput input,
        IReadOnlyCollection<Round> rounds,
        WorkingDayCalendar calendar,
        DateOnly today
    )
    {
        var placements = input.Placements.ToLookup(placement => placement.PersonId);
        var leave = input.Leave.ToLookup(one => one.PersonId);
        var exemptions = input.Exemptions.ToLookup(one => one.PersonId);
        var assignments = input.Assignments.ToLookup(assignment => assignment.PersonId);
        var plan = new CalendarPlanOfOne(input, rounds, calendar, today);
        foreach (
            var personId in placements
                .Select(person => person.Key)
                .Union(assignments.Select(person => person.Key))
                .Order()
        )
        {
            plan.Add(
                placements[personId],
                new([.. leave[personId]], [.. exemptions[personId]]),
                [.. assignments[personId]]
            );
        }

        return plan.ToDifference();
    }
}

/// <summary>Plans one person after the other.</summary>
internal sealed class CalendarPlanOfOne(
    PlanInput input,
    IReadOnlyCollection<Round> rounds,
    WorkingDayCalendar calendar,
    DateOnly today
)
{
    private readonly PlanChanges changes = new(input.HeldForAnotherReason, today);

    private readonly Dictionary<string, Round> byKey = rounds.ToDictionary(round => round.CycleKey);

    private readonly Round? newest = Round.NewestOn(rounds, today);

    public PlanDifference ToDifference() => changes.ToDifference();

    public void Add(
        IEnumerable<PlannedPlacement> placements,
        PlannedHolds holds,
        IReadOnlyList<PlannedAssignment> existing
    )
    {
        var engagement = Engagement.CurrentOf(placements, calendar, today);
        if (engagement is null || engagement.From > today)
        {
            changes.Withdraw(existing);
            return;
        }

        var ofNewest = existing.FirstOrDefault(assignment =>
            assignment.CycleKey == newest?.CycleKey
        );
        var owed = newest is null ? null : Owed(newest, engagement, holds, ofNewest);
        foreach (var assignment in existing)
        {
            Keep(assignment, engagement, holds, owed);
        }

        if (owed is not null && ofNewest is null)
        {
            changes.Make(newest!.CycleKey, owed, holds);
        }
    }

    // An assignment of the newest round is followed also into a later engagement: somebody who left and came back in the same
    // round owes it still.
    private void Keep(
        PlannedAssignment assignment,
        Engagement engagement,
        PlannedHolds holds,
        OwedAssignment? owedInTheNewest
    )
    {
        if (assignment.IsSigned)
        {
            return;
        }

        if (assignment.CycleKey == newest?.CycleKey)
        {
            KeepTheNewest(assignment, holds, owedInTheNewest);
        }
        else if (!engagement.Includes(assignment))
        {
            changes.Withdraw([assignment]);
        }
        else if (
            owedInTheNewest is not null
            || !byKey.TryGetValue(assignment.CycleKey, out var round)
            || IsOverFor(round, assignment, holds)
        )
        {
            changes.Supersede([assignment]);
        }
        else if (assignment.IsRunning && Owed(round, engagement, holds, assignment) is { } owed)
        {
            changes.Follow(assignment, owed, holds);
        }
    }

    private void KeepTheNewest(
        PlannedAssignment assignment,
        PlannedHolds holds,
        OwedAssignment? owed
    )
    {
        if (IsOverFor(newest!, assignment, holds))
        {
            changes.Supersede([assignment]);
        }
        else if (owed is not null)
        {
            changes.Follow(assignment, owed, holds);
        }
    }

    // Somebody who was away on polling day missed nothing that can still be made good.
    private bool IsOverFor(Round round, PlannedAssignment assignment, PlannedHolds holds) =>
        round.EndsWith is { } end && today > end && (assignment.IsSuperseded || holds.HoldOn(end));

    private OwedAssignment? Owed(
        Round round,
        Engagement engagement,
        PlannedHolds holds,
        PlannedAssignment? existing
    )
    {
        if (engagement.StandingOn(today, input.Programme.AudienceKinds) is not { } standing)
        {
            return null;
        }

        // Who is there when it opens, or when the programme is launched in the middle of it.
        var opensForAll = Latest(round.OpensOn, input.Programme.LaunchedOn);
        var isLatecomer = engagement.From > opensForAll;
        var opensOn = Latest(opensForAll, Latest(engagement.From, standing.AppearedOn));
        if (
            existing is null
            && (
                opensOn > round.OwedUntil
                || (isLatecomer && !round.LatecomersOwe)
                || today > round.EndsWith
            )
        )
        {
            return null;
        }

        var due = Latest(calendar.OnOrBefore(round.DueOn, standing.Region), opensOn);
        if (opensOn > round.OpensOn)
        {
            due = Latest(
                due,
                calendar.AddWorkingDays(opensOn, input.Programme.DueInWorkingDays, standing.Region)
            );
        }

        var dueDates = new DueDates(
            holds.Pauses,
            engagement.TimeGiven(input.Extensions),
            calendar,
            standing.Region
        );
        due = dueDates.Now(opensOn, due);
        var neverAfter = round.EndsWith is { } end
            ? Latest(calendar.OnOrBefore(end, standing.Region), opensOn)
            : (DateOnly?)null;
        return new(
            standing.PersonId,
            standing.Kind,
            engagement.From,
            opensOn,
            due > neverAfter ? neverAfter.Value : due,
            neverAfter
        );
    }

    private static DateOnly Latest(DateOnly one, DateOnly other) => one > other ? one : other;
}
