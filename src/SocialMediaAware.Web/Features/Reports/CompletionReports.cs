using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reports.Counting;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>How many of one kind, in one unit without those below, stand where. A unit that is not known any more is null.</summary>
public sealed record StandingCount(
    Guid? UnitId,
    PersonKind Kind,
    AssignmentStatus Status,
    int Count
);

/// <summary>Counts who has completed a programme by unit, as at any day.</summary>
public sealed class CompletionReports(
    PortalDbContext database,
    ReadingHistory histories,
    TimeProvider clock
)
{
    /// <summary>How many people must be exempt before it is told how many they are.</summary>
    public const int FewestExempt = 5;

    /// <summary>The figures of a unit and of each unit below it, and those with what was corrected since.</summary>
    public async Task<CompletionReport> CountAsync(
        CompletionScope scope,
        CancellationToken cancellationToken
    )
    {
        var isCorrected = scope.AsAt != clock.Today() && scope.Place.IsWholeAgency;
        var exemptIds = await ExemptAsync(scope, cancellationToken);
        var onHoldIds = isCorrected ? await OnHoldByNowAsync(scope, cancellationToken) : [];
        return await histories.CountAsync(
            scope.Place.AgencyId,
            [NameOf(scope)],
            LastRoundOf(scope) is { } last ? [last] : [],
            scope.AsAt,
            (agency, rounds, courses) =>
            {
                var day = scope.AsAt.DayNumber;
                var count = RoundCount.On(
                    rounds[0],
                    agency.Placements,
                    day,
                    exemptIds.Select(agency.Placements.NumberOf).ToHashSet()
                );
                var figures = FiguresByUnit(count, agency.Placements, scope.Place.Tree);
                return new CompletionReport(
                    [
                        .. scope
                            .Place.Tree.WithThoseBelow(scope.Place.Unit)
                            .Select(unit => new UnitFigures(unit, figures[unit.Id].Figures)),
                    ],
                    scope.AsAt,
                    scope.KnownAt,
                    isCorrected ? Corrected(rounds[0], agency.Placements, day, onHoldIds) : null,
                    figures[scope.Place.Unit.Id].Stages,
                    TrendOf(scope, rounds[0], courses.Values.FirstOrDefault()),
                    scope.Place.IsWholeAgency && count.Exempt >= FewestExempt ? count.Exempt : null
                );
            },
            cancellationToken
        );
    }

    /// <summary>How many of each kind stand where in each unit, those below it left out. The rows of a table by unit and kind.</summary>
    public Task<IReadOnlyList<StandingCount>> CountByUnitAndKindAsync(
        CompletionScope scope,
        CancellationToken cancellationToken
    ) =>
        histories.CountAsync<IReadOnlyList<StandingCount>>(
            scope.Place.AgencyId,
            [NameOf(scope)],
            (agency, rounds) =>
            {
                var day = scope.AsAt.DayNumber;
                var units = agency.Placements.UnitsOn(day);
                var counts = new Dictionary<(int, PersonKind, AssignmentStatus), int>();
                rounds[0]
                    .EachOn(
                        day,
                        (in AssignmentTrace trace, in KnownState state, AssignmentStatus status) =>
                        {
                            var key = (units[trace.Person], state.PersonKind, status);
                            counts[key] = counts.GetValueOrDefault(key) + 1;
                        }
                    );
                return
                [
                    .. counts.Select(count => new StandingCount(
                        count.Key.Item1 == PlacementHistory.Nowhere
                            ? null
                            : agency.Placements.UnitIds[count.Key.Item1],
                        count.Key.Item2,
                        count.Key.Item3,
                        count.Value
                    )),
                ];
            },
            cancellationToken
        );

    internal static RoundName NameOf(CompletionScope scope) =>
        new(scope.Programme?.Id ?? Guid.Empty, scope.Cycle);

    /// <summary>The figures of each unit of a tree, all below it included.</summary>
    internal static Dictionary<
        Guid,
        (CompletionFigures Figures, StageFigures Stages)
    > FiguresByUnit(RoundCount count, PlacementHistory placements, UnitTree tree)
    {
        var figures = tree.InOrder.ToDictionary(
            unit => unit.Id,
            _ => (Figures: CompletionFigures.None, Stages: StageFigures.None)
        );
        for (var number = PlacementHistory.Nowhere; number < placements.UnitIds.Count; number++)
        {
            var (own, stages) = (count.FiguresOf(number), count.StagesOf(number));
            if (own == CompletionFigures.None)
            {
                continue;
            }

            // Whoever's unit is closed, or has no placement any more, counts for the agency alone.
            var unit =
                number == PlacementHistory.Nowhere ? null : tree.Find(placements.UnitIds[number]);
            foreach (var above in tree.WithThoseAbove(unit ?? tree.Root))
            {
                var sum = figures[above.Id];
                figures[above.Id] = (sum.Figures + own, sum.Stages + stages);
            }
        }

        return figures;
    }

    // The round before the one that is reported, for a whole agency only: who was in a unit differs from day to day.
    private static (RoundName, string)? LastRoundOf(CompletionScope scope) =>
        scope is { Place.IsWholeAgency: true, Programme: { } programme, Cycle: { } cycle }
        && programme.Rounds.SkipWhile(round => round.Key != cycle).ElementAtOrDefault(1) is { } last
            ? (new RoundName(programme.Id, last.Key), last.Name)
            : null;

    private static RateTrend? TrendOf(
        CompletionScope scope,
        RoundHistory round,
        RateCourse? lastCourse
    ) =>
        scope switch
        {
            { Place.IsWholeAgency: false } or { Programme: null } => null,
            { Programme.Rounds: [] } => RoundTrends.OfEndless(
                scope.Programme.Name,
                round,
                scope.AsAt
            ),
            { Cycle: null } => null,
            _ => RoundTrends.CourseOf(scope.RoundName!, round, scope.AsAt) is { } course
                ? new(course, lastCourse)
                : null,
        };

    private static CompletionFigures Corrected(
        RoundHistory round,
        PlacementHistory placements,
        int day,
        IReadOnlyList<Guid> onHoldIds
    )
    {
        var counts = new int[Enum.GetValues<AssignmentStatus>().Length];
        round.EachCorrectedOn(
            day,
            placements,
            onHoldIds.Select(placements.NumberOf).ToHashSet(),
            (in AssignmentTrace _, in KnownState _, AssignmentStatus status) =>
                counts[(int)status]++
        );
        return new(
            counts[(int)AssignmentStatus.Signed],
            counts[(int)AssignmentStatus.Open],
            counts[(int)AssignmentStatus.Overdue],
            counts[(int)AssignmentStatus.Declined],
            counts[(int)AssignmentStatus.NotDue],
            counts[(int)AssignmentStatus.OnHold],
            counts[(int)AssignmentStatus.Left]
        );
    }

    private async Task<IReadOnlyList<Guid>> ExemptAsync(
        CompletionScope scope,
        CancellationToken cancellationToken
    )
    {
        var programmeId = scope.Programme?.Id;
        return scope.Place.IsWholeAgency
            ? await database
                .Exemptions.HoldingOn(scope.AsAt, scope.KnownAt)
                .Where(exemption => exemption.ProgrammeId == programmeId)
                .Select(exemption => exemption.PersonId)
                .ToListAsync(cancellationToken)
            : [];
    }

    // Leave and exemptions as they are believed now. Leave too short to hold anything is left out, as in the planner.
    private async Task<IReadOnlyList<Guid>> OnHoldByNowAsync(
        CompletionScope scope,
        CancellationToken cancellationToken
    )
    {
        var (agencyId, day, programmeId) = (scope.Place.AgencyId, scope.AsAt, scope.Programme?.Id);
        var away = await database
            .Leaves.HoldingOn(day)
            .Where(leave =>
                leave.AgencyId == agencyId
                && (
                    leave.HoldsUntil == null
                    || leave.HoldsUntil
                        > leave.HoldsFrom.AddDays(LeavePause.LongestThatChangesNothing)
                )
            )
            .Select(leave => leave.PersonId)
            .ToListAsync(cancellationToken);
        var exempt = await database
            .Exemptions.HoldingOn(day)
            .Where(exemption => exemption.ProgrammeId == programmeId)
            .Select(exemption => exemption.PersonId)
            .ToListAsync(cancellationToken);
        return [.. away, .. exempt];
    }
}
