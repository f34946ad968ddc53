using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports.Overview;

/// <summary>A programme in the overview.</summary>
/// <param name="Programme">Which.</param>
/// <param name="Round">The round that runs, or ran last, on the day; null for onboarding.</param>
/// <param name="Figures">The agency's figures.</param>
/// <param name="Stages">How far those have come who have not signed.</param>
/// <param name="Exempt">How many are exempt; null when they are fewer than five.</param>
/// <param name="DueOn">The day on which most are due; null for onboarding, in which everybody has their own.</param>
/// <param name="Trend">The rate's course beside the last round's; null before anybody was asked.</param>
public sealed record ProgrammeOverview(
    ReportedProgramme Programme,
    ReportedRound? Round,
    CompletionFigures Figures,
    StageFigures Stages,
    int? Exempt,
    DateOnly? DueOn,
    RateTrend? Trend
)
{
    /// <summary>The rate if those who are exempt counted as due, from 0 to 1; null where they are not told.</summary>
    public decimal? RateWithExempt =>
        Exempt is { } exempt ? (decimal)Figures.Signed / (Figures.Due + exempt) : null;
}

/// <summary>How many people have something fall due on a day.</summary>
public sealed record FallingDue(DateOnly Day, ProgrammeOverview Programme, int People);

/// <summary>An agency as at a day, over all its programmes.</summary>
/// <param name="Place">The agency and its units.</param>
/// <param name="AsAt">The day.</param>
/// <param name="KnownAt">What the portal knew at this instant (UTC).</param>
/// <param name="Programmes">Its programmes, each in the round that runs.</param>
/// <param name="Units">The figures of each unit over these programmes, all below it included; the first is the total.</param>
/// <param name="FallingDue">What falls due within 30 days, by day.</param>
public sealed record AgencyOverview(
    ReportPlace Place,
    DateOnly AsAt,
    DateTimeOffset KnownAt,
    IReadOnlyList<ProgrammeOverview> Programmes,
    IReadOnlyList<UnitFigures> Units,
    IReadOnlyList<FallingDue> FallingDue
)
{
    /// <summary>The last row of the table of units: everybody.</summary>
    public IReadOnlyList<UnitFigures> TotalRow => [Units[0]];

    /// <summary>The figures of everybody, over all programmes.</summary>
    public CompletionFigures Total => Units[0].Figures;
}
