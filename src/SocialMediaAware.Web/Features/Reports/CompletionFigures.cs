using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>How many assignments stand where. What was superseded is counted nowhere: another took its place.</summary>
public sealed record CompletionFigures(
    int Signed,
    int Open,
    int Overdue,
    int Declined,
    int NotDue,
    int OnHold,
    int Left
)
{
    /// <summary>Nobody.</summary>
    public static CompletionFigures None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>All who are due: signed, open, overdue and declined. The rate's denominator.</summary>
    public int Due => Signed + Open + Overdue + Declined;

    /// <summary>Signed of all due, from 0 to 1; null when nobody is due.</summary>
    public decimal? Rate => Due == 0 ? null : (decimal)Signed / Due;

    /// <summary>Two groups together.</summary>
    public static CompletionFigures operator +(CompletionFigures one, CompletionFigures other) =>
        new(
            one.Signed + other.Signed,
            one.Open + other.Open,
            one.Overdue + other.Overdue,
            one.Declined + other.Declined,
            one.NotDue + other.NotDue,
            one.OnHold + other.OnHold,
            one.Left + other.Left
        );
}

/// <summary>The figures of a unit, all below it included.</summary>
public sealed record UnitFigures(UnitNode Unit, CompletionFigures Figures);

/// <summary>Completion by unit, as at a day.</summary>
/// <param name="Rows">The unit asked for and all below it, in the order of the tree; the first is the total.</param>
/// <param name="AsAt">The day.</param>
/// <param name="KnownAt">What the portal knew at this instant (UTC).</param>
/// <param name="Corrected">The agency's figures of that day with what was corrected since; null for today, and for a unit.</param>
/// <param name="Stages">How far people of the unit asked for have come who have not signed.</param>
/// <param name="Trend">The rate's course beside the last round's; null for a unit, for all rounds together, and before anybody was asked.</param>
/// <param name="Exempt">How many of the agency are on hold by an exemption; null for a unit, and when they are fewer than five.</param>
public sealed record CompletionReport(
    IReadOnlyList<UnitFigures> Rows,
    DateOnly AsAt,
    DateTimeOffset KnownAt,
    CompletionFigures? Corrected,
    StageFigures Stages,
    RateTrend? Trend,
    int? Exempt
)
{
    /// <summary>The rate if those who are exempt counted as due, from 0 to 1; null where they are not told.</summary>
    public decimal? RateWithExempt =>
        Exempt is { } exempt ? (decimal)Total.Signed / (Total.Due + exempt) : null;

    /// <summary>Whether what was corrected since makes another figure.</summary>
    public bool WasCorrected => Corrected is not null && Corrected != Total;

    /// <summary>The last row of the table: everybody in the report.</summary>
    public IReadOnlyList<UnitFigures> TotalRow => [Rows[0]];

    /// <summary>The figures of everybody in the report.</summary>
    public CompletionFigures Total => Rows[0].Figures;
}

/// <summary>Somebody in the report.</summary>
public sealed record CompletionPerson(
    string Name,
    PersonKind Kind,
    Guid? UnitId,
    string CycleKey,
    DateOnly OpensOn,
    DateOnly DueOn,
    AssignmentStatus Status,
    bool IsAssisted
);

/// <summary>One page of the people in the report.</summary>
/// <param name="People">The people on this page, the longest due first.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
/// <param name="Count">How many people there are on all pages.</param>
public sealed record CompletionPeople(
    IReadOnlyList<CompletionPerson> People,
    int Page,
    int Pages,
    int Count
);
