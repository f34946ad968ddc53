namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>A launched programme with all that its plan is made from.</summary>
public sealed record ProgrammeFacts(
    PlannableProgramme Programme,
    IReadOnlyList<Round> Rounds,
    PlanInput Input
)
{
    /// <summary>What must change for its assignments to be as they should be.</summary>
    public PlanDifference Plan(WorkingDayCalendar calendar, DateOnly today) =>
        Programme.Plan(Rounds, Input, calendar, today);

    /// <summary>Person by person, what must change and the steps by which the planner comes to it.</summary>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="today">The New Zealand date.</param>
    public IEnumerable<PersonPlan> Explain(WorkingDayCalendar calendar, DateOnly today)
    {
        var people = Input.PeopleOn(calendar, today);
        var assignments = Input.Assignments.ToLookup(assignment => assignment.PersonId);
        var exemptions = Input.Exemptions.ToLookup(exemption => exemption.PersonId);
        foreach (
            var personId in people.PersonIds.Union(assignments.Select(person => person.Key)).Order()
        )
        {
            var trace = new PlanTrace();
            PlannedAssignment[] own = [.. assignments[personId]];
            var difference = Programme.Plan(
                Rounds,
                Input with
                {
                    People = people.Only(personId),
                    Assignments = own,
                    Exemptions = [.. exemptions[personId]],
                    Trace = trace,
                },
                calendar,
                today
            );
            yield return new(personId, own, difference, trace.Reasons);
        }
    }
}

/// <summary>What the planner says of one person and one programme.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Assignments">The assignments of the programme that they have.</param>
/// <param name="Difference">What must change.</param>
/// <param name="Reasons">The steps that led there; the last one says why nothing is owed, where that is so.</param>
public sealed record PersonPlan(
    Guid PersonId,
    IReadOnlyList<PlannedAssignment> Assignments,
    PlanDifference Difference,
    IReadOnlyList<PlanReason> Reasons
);

/// <summary>For what a plan is asked.</summary>
/// <param name="Today">The New Zealand date: it says which rounds have opened.</param>
/// <param name="OnlyPersonId">The one person it is asked for; null for everybody.</param>
public sealed record PlanQuestion(DateOnly Today, Guid? OnlyPersonId = null)
{
    /// <summary>Until when rounds that open later are known too; null for today.</summary>
    public DateOnly? LookAheadTo { get; init; }

    /// <summary>A programme as it would be, in place of the one of its id, or beside the others while it is not launched.</summary>
    public PlannableProgramme? InPlace { get; init; }

    /// <summary>The one programme that is planned, while the others are known all the same; null for all.</summary>
    public Guid? OnlyProgrammeId { get; init; }
}
