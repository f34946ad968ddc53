using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>An assignment that a programme would make.</summary>
/// <param name="PersonId">Whose.</param>
/// <param name="OpensOn">When it opens.</param>
/// <param name="DueOn">When it is due.</param>
/// <param name="IsHeld">Whether it would be on hold from the beginning.</param>
/// <param name="UnitId">The unit of the position for which the person is meant.</param>
/// <param name="ModuleSlugs">The modules, where it does not cover all of the programme's.</param>
public sealed record OutlookDuty(
    Guid PersonId,
    DateOnly OpensOn,
    DateOnly DueOn,
    bool IsHeld,
    Guid UnitId,
    IReadOnlyList<string>? ModuleSlugs
)
{
    /// <summary>From when it would not be asked any more, because a newer round takes its place; null while it would be.</summary>
    public DateOnly? EndsOn { get; init; }
}

/// <summary>Somebody who would not be asked, and the planner's last step, which says why.</summary>
public sealed record OutlookLeftOut(Guid PersonId, PlanReasonKind Reason);

/// <summary>
/// What a programme would do from today for some weeks, as the planner would do it day by day. A pure function, which looks at
/// everybody on the days on which rounds open, and at a person on the days on which something begins for them.
/// </summary>
/// <param name="Duties">The assignments that it would make.</param>
/// <param name="LeftOut">Who of those who are or will be there would not be asked.</param>
public sealed record LaunchOutlook(
    IReadOnlyList<OutlookDuty> Duties,
    IReadOnlyList<OutlookLeftOut> LeftOut
)
{
    /// <summary>Looks ahead.</summary>
    /// <param name="facts">The programme as if it had been launched today, with its rounds until the last day.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="today">The New Zealand date.</param>
    /// <param name="until">The first day that is not looked at.</param>
    public static LaunchOutlook Of(
        ProgrammeFacts facts,
        WorkingDayCalendar calendar,
        DateOnly today,
        DateOnly until
    ) => new LookingAhead(facts, calendar, today, until).Find();
}

