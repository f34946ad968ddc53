using System.Globalization;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>
/// Says who owes onboarding, from what when until when, and what must change for the assignments to say the same. It is a pure
/// function: the same facts give the same plan in whatever order they come, and after its changes there is nothing left to change.
/// </summary>
/// <remarks>
/// Onboarding is for people who start on the day of the launch or later. Someone who had been placed before does not owe it, even
/// if the portal learns of them only now: otherwise the first import of an agency would ask all of its people at once. What they
/// owe is the yearly acknowledgment.
/// </remarks>
public static class OnboardingPlan
{
    /// <summary>Compares what should be with what is.</summary>
    public static OnboardingDifference Of(
        OnboardingInput input,
        WorkingDayCalendar calendar,
        DateOnly today
    )
    {
        var placements = input.Placements.ToLookup(placement => placement.PersonId);
        var leave = input.Leave.ToLookup(one => one.PersonId);
        var assignments = input.Assignments.ToLookup(assignment => assignment.PersonId);
        var changes = new OnboardingChanges(input.Programme, input.HeldForAnotherReason, today);
        foreach (
            var personId in placements
                .Select(person => person.Key)
                .Union(assignments.Select(person => person.Key))
                .Order()
        )
        {
            var engagement = Engagement.CurrentOf(placements[personId], calendar, today);
            var pauses = LeavePause.InOrder(
                leave[personId]
                    .Where(one => one.IsBelieved)
                    .Select(one => new LeavePause(one.From, one.Until))
            );
            var existing = assignments[personId]
                .OrderBy(assignment => assignment.OpensOn)
                .ThenBy(assignment => assignment.Id)
                .ToList();
            if (engagement is null)
            {
                changes.Withdraw(existing);
                continue;
            }

            changes.Withdraw(existing.Where(assignment => !engagement.Includes(assignment)));
            var owed = engagement.Owes(input.Programme, pauses, calendar, today);
            var current = existing
                .Where(engagement.Includes)
                .OrderBy(assignment => !assignment.HasLeft)
                .LastOrDefault();
            if (current is not null)
            {
                changes.Adjust(current, owed, pauses, [.. leave[personId]]);
            }
            else if (owed is not null && engagement.From >= input.Programme.LaunchedOn)
            {
                changes.Make(owed, pauses);
            }
        }

        return changes.ToDifference();
    }

    /// <summary>The key of a person's round of onboarding.</summary>
    public static string CycleKey(string agencySlug, DateOnly firstDay) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"onboarding/{agencySlug}/{firstDay:yyyy-MM-dd}"
        );
}

/// <summary>The changes of a plan as they are found.</summary>
internal sealed class OnboardingChanges(
    PlannedProgramme programme,
    IReadOnlySet<Guid> heldForAnotherReason,
    DateOnly today
)
{
    private readonly List<AssignmentToMake> make = [];
    private readonly List<AssignmentToMove> move = [];
    private readonly List<Guid> hold = [];
    private readonly List<Guid> release = [];
    private readonly List<Guid> leave = [];
    private readonly List<Guid> comeBack = [];

    public void Make(OwedOnboarding owed, IReadOnlyList<LeavePause> pauses) =>
        make.Add(
            new(
                owed.PersonId,
                owed.PersonKind,
                OnboardingPlan.CycleKey(programme.AgencySlug, owed.FirstDay),
                owed.OpensOn,
                owed.DueOn,
                IsAway(pauses)
            )
        );

    // What was signed stays signed; everything else is not asked of someone who is not here.
    public void Withdraw(IEnumerable<PlannedAssignment> assignments) =>
        leave.AddRange(
            assignments
                .Where(assignment => !assignment.IsSettled && !assignment.HasLeft)
                .Select(assignment => assignment.Id)
        );

    public void Adjust(
        PlannedAssignment current,
        OwedOnboarding? owed,
        IReadOnlyList<LeavePause> pauses,
        IReadOnlyList<PlannedLeave> leaveFacts
    )
    {
        if (current.HasLeft && !current.IsSettled)
        {
            comeBack.Add(current.Id);
        }

        if (current.IsSettled || current.IsDeclined)
        {
            return;
        }

        if (owed is not null)
        {
            Move(current, owed);
        }

        AdjustHold(current, pauses, leaveFacts);
    }

    public OnboardingDifference ToDifference() => new(make, move, hold, release, leave, comeBack);

    // A date that somebody was told is never brought forward: extensions and answered questions keep what they gave.
    // Only when the first day turns out to be another are both dates computed anew.
    private void Move(PlannedAssignment current, OwedOnboarding owed)
    {
        var dueOn =
            current.OpensOn == owed.OpensOn && current.DueOn > owed.DueOn
                ? current.DueOn
                : owed.DueOn;
        if (
            current.OpensOn != owed.OpensOn
            || current.DueOn != dueOn
            || current.PersonKind != owed.PersonKind
        )
        {
            move.Add(new(current.Id, owed.PersonKind, owed.OpensOn, dueOn));
        }
    }

    // The planner takes off hold only what leave had put there: a leave over or unlearnt that covered the day of the hold.
    private void AdjustHold(
        PlannedAssignment current,
        IReadOnlyList<LeavePause> pauses,
        IReadOnlyList<PlannedLeave> leaveFacts
    )
    {
        if (IsAway(pauses))
        {
            if (current.HeldOn is null)
            {
                hold.Add(current.Id);
            }
        }
        else if (
            current.HeldOn is { } heldOn
            && !heldForAnotherReason.Contains(current.Id)
            && leaveFacts.Any(one => new LeavePause(one.From, one.Until).Covers(heldOn))
        )
        {
            release.Add(current.Id);
        }
    }

    private bool IsAway(IReadOnlyList<LeavePause> pauses) =>
        pauses.Any(pause => pause.Covers(today));
}
