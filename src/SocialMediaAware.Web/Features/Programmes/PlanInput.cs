using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>What the planner asks about a programme and its agency.</summary>
/// <param name="AgencySlug">The word for the agency in cycle keys.</param>
/// <param name="LaunchedOn">The New Zealand date of its launch.</param>
/// <param name="AudienceKinds">The kinds of person that owe it.</param>
/// <param name="DueInWorkingDays">In how many working days it is due.</param>
public sealed record PlannedProgramme(
    string AgencySlug,
    DateOnly LaunchedOn,
    IReadOnlyList<PersonKind> AudienceKinds,
    int DueInWorkingDays
)
{
    /// <summary>Who of these kinds owes it.</summary>
    public ProgrammeAudience Audience { get; init; } = ProgrammeAudience.Everybody;

    /// <summary>Whether it was ended: nothing more is asked.</summary>
    public bool HasEnded { get; init; }
}

/// <summary>A placement in the programme's agency that is believed now, past ones included.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="AppearedOn">The New Zealand date on which the portal first learnt of the person.</param>
/// <param name="Kind">How they stand to the agency.</param>
/// <param name="Region">The region whose anniversary day they keep.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day after; null while no end is known.</param>
/// <param name="UnitId">The unit: more time can be given to one.</param>
/// <param name="WorkDays">The days of the week on which they work in it.</param>
public sealed record PlannedPlacement(
    Guid PersonId,
    DateOnly AppearedOn,
    PersonKind Kind,
    string? Region,
    DateOnly From,
    DateOnly? Until,
    Guid UnitId = default,
    WorkDays WorkDays = WorkDays.Weekdays
)
{
    /// <summary>When they work.</summary>
    public WorkPattern Pattern => new(Region, WorkDays);
}

/// <summary>Leave, also such as is no longer believed: it explains why something was put on hold.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="From">The first day away.</param>
/// <param name="Until">The first day back; null while it is not known.</param>
/// <param name="IsBelieved">Whether it is believed now.</param>
public sealed record PlannedLeave(
    Guid PersonId,
    DateOnly From,
    DateOnly? Until,
    bool IsBelieved = true
);

/// <summary>An exemption from the programme, also such as is no longer believed, as with leave.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="From">The first day on which they are exempt.</param>
/// <param name="Until">The first day on which they no longer are; null while it is not known.</param>
/// <param name="IsBelieved">Whether it is believed now.</param>
public sealed record PlannedExemption(
    Guid PersonId,
    DateOnly From,
    DateOnly? Until,
    bool IsBelieved = true
);

/// <summary>An assignment of the programme as it stands now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PersonId">Whose.</param>
/// <param name="PersonKind">For which kind of person its words are.</param>
/// <param name="CycleKey">Which round it is.</param>
/// <param name="OpensOn">When it opens.</param>
/// <param name="DueOn">When it is due.</param>
/// <param name="PromisedUntil">The day until which the person was promised time, after an answer; null without a promise.</param>
/// <param name="HeldOn">The New Zealand date on which it was put on hold; null while it is not.</param>
/// <param name="IsSigned">Whether it was signed.</param>
/// <param name="IsSuperseded">Whether another took its place, or its occasion is over.</param>
/// <param name="IsDeclined">Whether the person does not agree.</param>
/// <param name="HasLeft">Whether it was withdrawn because the person left.</param>
public sealed record PlannedAssignment(
    Guid Id,
    Guid PersonId,
    PersonKind PersonKind,
    string CycleKey,
    DateOnly OpensOn,
    DateOnly DueOn,
    DateOnly? PromisedUntil,
    DateOnly? HeldOn,
    bool IsSigned,
    bool IsSuperseded,
    bool IsDeclined,
    bool HasLeft
)
{
    /// <summary>Whether nothing will change it any more, unless its occasion comes back.</summary>
    public bool IsSettled => IsSigned || IsSuperseded;

    /// <summary>Whether its dates still matter.</summary>
    public bool IsRunning => !IsSettled && !IsDeclined && !HasLeft;
}

/// <summary>All that a plan is made from. Order does not matter.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Placements">The placements in its agency.</param>
/// <param name="Leave">The leave of the agency's people.</param>
/// <param name="Assignments">The programme's assignments.</param>
/// <param name="HeldForAnotherReason">Assignments that something other than leave or an exemption holds, such as an open question.</param>
public sealed record PlanInput(
    PlannedProgramme Programme,
    IReadOnlyCollection<PlannedPlacement> Placements,
    IReadOnlyCollection<PlannedLeave> Leave,
    IReadOnlyCollection<PlannedAssignment> Assignments,
    IReadOnlySet<Guid> HeldForAnotherReason
)
{
    /// <summary>Who is exempt from the programme.</summary>
    public IReadOnlyCollection<PlannedExemption> Exemptions { get; init; } = [];

    /// <summary>The time that was given for the programme, also such as was taken back.</summary>
    public IReadOnlyCollection<PlannedExtension> Extensions { get; init; } = [];

    /// <summary>The tasks of the agency's people.</summary>
    public IReadOnlyCollection<PlannedFlag> Flags { get; init; } = [];

    /// <summary>When the programme stood still, or stands still.</summary>
    public IReadOnlyCollection<LeavePause> Pauses { get; init; } = [];

    /// <summary>Each unit's way up today, itself first; a unit that is not there stands for itself alone.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> WaysUp { get; init; } =
        new Dictionary<Guid, IReadOnlyList<Guid>>();

    /// <summary>The first days on which so many came from another agency at once that they get more time.</summary>
    public IReadOnlySet<DateOnly> DaysOfBulkMoves { get; init; } = new HashSet<DateOnly>();

    /// <summary>The modules that changed materially, for a programme that follows changes.</summary>
    public IReadOnlyList<PlannedRuleChange> RuleChanges { get; init; } = [];

    /// <summary>The agency's people, when they were worked out for all of its programmes; null to work them out here.</summary>
    public PlannedPeople? People { get; init; }

    /// <summary>Where the steps are told; null when nobody asks. For the plan of one person.</summary>
    public PlanTrace? Trace { get; init; }

    internal PlannedPeople PeopleOn(WorkingDayCalendar calendar, DateOnly today) =>
        People ?? PlannedPeople.Of(Placements, Leave, Flags, calendar, today);

    /// <summary>Who is meant on a day, in which of their positions; null when they are not of the audience.</summary>
    internal PlannedPlacement? StandingOf(PlannedPerson person, DateOnly today) =>
        person.Engagement?.StandingOn(
            today,
            (placement, day) =>
                Programme.AudienceKinds.Contains(placement.Kind)
                && (
                    Programme.Audience.Groups.Count == 0
                    || Programme.Audience.Includes(
                        placement.Kind,
                        WaysUp.GetValueOrDefault(placement.UnitId) ?? [placement.UnitId],
                        [
                            .. person
                                .Flags.Where(flag =>
                                    flag.From <= day && (flag.Until is null || flag.Until > day)
                                )
                                .Select(flag => flag.Flag),
                        ]
                    )
                )
        );
}
