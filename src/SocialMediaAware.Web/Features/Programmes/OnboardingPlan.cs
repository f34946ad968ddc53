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
    /// <summary>In how many working days it is due for people who came from another agency in great number on one day.</summary>
    public const int WorkingDaysAfterABulkMove = 20;

    /// <summary>Compares what should be with what is.</summary>
    public static PlanDifference Of(PlanInput input, WorkingDayCalendar calendar, DateOnly today)
    {
        var plan = new OnboardingPlanOfOne(input, calendar, today);
        plan.AddEverybody();
        return plan.ToDifference();
    }

    /// <summary>The key of a person's round of onboarding.</summary>
    public static string CycleKey(string agencySlug, DateOnly firstDay) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"onboarding/{agencySlug}/{firstDay:yyyy-MM-dd}"
        );
}

/// <summary>Plans one person after the other.</summary>
internal sealed class OnboardingPlanOfOne(
    PlanInput input,
    WorkingDayCalendar calendar,
    DateOnly today
)
{
    private readonly PlanChanges changes = new(input.HeldForAnotherReason, today);
    private readonly PlannedPeople people = input.PeopleOn(calendar, today);
    private readonly HoldsOfPeople holdsOf = new(input);

    public PlanDifference ToDifference() => changes.ToDifference();

    public void AddEverybody()
    {
        var assignments = input.Assignments.ToLookup(assignment => assignment.PersonId);
        foreach (var personId in people.InOrderWith(assignments.Select(person => person.Key)))
        {
            Add(people.Find(personId), assignments[personId]);
        }
    }

    private void Add(PlannedPerson? person, IEnumerable<PlannedAssignment> assignments)
    {
        var existing = assignments
            .OrderBy(assignment => assignment.OpensOn)
            .ThenBy(assignment => assignment.Id)
            .ToList();
        if (input.Programme.HasEnded)
        {
            changes.Supersede(existing);
            return;
        }

        if (person?.Engagement is not { } engagement)
        {
            input.Trace?.Add(PlanReasonKind.NotHere);
            changes.Withdraw(existing);
            return;
        }

        changes.Withdraw(existing.Where(assignment => !engagement.Includes(assignment)));
        var current = existing
            .Where(engagement.Includes)
            .OrderBy(assignment => !assignment.HasLeft)
            .LastOrDefault();
        // What is signed is settled: most people, most days.
        if (current is { IsSigned: true } && input.Trace is null)
        {
            return;
        }

        var holds = holdsOf.Of(person);
        if (current is not null)
        {
            changes.Adjust(current, Owed(person, engagement, holds), holds, input.Trace);
        }
        else if (engagement.From < input.Programme.LaunchedOn)
        {
            input.Trace?.Add(
                PlanReasonKind.BeganBeforeTheLaunch,
                engagement.From,
                input.Programme.LaunchedOn
            );
        }
        else if (holdsOf.ProgrammeStandsStillOn(today))
        {
            input.Trace?.Add(PlanReasonKind.ProgrammePaused);
        }
        else if (Owed(person, engagement, holds) is { } owed)
        {
            changes.Make(
                OnboardingPlan.CycleKey(input.Programme.AgencySlug, owed.FirstDay),
                owed,
                holds
            );
        }
    }

    private OwedAssignment? Owed(PlannedPerson person, Engagement engagement, PlannedHolds holds)
    {
        if (input.StandingOf(person, today) is not { } standing)
        {
            input.Trace?.Add(PlanReasonKind.NotInAudience);
            return null;
        }

        var opensOn = OpensOn(engagement, standing);
        var dueDates = new DueDates(
            holds.Pauses,
            engagement.TimeGiven(input.Extensions),
            calendar,
            standing.Pattern,
            input.Trace
        );
        var due = calendar.AddWorkingDays(
            opensOn,
            WorkingDaysFrom(engagement.From, opensOn),
            standing.Pattern
        );
        return new(
            standing.PersonId,
            standing.Kind,
            engagement.From,
            opensOn,
            dueDates.Now(opensOn, due),
            DueBeforeTakingBack: dueDates.BeforeTakingBack(opensOn, due)
        );
    }

    private DateOnly OpensOn(Engagement engagement, PlannedPlacement standing)
    {
        input.Trace?.Add(PlanReasonKind.Began, engagement.From);
        if (standing.AppearedOn <= engagement.From)
        {
            return engagement.From;
        }

        input.Trace?.Add(PlanReasonKind.Appeared, standing.AppearedOn);
        return standing.AppearedOn;
    }

    // An agency that takes over a whole office cannot have all of its people read in their first fortnight.
    private int WorkingDaysFrom(DateOnly firstDay, DateOnly opensOn)
    {
        var usual = input.Programme.DueInWorkingDays;
        var isBulkMove =
            usual < OnboardingPlan.WorkingDaysAfterABulkMove
            && input.DaysOfBulkMoves.Contains(firstDay);
        var days = isBulkMove ? OnboardingPlan.WorkingDaysAfterABulkMove : usual;
        input.Trace?.Add(
            isBulkMove ? PlanReasonKind.DueAfterBulkMove : PlanReasonKind.DueInWorkingDays,
            opensOn,
            number: days
        );
        return days;
    }
}

/// <summary>What holds each person's assignments of one programme.</summary>
internal sealed class HoldsOfPeople(PlanInput input)
{
    private readonly ILookup<Guid, PlannedExemption> exemptions = input.Exemptions.ToLookup(one =>
        one.PersonId
    );

    public PlannedHolds Of(PlannedPerson person) =>
        input.Pauses.Count == 0 && !exemptions.Contains(person.Id)
            ? person.HoldsByLeave
            : PlannedHolds.Of(person.Leave, [.. exemptions[person.Id]], input.Pauses);

    public bool ProgrammeStandsStillOn(DateOnly day) =>
        input.Pauses.Any(pause => pause.Covers(day));
}
