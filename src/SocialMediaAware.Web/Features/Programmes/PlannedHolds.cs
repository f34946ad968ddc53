namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>What can hold a person's assignments of one programme: leave, exemptions, and the programme's own pauses.</summary>
internal sealed class PlannedHolds
{
    private readonly List<LeavePause> explaining = [];

    private PlannedHolds(IReadOnlyList<LeavePause> pauses) => Pauses = pauses;

    /// <summary>The times in which due dates stand still, in order.</summary>
    public IReadOnlyList<LeavePause> Pauses { get; }

    /// <summary>Works out what holds.</summary>
    public static PlannedHolds Of(
        IReadOnlyCollection<PlannedLeave> leave,
        IReadOnlyCollection<PlannedExemption> exemptions,
        IReadOnlyCollection<LeavePause> programmePauses
    )
    {
        var holds = new PlannedHolds(
            leave.Count + exemptions.Count + programmePauses.Count == 0
                ? []
                : LeavePause.OfHolds(leave, exemptions, programmePauses)
        );
        holds.explaining.AddRange(leave.Select(one => new LeavePause(one.From, one.Until)));
        holds.explaining.AddRange(exemptions.Select(one => new LeavePause(one.From, one.Until)));
        // A programme that was paused and went on at the same day held its assignments all the same.
        holds.explaining.AddRange(
            programmePauses.Select(one => one with { Until = one.Until?.AddDays(1) })
        );
        return holds;
    }

    /// <summary>Whether the assignment is on hold on a day.</summary>
    public bool HoldOn(DateOnly day) => Pauses.Any(pause => pause.Covers(day));

    /// <summary>Whether one of them, believed or no longer, was why it was put on hold on a day.</summary>
    public bool ExplainHoldOn(DateOnly day) => explaining.Exists(one => one.Covers(day));
}
