using System.Globalization;
using SocialMediaAware.Web.Features.Elections;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>One round of a programme that follows the calendar: a year's window, or an election's refresher.</summary>
/// <param name="CycleKey">Which round it is, such as <c>yearly/2027</c> or <c>election/general-2026</c>.</param>
/// <param name="OpensOn">The day it opens for everybody who is there.</param>
/// <param name="DueOn">The day it is due, before it moves to a working day of each person's region.</param>
/// <param name="OwedUntil">The last day on which it can open for somebody.</param>
/// <param name="LatecomersOwe">Whether somebody who joins after it opened owes it too.</param>
/// <param name="EndsWith">The day with which it loses its purpose, and after which it is never due; null without one.</param>
public sealed record Round(
    string CycleKey,
    DateOnly OpensOn,
    DateOnly DueOn,
    DateOnly OwedUntil,
    bool LatecomersOwe,
    DateOnly? EndsWith = null
)
{
    /// <summary>The only regions whose people it is for; none for all.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>The rule that changed, where that is its occasion: due in working days, and owed by those who signed an older version.</summary>
    public PlannedRuleChange? RuleChange { get; init; }

    /// <summary>The modules, where it does not cover all of the programme's.</summary>
    public IReadOnlyList<string>? ModuleSlugs =>
        RuleChange is null ? null : [RuleChange.ModuleSlug];

    /// <summary>Whether it is for people of a region.</summary>
    public bool IsFor(string? region) =>
        Regions.Count == 0 || (region is not null && Regions.Contains(region));

    /// <summary>For how many days before its pre-election period an election's refresher is open.</summary>
    public const int DaysBeforeThePeriod = 21;

    /// <summary>Of several rounds the one that opened last; null when none has opened.</summary>
    public static Round? NewestOn(IEnumerable<Round> rounds, DateOnly today) =>
        rounds
            .Where(round => round.OpensOn <= today)
            .OrderBy(round => round.OpensOn)
            .ThenBy(round => round.CycleKey, StringComparer.Ordinal)
            .LastOrDefault();

    /// <summary>The round of a yearly programme in one year.</summary>
    /// <param name="window">When in the year.</param>
    /// <param name="year">The year.</param>
    /// <param name="latecomersOwe">Whether somebody who joins in the window owes it: not where onboarding asks them for the same.</param>
    public static Round OfYear(YearlyWindow window, int year, bool latecomersOwe) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"yearly/{year:0000}"),
            window.OpensIn(year),
            window.DueIn(year),
            window.DueIn(year),
            latecomersOwe
        );

    /// <summary>The round of an election's refresher: due on the first day of the pre-election period.</summary>
    /// <param name="election">The election.</param>
    /// <param name="daysBefore">For how many days before that it is open.</param>
    public static Round OfElection(
        PlannedElection election,
        int daysBefore = DaysBeforeThePeriod
    ) =>
        new(
            ElectionEvent.CycleKeyOf(election.Key),
            election.PreElectionFrom.AddDays(-daysBefore),
            election.PreElectionFrom,
            election.PollingDay,
            LatecomersOwe: true,
            EndsWith: election.PollingDay
        )
        {
            Regions = election.Regions,
        };

    /// <summary>The one round of a programme that is done once.</summary>
    public static Round Once(string programmeKey, ProgrammeSchedule schedule) =>
        new(
            $"one-off/{programmeKey}",
            schedule.OpensOn!.Value,
            schedule.DueOn!.Value,
            schedule.LatecomersOwe is true ? DateOnly.MaxValue : schedule.DueOn.Value,
            schedule.LatecomersOwe ?? false
        );

    /// <summary>The round of a rule that changed. People who join later and signed an older version once owe it too.</summary>
    public static Round OfRuleChange(PlannedRuleChange change) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"policy/{change.ModuleSlug}@{change.Major}"
            ),
            change.InForceOn,
            change.InForceOn,
            DateOnly.MaxValue,
            LatecomersOwe: true
        )
        {
            RuleChange = change,
        };

    /// <summary>The module that a round's key <c>policy/module@2</c> names.</summary>
    public static string ModuleOfRuleChange(string cycleKey)
    {
        var start = cycleKey.IndexOf('/', StringComparison.Ordinal) + 1;
        var end = cycleKey.LastIndexOf('@');
        return end > start ? cycleKey[start..end] : cycleKey[start..];
    }
}

/// <summary>What the planner asks about an election.</summary>
/// <param name="Key">The word for it in cycle keys, such as <c>general-2026</c>.</param>
/// <param name="PollingDay">The day of the vote, as it stands now.</param>
/// <param name="PreElectionFrom">The first day of the pre-election period.</param>
public sealed record PlannedElection(string Key, DateOnly PollingDay, DateOnly PreElectionFrom)
{
    /// <summary>The only regions whose people it is for; none for all.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];
}
