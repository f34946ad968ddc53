using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>A round of a programme.</summary>
/// <param name="Key">The assignments' word for it, such as <c>election/general-2026</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="OpensOn">The first day on which somebody could begin.</param>
public sealed record ReportedRound(string Key, string Name, DateOnly OpensOn);

/// <summary>A programme that can be reported, with its rounds.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Rounds">Its rounds, the newest first; empty for onboarding, in which everybody has a round of their own.</param>
public sealed record ReportedProgramme(
    Guid Id,
    string Name,
    ProgrammeKind Kind,
    IReadOnlyList<ReportedRound> Rounds
)
{
    /// <summary>Its round of a key; null when it has none.</summary>
    public ReportedRound? FindRound(string? key) =>
        Rounds.FirstOrDefault(round => round.Key == key);
}

/// <summary>What a report of completion is about.</summary>
/// <param name="Place">The unit, in the tree of the day.</param>
/// <param name="Programmes">The programmes of the agency that the reader may choose from.</param>
/// <param name="Programme">The one that is reported; null when the agency has none that was launched.</param>
/// <param name="Cycle">Its round, by key; null for all of it.</param>
/// <param name="AsAt">The day.</param>
/// <param name="KnownAt">What the portal knew at this instant (UTC): the end of the day, or now.</param>
/// <param name="Notices">Why the report is about something else than was asked; empty when it is not.</param>
public sealed record CompletionScope(
    ReportPlace Place,
    IReadOnlyList<ReportedProgramme> Programmes,
    ReportedProgramme? Programme,
    string? Cycle,
    DateOnly AsAt,
    DateTimeOffset KnownAt,
    IReadOnlyList<CompletionNotice> Notices
)
{
    /// <summary>What people call the round; null for all of the programme.</summary>
    public string? RoundName => Programme?.FindRound(Cycle)?.Name ?? Cycle;
}

/// <summary>What was asked about and cannot be shown; the page says what it shows instead. Each has a text of its name.</summary>
public enum CompletionNotice
{
    /// <summary>What was written is no day, or lies ahead: today's figures are shown.</summary>
    DayIsWrong,

    /// <summary>The unit was not there on that day: the agency's figures are shown.</summary>
    UnitIsOfAnotherDay,

    /// <summary>The programme is another agency's: this agency's own is shown.</summary>
    ProgrammeIsOfAnotherAgency,

    /// <summary>The round is another programme's: the newest is shown.</summary>
    RoundIsOfAnotherProgramme,
}

/// <summary>What an address asks about, as it was written. The pages bind it, each value by its name.</summary>
/// <param name="Unit">A unit's id; nothing for the whole agency.</param>
/// <param name="Programme">A programme's id; nothing for the first.</param>
/// <param name="Cycle">A round's key; nothing for the newest, <c>all</c> for all.</param>
/// <param name="AsAt">A date such as <c>2027-06-30</c>; nothing for today.</param>
public sealed record CompletionQuestion(
    string? Unit,
    string? Programme,
    string? Cycle,
    string? AsAt
);
