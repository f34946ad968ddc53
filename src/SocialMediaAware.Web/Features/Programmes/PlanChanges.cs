namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>The changes of a plan as they are found.</summary>
internal sealed class PlanChanges(IReadOnlySet<Guid> heldForAnotherReason, DateOnly today)
{
    private readonly List<AssignmentToMake> make = [];
    private readonly List<AssignmentToMove> move = [];
    private readonly List<Guid> hold = [];
    private readonly List<Guid> release = [];
    private readonly List<Guid> leave = [];
    private readonly List<Guid> comeBack = [];
    private readonly List<Guid> supersede = [];

    public void Make(string cycleKey, OwedAssignment owed, IReadOnlyList<LeavePause> pauses) =>
        make.Add(
            new(owed.PersonId, owed.PersonKind, cycleKey, owed.OpensOn, owed.DueOn, IsAway(pauses))
        );

    // What was signed stays signed; everything else is not asked of someone who is not here.
    public void Withdraw(IEnumerable<PlannedAssignment> assignments) =>
        leave.AddRange(
            assignments
                .Where(assignment => !assignment.IsSettled && !assignment.HasLeft)
                .Select(assignment => assignment.Id)
        );

    // A decline is an answer, and stays one.
    public void Supersede(IEnumerable<PlannedAssignment> assignments) =>
        supersede.AddRange(
            assignments
                .Where(assignment => assignment.IsRunning)
                .Select(assignment => assignment.Id)
        );

    public void Adjust(
        PlannedAssignment current,
        OwedAssignment? owed,
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
            Move(current, owed, DueThatIsNotBroughtForward(current, owed));
        }

        AdjustHold(current, pauses, leaveFacts);
    }

    /// <summary>Adjusts an assignment whose dates follow a day in the calendar that can move, both ways.</summary>
    public void Follow(
        PlannedAssignment current,
        OwedAssignment owed,
        IReadOnlyList<LeavePause> pauses,
        IReadOnlyList<PlannedLeave> leaveFacts
    )
    {
        if (current.HasLeft || current.IsSuperseded)
        {
            comeBack.Add(current.Id);
        }

        if (current.IsDeclined)
        {
            return;
        }

        var dueOn = current.PromisedUntil > owed.DueOn ? current.PromisedUntil.Value : owed.DueOn;
        Move(current, owed, dueOn > owed.NeverDueAfter ? owed.NeverDueAfter.Value : dueOn);
        AdjustHold(current, pauses, leaveFacts);
    }

    public PlanDifference ToDifference() =>
        new(make, move, hold, release, leave, comeBack, supersede);

    // A date that somebody was told is never brought forward: extensions and answered questions keep what they gave.
    // Only when the first day turns out to be another are both dates computed anew.
    private static DateOnly DueThatIsNotBroughtForward(
        PlannedAssignment current,
        OwedAssignment owed
    ) => current.OpensOn == owed.OpensOn && current.DueOn > owed.DueOn ? current.DueOn : owed.DueOn;

    private void Move(PlannedAssignment current, OwedAssignment owed, DateOnly dueOn)
    {
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
