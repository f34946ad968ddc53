using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Reports.Counting;

namespace SocialMediaAware.Web.Features.Reports.Overview;

/// <summary>Counts an agency over all its programmes, as at any day.</summary>
public sealed class AgencyOverviews(
    PortalDbContext database,
    ReportedProgrammes programmes,
    ReadingHistory histories
)
{
    /// <summary>How many days ahead the overview looks.</summary>
    public const int DaysAhead = 30;

    /// <summary>Counts.</summary>
    /// <param name="place">The agency.</param>
    /// <param name="asAt">The day.</param>
    /// <param name="knownAt">What the portal knew at this instant (UTC).</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<AgencyOverview> CountAsync(
        ReportPlace place,
        DateOnly asAt,
        DateTimeOffset knownAt,
        CancellationToken cancellationToken
    )
    {
        var choices = await programmes.ReadAsync(place.AgencyId, cancellationToken);
        var rounds = choices.Select(programme => RoundsOn(programme, asAt)).ToList();
        var exempt = await ExemptAsync(choices, asAt, knownAt, cancellationToken);
        return await histories.CountAsync(
            place.AgencyId,
            [.. rounds.Select(one => one.This)],
            [.. rounds.Where(one => one.Last is not null).Select(one => one.LastNamed)],
            asAt,
            (agency, read, courses) =>
                Count(
                    new(place, asAt, knownAt, agency.Placements, exempt),
                    [.. rounds.Zip(read)],
                    courses
                ),
            cancellationToken
        );
    }

    private static AgencyOverview Count(
        Asked asked,
        IReadOnlyList<(RoundsOfProgramme Round, RoundHistory History)> rounds,
        IReadOnlyDictionary<RoundName, RateCourse?> courses
    )
    {
        var (place, asAt, knownAt, placements, exempt) = asked;
        var overviews = new List<ProgrammeOverview>();
        var falling = new List<FallingDue>();
        var units = place.Tree.InOrder.ToDictionary(unit => unit.Id, _ => CompletionFigures.None);
        foreach (var (round, history) in rounds)
        {
            var count = RoundCount.On(
                history,
                placements,
                asAt.DayNumber,
                exempt[round.Programme.Id].Select(placements.NumberOf).ToHashSet()
            );
            var figures = CompletionReports.FiguresByUnit(count, placements, place.Tree);
            foreach (var (unitId, (own, _)) in figures)
            {
                units[unitId] += own;
            }

            var overview = new ProgrammeOverview(
                round.Programme,
                round.Round,
                figures[place.Tree.Root.Id].Figures,
                figures[place.Tree.Root.Id].Stages,
                count.Exempt >= CompletionReports.FewestExempt ? count.Exempt : null,
                round.Round is null ? null : count.MostAreDueOn,
                round.TrendOn(asAt, history, courses)
            );
            overviews.Add(overview);
            falling.AddRange(
                count
                    .FallingDue.Where(one => one.Day <= asAt.AddDays(DaysAhead))
                    .Select(one => new FallingDue(one.Day, overview, one.People))
            );
        }

        return new(
            place,
            asAt,
            knownAt,
            overviews,
            [.. place.Tree.InOrder.Select(unit => new UnitFigures(unit, units[unit.Id]))],
            [.. falling.OrderBy(one => one.Day)]
        );
    }

    private static RoundsOfProgramme RoundsOn(ReportedProgramme programme, DateOnly asAt)
    {
        // The newest that had opened; before the first one opened, that one.
        var opened = programme.Rounds.Where(round => round.OpensOn <= asAt).Take(2).ToList();
        var round =
            opened is [var newest, ..] ? newest
            : programme.Rounds is [.., var first] ? first
            : null;
        return new(programme, round, opened.Count > 1 ? opened[1] : null);
    }

    private async Task<ILookup<Guid, Guid>> ExemptAsync(
        IReadOnlyList<ReportedProgramme> choices,
        DateOnly asAt,
        DateTimeOffset knownAt,
        CancellationToken cancellationToken
    )
    {
        var programmeIds = choices.Select(programme => programme.Id).ToArray();
        var rows = await database
            .Exemptions.HoldingOn(asAt, knownAt)
            .Where(exemption => EF.Parameter(programmeIds).Contains(exemption.ProgrammeId))
            .Select(exemption => new { exemption.ProgrammeId, exemption.PersonId })
            .ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.ProgrammeId, row => row.PersonId);
    }

    private sealed record Asked(
        ReportPlace Place,
        DateOnly AsAt,
        DateTimeOffset KnownAt,
        PlacementHistory Placements,
        ILookup<Guid, Guid> Exempt
    );
}

/// <summary>The round of a programme that is shown, and the one before it.</summary>
internal sealed record RoundsOfProgramme(
    ReportedProgramme Programme,
    ReportedRound? Round,
    ReportedRound? Last
)
{
    public RoundName This => new(Programme.Id, Round?.Key);

    public (RoundName, string) LastNamed => (new(Programme.Id, Last!.Key), Last.Name);

    public RateTrend? TrendOn(
        DateOnly day,
        RoundHistory history,
        IReadOnlyDictionary<RoundName, RateCourse?> courses
    )
    {
        if (Round is null)
        {
            return RoundTrends.OfEndless(Programme.Name, history, day);
        }

        var last = Last is null ? null : courses[LastNamed.Item1];
        return RoundTrends.CourseOf(Round.Name, history, day) is { } course
            ? new(course, last)
            : null;
    }
}
