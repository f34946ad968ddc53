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

    public void Make(
        string cycleKey,
        OwedAssignment owed,
        PlannedHolds holds,
        IReadOnlyList<string>? moduleSlugs = null
    ) =>
        make.Add(
            new(
                owed.PersonId,
                owed.PersonKind,
                cycleKey,
                owed.OpensOn,
                owed.DueOn,
                holds.HoldOn(today)
            )
            {
                ModuleSlugs = moduleSlugs,
            }
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
        PlannedHolds holds,
        PlanTrace? trace = null
    )
    {
        if (current.IsSigned)
        {
            return;
        }

        if (owed is null)
        {
            Supersede([current]);
            return;
        }

        if (current.HasLeft || current.IsSuperseded)
        {
            comeBack.Add(current.Id);
        }

        if (current.IsDeclined)
        {
            return;
        }

        var dueOn = DueThatIsNotBroughtForward(current, owed);
        if (dueOn > owed.DueOn)
        {
            trace?.Add(PlanReasonKind.NotBroughtForward, dueOn);
        }

        Move(current, owed, dueOn);
        AdjustHold(current, holds);
    }

    /// <summary>Adjusts an assignment whose dates follow a day in the calendar that can move, both ways.</summary>
    public void Follow(
        PlannedAssignment current,
        OwedAssignment owed,
        PlannedHolds holds,
        PlanTrace? trace = null
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

        var dueOn = owed.DueOn;
        if (current.PromisedUntil > dueOn)
        {
            dueOn = current.PromisedUntil.Value;
            trace?.Add(PlanReasonKind.Promised, dueOn);
        }

        if (dueOn > owed.NeverDueAfter)
        {
            dueOn = owed.NeverDueAfter.Value;
            trace?.Add(PlanReasonKind.NeverAfter, dueOn);
        }

        Move(current, owed, dueOn);
        AdjustHold(current, holds);
    }

    public PlanDifference ToDifference() =>
        new(make, move, hold, release, leave, comeBack, supersede);

    // A date that somebody was told is never brought forward: leave that was shortened and answered questions keep what they gave.
    // Only when the first day turns out to be another are both dates computed anew, and time that was taken back goes.
    private static DateOnly DueThatIsNotBroughtForward(
        PlannedAssignment current,
        OwedAssignment owed
    ) =>
        current.OpensOn != owed.OpensOn || current.DueOn <= owed.DueOn ? owed.DueOn
        : current.DueOn != owed.DueBeforeTakingBack ? current.DueOn
        : current.PromisedUntil > owed.DueOn ? current.PromisedUntil.Value
        : owed.DueOn;

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

    // The planner takes off hold only what leave or an exemption had put there: one that is over or unlearnt and covered the day of
    // the hold.
    private void AdjustHold(PlannedAssignment current, PlannedHolds holds)
    {
        if (holds.HoldOn(today))
        {
            if (current.HeldOn is null)
            {
                hold.Add(current.Id);
            }
        }
        else if (
            current.HeldOn is { } heldOn
            && !heldForAnotherReason.Contains(current.Id)
            && holds.ExplainHoldOn(heldOn)
        )
        {
            release.Add(current.Id);
        }
    }
}
