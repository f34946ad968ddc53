namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>
/// Says who owes a round of a programme that follows the calendar (a year's window, an election's refresher, a one-off, a rule that
/// changed), and what must change for the assignments to say the same. A pure function, like <see cref="OnboardingPlan" />.
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
        var plan = new CalendarPlanOfOne(input, rounds, calendar, today);
        plan.AddEverybody();
        return plan.ToDifference();
    }
}

/// <summary>Plans one person after the other.</summary>
internal sealed class CalendarPlanOfOne
{
    private readonly PlanInput input;
    private readonly DateOnly today;
    private readonly PlanChanges changes;
    private readonly PlannedPeople people;
    private readonly HoldsOfPeople holdsOf;
    private readonly OwedInRound owedIn;
    private readonly Dictionary<string, Round> byKey;
    private readonly Round? newest;

    public CalendarPlanOfOne(
        PlanInput input,
        IReadOnlyCollection<Round> rounds,
        WorkingDayCalendar calendar,
        DateOnly today
    )
    {
        (this.input, this.today) = (input, today);
        changes = new(input.HeldForAnotherReason, today);
        people = input.PeopleOn(calendar, today);
        holdsOf = new(input);
        owedIn = new(input, calendar, today);
        byKey = rounds.ToDictionary(round => round.CycleKey);
        newest = Round.NewestOn(rounds, today);
    }

    public PlanDifference ToDifference() => changes.ToDifference();

    public void AddEverybody()
    {
        var assignments = input.Assignments.ToLookup(assignment => assignment.PersonId);
        foreach (var personId in people.InOrderWith(assignments.Select(person => person.Key)))
        {
            Add(people.Find(personId), [.. assignments[personId]]);
        }
    }

    private void Add(PlannedPerson? person, IReadOnlyList<PlannedAssignment> existing)
    {
        if (input.Programme.HasEnded)
        {
            changes.Supersede(existing);
            return;
        }

        if (person?.Engagement is not { } engagement || engagement.From > today)
        {
            input.Trace?.Add(PlanReasonKind.NotHere);
            changes.Withdraw(existing);
            return;
        }

        var ofNewest = existing.FirstOrDefault(assignment =>
            assignment.CycleKey == newest?.CycleKey
        );
        // Nothing is left to say of somebody whose only assignment is signed: most people, most days.
        if (ofNewest is { IsSigned: true } && existing.Count == 1 && input.Trace is null)
        {
            return;
        }

        var holds = holdsOf.Of(person);
        var owed = OwedInTheNewest(person, engagement, holds, ofNewest);
        foreach (var assignment in existing)
        {
            Keep(assignment, person, engagement, holds, owed);
        }

        if (owed is not null && ofNewest is null)
        {
            changes.Make(newest!.CycleKey, owed, holds, newest.ModuleSlugs);
        }
    }

    private OwedAssignment? OwedInTheNewest(
        PlannedPerson person,
        Engagement engagement,
        PlannedHolds holds,
        PlannedAssignment? ofNewest
    )
    {
        if (newest is null)
        {
            input.Trace?.Add(PlanReasonKind.NoRound);
            return null;
        }

        if (ofNewest is null && holdsOf.ProgrammeStandsStillOn(today))
        {
            input.Trace?.Add(PlanReasonKind.ProgrammePaused);
            return null;
        }

        return owedIn.Find(newest, person, engagement, holds, ofNewest, input.Trace);
    }

    // An assignment of the newest round is followed also into a later engagement: somebody who left and came back in the same
    // round owes it still.
    private void Keep(
        PlannedAssignment assignment,
        PlannedPerson person,
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
            owedInTheNewest is null
            && byKey.TryGetValue(assignment.CycleKey, out var round)
            && !IsOverFor(round, assignment, holds)
            && assignment.IsRunning
            && owedIn.Find(round, person, engagement, holds, assignment, trace: null) is { } owed
        )
        {
            changes.Follow(assignment, owed, holds);
        }
        else
        {
            changes.Supersede([assignment]);
        }
    }

    private void KeepTheNewest(
        PlannedAssignment assignment,
        PlannedHolds holds,
        OwedAssignment? owed
    )
    {
        if (owed is null || IsOverFor(newest!, assignment, holds))
        {
            changes.Supersede([assignment]);
        }
        else
        {
            changes.Follow(assignment, owed, holds, input.Trace);
        }
    }

    // Somebody who was away on polling day missed nothing that can still be made good.
    private bool IsOverFor(Round round, PlannedAssignment assignment, PlannedHolds holds) =>
        round.EndsWith is { } end && today > end && (assignment.IsSuperseded || holds.HoldOn(end));
}
