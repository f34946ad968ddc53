namespace SocialMediaAware.Web.Features.Elections;

/// <summary>Where a step of an election's calendar stands.</summary>
public enum TimelineState
{
    /// <summary>It is over.</summary>
    Done,

    /// <summary>It is now.</summary>
    Current,

    /// <summary>It is to come.</summary>
    Coming,
}

/// <summary>A step of an election's calendar.</summary>
/// <param name="TextKey">The text that names it.</param>
/// <param name="From">Its first day.</param>
/// <param name="Until">Its last day; null when it is not known.</param>
/// <param name="State">Where it stands.</param>
public sealed record TimelineStep(
    string TextKey,
    DateOnly From,
    DateOnly? Until,
    TimelineState State
)
{
    /// <summary>Whether it is a single day.</summary>
    public bool IsOneDay => From == Until;
}

/// <summary>Puts the dates of an election in order.</summary>
public static class ElectionTimeline
{
    /// <summary>The steps from the guidance to the new government, as they stand on a day.</summary>
    /// <param name="dates">The election's dates.</param>
    /// <param name="isOn">Whether it counts for the reader: without, no refresher opens.</param>
    /// <param name="today">The day.</param>
    public static IReadOnlyList<TimelineStep> Of(ElectionDates dates, bool isOn, DateOnly today)
    {
        var steps = new List<(string Key, DateOnly From, DateOnly? Until)>();
        var dayBefore = dates.PreElectionFrom.AddDays(-1);
        var opens = dates.RefresherOpensOn;
        if (dates.GuidanceFrom is { } issued && issued <= dayBefore)
        {
            var until = isOn && issued < opens ? opens.AddDays(-1) : dayBefore;
            steps.Add(("StepElectionYear", issued, until));
        }

        if (isOn)
        {
            steps.Add(("StepRefresher", opens, dayBefore));
        }

        steps.Add(("StepPreElection", dates.PreElectionFrom, dates.PollingDay.AddDays(-1)));
        steps.Add(("StepPollingDay", dates.PollingDay, dates.PollingDay));
        if (dates.Kind is ElectionKind.General)
        {
            var formed = dates.GovernmentFormedOn;
            steps.Add(("StepPostElection", dates.PollingDay.AddDays(1), formed?.AddDays(-1)));
        }

        var current = steps.FindLastIndex(step => step.From <= today);
        return
        [
            .. steps.Select(
                (step, place) =>
                    new TimelineStep(
                        step.Key,
                        step.From,
                        step.Until,
                        place > current ? TimelineState.Coming
                            : place == current && !(step.Until < today) ? TimelineState.Current
                            : TimelineState.Done
                    )
            ),
        ];
    }
}
