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
);

/// <summary>A placement in the programme's agency that is believed now, past ones included.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="AppearedOn">The New Zealand date on which the portal first learnt of the person.</param>
/// <param name="Kind">How they stand to the agency.</param>
/// <param name="Region">The region whose anniversary day they keep.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day after; null while no end is known.</param>
/// <param name="UnitId">The unit: more time can be given to one.</param>
public sealed record PlannedPlacement(
    Guid PersonId,
    DateOnly AppearedOn,
    PersonKind Kind,
    string? Region,
    DateOnly From,
    DateOnly? Until,
    Guid UnitId = default
);

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
}

/// <summary>An assignment to be made.</summary>
public sealed record AssignmentToMake(
    Guid PersonId,
    PersonKind PersonKind,
    string CycleKey,
    DateOnly OpensOn,
    DateOnly DueOn,
    bool IsHeld
);

/// <summary>An assignment whose dates or kind of person changed.</summary>
public sealed record AssignmentToMove(
    Guid Id,
    PersonKind PersonKind,
    DateOnly OpensOn,
    DateOnly DueOn
);

/// <summary>What must change for the assignments to be as they should be. Empty when they are.</summary>
/// <param name="Make">To be made.</param>
/// <param name="Move">To be moved.</param>
/// <param name="Hold">To be put on hold, by id.</param>
/// <param name="Release">To be taken off hold, by id.</param>
/// <param name="Leave">To be withdrawn, because the person left, by id.</param>
/// <param name="ComeBack">To be asked again, because the person had not left after all, or its occasion came back, by id.</param>
/// <param name="Supersede">To be ended, because a newer round took its place or its occasion is over, by id.</param>
public sealed record PlanDifference(
    IReadOnlyList<AssignmentToMake> Make,
    IReadOnlyList<AssignmentToMove> Move,
    IReadOnlyList<Guid> Hold,
    IReadOnlyList<Guid> Release,
    IReadOnlyList<Guid> Leave,
    IReadOnlyList<Guid> ComeBack,
    IReadOnlyList<Guid> Supersede
)
{
    /// <summary>How many assignments are made or changed.</summary>
    public int Count => Make.Count + ByAssignment().Count();

    /// <summary>The changes, assignment by assignment.</summary>
    public IEnumerable<(Guid Id, AssignmentChange Change)> ByAssignment()
    {
        var changes = new Dictionary<Guid, AssignmentChange>();
        foreach (var move in Move)
        {
            Of(move.Id).Move = move;
        }

        foreach (
            var (ids, mark) in new (IReadOnlyList<Guid>, Action<AssignmentChange>)[]
            {
                (Hold, change => change.Hold = true),
                (Release, change => change.Release = true),
                (Leave, change => change.Leave = true),
                (ComeBack, change => change.ComeBack = true),
                (Supersede, change => change.Supersede = true),
            }
        )
        {
            foreach (var id in ids)
            {
                mark(Of(id));
            }
        }

        return changes.Select(entry => (entry.Key, entry.Value));

        AssignmentChange Of(Guid id) =>
            changes.TryGetValue(id, out var change) ? change : changes[id] = new();
    }
}
