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
    /// <summary>The regions whose people owe it; empty for everybody.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

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

    /// <summary>The round of an election's refresher. Opens 21 days before the pre-election period and is due on its first day.</summary>
    public static Round OfElection(PlannedElection election) =>
        new(
            ElectionEvent.CycleKeyOf(election.Key),
            election.PreElectionFrom.AddDays(-DaysBeforeThePeriod),
            election.PreElectionFrom,
            election.PollingDay,
            LatecomersOwe: true,
            EndsWith: election.PollingDay
        )
        {
            Regions = election.Regions,
        };
}

/// <summary>What the planner asks about an election.</summary>
/// <param name="Key">The word for it in cycle keys, such as <c>general-2026</c>.</param>
/// <param name="PollingDay">The day of the vote, as it stands now.</param>
/// <param name="PreElectionFrom">The first day of the pre-election period.</param>
public sealed record PlannedElection(string Key, DateOnly PollingDay, DateOnly PreElectionFrom)
{
    /// <summary>The regions whose people it concerns; empty for the whole agency.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];
}

/// <summary>The part of each year in which a yearly programme is done.</summary>
/// <param name="OpensMonth">The month it opens in, 1 to 12.</param>
/// <param name="OpensDay">The day of that month; where the month is shorter, its last day.</param>
/// <param name="DueMonth">The month it is due in; one before the opening month is of the next year.</param>
/// <param name="DueDay">The day of that month; where the month is shorter, its last day. Not a working day: the working day before.</param>
public sealed record YearlyWindow(int OpensMonth, int OpensDay, int DueMonth, int DueDay)
{
    /// <summary>From 1 February to the last working day of March.</summary>
    public static YearlyWindow Usual { get; } = new(2, 1, 3, 31);

    /// <summary>The day it opens in a year.</summary>
    public DateOnly OpensIn(int year) => Day(year, OpensMonth, OpensDay);

    /// <summary>The day it is due that opened in a year.</summary>
    public DateOnly DueIn(int year)
    {
        var due = Day(year, DueMonth, DueDay);
        return due < OpensIn(year) ? Day(year + 1, DueMonth, DueDay) : due;
    }

    /// <summary>How long its text is.</summary>
    public const int TextLength = 11;

    /// <summary>The window as text, such as <c>02-01/03-31</c>.</summary>
    public string ToText() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{OpensMonth:00}-{OpensDay:00}/{DueMonth:00}-{DueDay:00}"
        );

    /// <summary>Reads <see cref="ToText" />.</summary>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static YearlyWindow FromText(string text) =>
        text.Split('/') is [var opens, var due]
        && MonthAndDay(opens) is { } from
        && MonthAndDay(due) is { } until
            ? new(from.Month, from.Day, until.Month, until.Day)
            : throw new FormatException($"\"{text}\" is no window such as 02-01/03-31.");

    /// <summary>Reads a month and a day such as <c>02-01</c>; null when it is none. 29 February is one.</summary>
    public static (int Month, int Day)? MonthAndDay(string text) =>
        DateOnly.TryParseExact(
            $"2000-{text}",
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? (day.Month, day.Day)
            : null;

    private static DateOnly Day(int year, int month, int day) =>
        new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
}
