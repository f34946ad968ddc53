namespace SocialMediaAware.Web.Features.Elections;

/// <summary>How near an election is, and what that asks of staff.</summary>
public enum ElectionPhase
{
    /// <summary>No election is near.</summary>
    Ordinary,

    /// <summary>The Commission has issued its guidance; the pre-election period has not begun.</summary>
    ElectionYear,

    /// <summary>The three months before polling day. It is not the caretaker period.</summary>
    PreElection,

    /// <summary>The day itself.</summary>
    PollingDay,

    /// <summary>After a general election, until the new government is sworn in: the caretaker convention holds.</summary>
    PostElection,
}

/// <summary>The dates of one election that its phases follow from.</summary>
/// <param name="Kind">What is elected.</param>
/// <param name="PollingDay">The polling day.</param>
/// <param name="PreElectionFrom">The first day of the pre-election period.</param>
/// <param name="GuidanceFrom">The day on which the Commission issued its guidance; null when there is none.</param>
/// <param name="GovernmentFormedOn">The day on which the new government was sworn in; null when nobody recorded it.</param>
public sealed record ElectionDates(
    ElectionKind Kind,
    DateOnly PollingDay,
    DateOnly PreElectionFrom,
    DateOnly? GuidanceFrom,
    DateOnly? GovernmentFormedOn
)
{
    /// <summary>The day on which the refresher opens, and on which the portal begins to speak of the period to come.</summary>
    public DateOnly RefresherOpensOn => PreElectionFrom.AddDays(-ElectionPhases.DaysOfNotice);

    /// <summary>
    /// The last day of the time after a general election: the day before the government was sworn in, or ninety days after polling
    /// when nobody recorded it. Null for elections that no government comes of.
    /// </summary>
    public DateOnly? PostElectionUntil =>
        Kind is ElectionKind.General
            ? GovernmentFormedOn?.AddDays(-1) ?? PollingDay.AddDays(ElectionPhases.DaysAfter)
            : null;
}

/// <summary>Says in which phase of an election a day lies.</summary>
public static class ElectionPhases
{
    /// <summary>How many days before the pre-election period the refresher opens.</summary>
    public const int DaysOfNotice = 21;

    /// <summary>For how many days after polling the caretaker convention is taken to hold when nobody recorded a government.</summary>
    public const int DaysAfter = 90;

    /// <summary>The phase of one election on a day.</summary>
    public static ElectionPhase On(DateOnly day, ElectionDates dates) =>
        day > dates.PollingDay
            ? day <= dates.PostElectionUntil
                ? ElectionPhase.PostElection
                : ElectionPhase.Ordinary
            : day == dates.PollingDay
                ? ElectionPhase.PollingDay
                : day >= dates.PreElectionFrom
                    ? ElectionPhase.PreElection
                    : day >= dates.GuidanceFrom
                        ? ElectionPhase.ElectionYear
                        : ElectionPhase.Ordinary;

    /// <summary>The phase on a day of several elections: the one that asks the most care.</summary>
    public static ElectionPhase On(DateOnly day, IEnumerable<ElectionDates> elections) =>
        elections
            .Select(dates => On(day, dates))
            .OrderByDescending(CareIn)
            .FirstOrDefault(ElectionPhase.Ordinary);

    /// <summary>How much care a phase asks for, to choose between elections whose phases overlap.</summary>
    public static int CareIn(ElectionPhase phase) =>
        phase switch
        {
            ElectionPhase.PollingDay => 4,
            ElectionPhase.PreElection => 3,
            ElectionPhase.PostElection => 2,
            ElectionPhase.ElectionYear => 1,
            _ => 0,
        };
}