/// <summary>Looks at one day after the other.</summary>
internal sealed class LookingAhead(
    ProgrammeFacts facts,
    WorkingDayCalendar calendar,
    DateOnly today,
    DateOnly until
)
{
    private readonly ILookup<Guid, PlannedPlacement> placements = facts.Input.Placements.ToLookup(
        placement => placement.PersonId
    );
    private readonly ILookup<Guid, PlannedLeave> leave = facts.Input.Leave.ToLookup(one =>
        one.PersonId
    );
    private readonly ILookup<Guid, PlannedFlag> flags = facts.Input.Flags.ToLookup(flag =>
        flag.PersonId
    );
    private readonly Dictionary<Guid, (OutlookDuty Duty, PlannedAssignment Planned)> made = [];
    private readonly Dictionary<Guid, PlannedAssignment> there =
        facts.Input.Assignments.ToDictionary(assignment => assignment.Id);

    public LaunchOutlook Find()
    {
        var daysOfAll = DaysOfEverybody();
        var daysOfSome = DaysOfSomebody(daysOfAll);
        foreach (
            var day in daysOfAll.Concat(daysOfSome.Select(some => some.Key)).Distinct().Order()
        )
        {
            PlanOn(day, daysOfAll.Contains(day) ? null : daysOfSome[day].ToHashSet());
        }

        return new([.. made.Values.Select(one => one.Duty)], LeftOutOn(daysOfAll.Max()));
    }

    private SortedSet<DateOnly> DaysOfEverybody() =>
        [
            today,
            .. facts
                .Rounds.Select(round => round.OpensOn)
                .Concat(facts.Input.RuleChanges.Select(change => change.InForceOn))
                .Where(IsAhead),
        ];

    // A position or a task that begins can bring somebody in; so can a task that ends, where others are meant.
    private ILookup<DateOnly, Guid> DaysOfSomebody(SortedSet<DateOnly> daysOfAll) =>
        facts
            .Input.Placements.Select(placement => (Day: placement.From, placement.PersonId))
            .Concat(facts.Input.Flags.Select(flag => (Day: flag.From, flag.PersonId)))
            .Concat(
                facts
                    .Input.Flags.Where(flag => flag.Until is not null)
                    .Select(flag => (Day: flag.Until!.Value, flag.PersonId))
            )
            .Where(entry => IsAhead(entry.Day) && !daysOfAll.Contains(entry.Day))
            .ToLookup(entry => entry.Day, entry => entry.PersonId);

    private bool IsAhead(DateOnly day) => day > today && day < until;

    private void PlanOn(DateOnly day, HashSet<Guid>? only)
    {
        var input = InputOn(day, only);
        var difference = facts.Programme.Plan(facts.Rounds, input, calendar, day);
        foreach (var id in difference.Supersede.Where(made.ContainsKey))
        {
            var (duty, planned) = made[id];
            made[id] = (duty with { EndsOn = day }, planned with { IsSuperseded = true });
        }

        foreach (var id in difference.ComeBack.Where(made.ContainsKey))
        {
            var (duty, planned) = made[id];
            made[id] = (duty with { EndsOn = null }, planned with { IsSuperseded = false });
        }

        foreach (var one in difference.Make)
        {
            var id = Guid.NewGuid();
            made[id] = (
                new(
                    one.PersonId,
                    one.OpensOn,
                    one.DueOn,
                    one.IsHeld,
                    UnitOf(input, one.PersonId, day),
                    one.ModuleSlugs
                ),
                Planned(id, one, day)
            );
        }
    }

    private PlanInput InputOn(DateOnly day, HashSet<Guid>? only)
    {
        var assignments = there.Values.Concat(made.Values.Select(one => one.Planned));
        return only is null
            ? facts.Input with
            {
                People =
                    day == today && facts.Input.People is { } known
                        ? known
                        : PlannedPeople.Of(
                            facts.Input.Placements,
                            facts.Input.Leave,
                            facts.Input.Flags,
                            calendar,
                            day
                        ),
                Assignments = [.. assignments],
            }
            : facts.Input with
            {
                People = PlannedPeople.Of(
                    only.SelectMany(personId => placements[personId]),
                    only.SelectMany(personId => leave[personId]),
                    only.SelectMany(personId => flags[personId]),
                    calendar,
                    day
                ),
                Assignments = [.. assignments.Where(one => only.Contains(one.PersonId))],
            };
    }

    private static Guid UnitOf(PlanInput input, Guid personId, DateOnly day) =>
        input.People?.Find(personId) is { } person && input.StandingOf(person, day) is { } standing
            ? standing.UnitId
            : Guid.Empty;

    private static PlannedAssignment Planned(Guid id, AssignmentToMake one, DateOnly day) =>
        new(
            id,
            one.PersonId,
            one.PersonKind,
            one.CycleKey,
            one.OpensOn,
            one.DueOn,
            PromisedUntil: null,
            one.IsHeld ? day : null,
            IsSigned: false,
            IsSuperseded: false,
            IsDeclined: false,
            HasLeft: false
        );

    // Why somebody is left out is asked on the last day on which the planner looked at them.
    private List<OutlookLeftOut> LeftOutOn(DateOnly lastDayOfAll)
    {
        var asked = made
            .Values.Select(one => one.Duty.PersonId)
            .Concat(there.Values.Select(one => one.PersonId))
            .ToHashSet();
        return
        [
            .. placements
                .Where(person => !asked.Contains(person.Key))
                .Select(person => (person.Key, Day: DayToAsk(person, lastDayOfAll)))
                .Where(entry => entry.Day is not null)
                .GroupBy(entry => entry.Day!.Value, entry => entry.Key)
                .SelectMany(some => Explained([.. some], some.Key)),
        ];
    }

    // Nobody asks about those who have left by then, or begin only later.
    private DateOnly? DayToAsk(IEnumerable<PlannedPlacement> own, DateOnly lastDayOfAll)
    {
        var current = own.Where(one => one.Until is null || one.Until > today).ToList();
        if (current.Count == 0)
        {
            return null;
        }

        var first = current.Min(one => one.From);
        return first >= until ? null
            : first > lastDayOfAll ? first
            : lastDayOfAll;
    }

    private IEnumerable<OutlookLeftOut> Explained(HashSet<Guid> some, DateOnly day) =>
        (facts with { Input = InputOn(day, some) })
            .Explain(calendar, day)
            .Where(plan => plan.Reasons is [.., { Kind: not PlanReasonKind.NotHere }])
            .Select(plan => new OutlookLeftOut(plan.PersonId, plan.Reasons[^1].Kind));
}
