using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports.Counting;

/// <summary>What one walk through a round's history counts as at a day.</summary>
internal sealed class RoundCount
{
    private static readonly int Statuses = Enum.GetValues<AssignmentStatus>().Length;
    private static readonly int Stages = Enum.GetValues<LearningStage>().Length;

    private readonly int[] standings;
    private readonly int[] stages;
    private readonly Dictionary<int, int> fallingDue = [];
    private readonly Dictionary<int, int> dueOn = [];

    private RoundCount(int units)
    {
        standings = new int[(units + 1) * Statuses];
        stages = new int[(units + 1) * Stages];
    }

    /// <summary>How many on hold are exempt.</summary>
    public int Exempt { get; private set; }

    /// <summary>The day on which most were due; null when nobody was asked.</summary>
    public DateOnly? MostAreDueOn => RoundHistory.MostOf(dueOn);

    /// <summary>How many who have not signed are due on which day, from the day counted on; on hold is left out, because its date moves.</summary>
    public IEnumerable<(DateOnly Day, int People)> FallingDue =>
        fallingDue
            .OrderBy(one => one.Key)
            .Select(one => (DateOnly.FromDayNumber(one.Key), one.Value));

    /// <summary>Counts.</summary>
    /// <param name="round">The round.</param>
    /// <param name="placements">Where people were.</param>
    /// <param name="day">The day, at its end.</param>
    /// <param name="exempt">The numbers of people who were exempt on the day.</param>
    public static RoundCount On(
        RoundHistory round,
        PlacementHistory placements,
        int day,
        IReadOnlySet<int> exempt
    )
    {
        var units = placements.UnitsOn(day);
        var count = new RoundCount(placements.UnitIds.Count);
        round.EachOn(
            day,
            (in AssignmentTrace trace, in KnownState state, AssignmentStatus status) =>
                count.Add(units[trace.Person], trace, state, status, day, exempt)
        );
        return count;
    }

    /// <summary>The figures of a unit alone, by its number.</summary>
    public CompletionFigures FiguresOf(int unit)
    {
        var own = standings.AsSpan((unit + 1) * Statuses, Statuses);
        return new(
            own[(int)AssignmentStatus.Signed],
            own[(int)AssignmentStatus.Open],
            own[(int)AssignmentStatus.Overdue],
            own[(int)AssignmentStatus.Declined],
            own[(int)AssignmentStatus.NotDue],
            own[(int)AssignmentStatus.OnHold],
            own[(int)AssignmentStatus.Left]
        );
    }

    /// <summary>How far people of a unit alone have come who are asked and have not signed.</summary>
    public StageFigures StagesOf(int unit)
    {
        var own = stages.AsSpan((unit + 1) * Stages, Stages);
        return new(
            own[(int)LearningStage.NotOpened],
            own[(int)LearningStage.Reading],
            own[(int)LearningStage.Practising],
            own[(int)LearningStage.ReadyToSign]
        );
    }

    private void Add(
        int unit,
        in AssignmentTrace trace,
        in KnownState state,
        AssignmentStatus status,
        int day,
        IReadOnlySet<int> exempt
    )
    {
        standings[((unit + 1) * Statuses) + (int)status]++;
        dueOn[state.DueOn] = dueOn.GetValueOrDefault(state.DueOn) + 1;
        if (status.IsAsked())
        {
            stages[((unit + 1) * Stages) + (int)trace.StageOn(day)]++;
        }

        if (status is AssignmentStatus.Open or AssignmentStatus.NotDue && state.DueOn >= day)
        {
            fallingDue[state.DueOn] = fallingDue.GetValueOrDefault(state.DueOn) + 1;
        }

        if (status is AssignmentStatus.OnHold && exempt.Contains(trace.Person))
        {
            Exempt++;
        }
    }
}
