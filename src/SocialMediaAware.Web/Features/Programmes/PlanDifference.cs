using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>An assignment to be made.</summary>
public sealed record AssignmentToMake(
    Guid PersonId,
    PersonKind PersonKind,
    string CycleKey,
    DateOnly OpensOn,
    DateOnly DueOn,
    bool IsHeld
)
{
    /// <summary>The modules, where it does not cover all of the programme's.</summary>
    public IReadOnlyList<string>? ModuleSlugs { get; init; }
}

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

    /// <summary>Several differences as one.</summary>
    public static PlanDifference Together(IEnumerable<PlanDifference> differences)
    {
        var all = differences.ToList();
        return new(
            [.. all.SelectMany(one => one.Make)],
            [.. all.SelectMany(one => one.Move)],
            [.. all.SelectMany(one => one.Hold)],
            [.. all.SelectMany(one => one.Release)],
            [.. all.SelectMany(one => one.Leave)],
            [.. all.SelectMany(one => one.ComeBack)],
            [.. all.SelectMany(one => one.Supersede)]
        );
    }

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
