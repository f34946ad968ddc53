using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>A round that was due in a period, and where its people stood.</summary>
/// <param name="Key">Its key in packs.</param>
/// <param name="Name">What people call it.</param>
/// <param name="FileName">Its name in files.</param>
/// <param name="Counts">How many stand where, by own unit and kind.</param>
/// <param name="Corrected">The agency's figures with what was corrected since; null where nothing was.</param>
public sealed record RoundFigures(
    string Key,
    string Name,
    string FileName,
    IReadOnlyList<StandingCount> Counts,
    CompletionFigures? Corrected
);

/// <summary>Answers how many were due and did it.</summary>
public sealed class CompletionAnswer(
    PortalDbContext database,
    CompletionReports reports,
    StarterCounts starters,
    CompletionPackTables tables,
    IStringLocalizer<InformationRequestsTexts> texts
)
{
    /// <summary>The tables of every round whose due date lies in the period, the latest first.</summary>
    public async Task<IReadOnlyList<PackTable>> ReadAsync(
        PackScope scope,
        CancellationToken cancellationToken
    )
    {
        var rounds = new List<RoundFigures>();
        var dueIn = await RoundsDueInAsync(scope, cancellationToken);
        foreach (var programme in scope.Programmes)
        {
            if (programme.Kind is ProgrammeKind.Onboarding)
            {
                rounds.Add(await ReadStartersAsync(scope, programme, cancellationToken));
            }

            foreach (
                var round in programme.Rounds.Where(one => dueIn.Contains((programme.Id, one.Key)))
            )
            {
                rounds.Add(await ReadRoundAsync(scope, programme, round, cancellationToken));
            }
        }

        return [.. rounds.SelectMany(round => tables.Of(scope, round))];
    }

    // A round is due when most of its people were: who joined late or was given more time does not move it.
    private async Task<HashSet<(Guid, string)>> RoundsDueInAsync(
        PackScope scope,
        CancellationToken cancellationToken
    )
    {
        Guid[] programmeIds = [.. scope.Programmes.Select(programme => programme.Id)];
        var counts = await database
            .Assignments.Where(one => programmeIds.Contains(one.ProgrammeId))
            .GroupBy(one => new
            {
                one.ProgrammeId,
                one.CycleKey,
                one.DueOn,
            })
            .Select(group => new
            {
                group.Key.ProgrammeId,
                group.Key.CycleKey,
                group.Key.DueOn,
                Count = group.Count(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. counts
                .GroupBy(one => (one.ProgrammeId, one.CycleKey))
                .Where(round =>
                {
                    var due = round
                        .OrderByDescending(one => one.Count)
                        .ThenBy(one => one.DueOn)
                        .First();
                    return due.DueOn >= scope.Asked.From && due.DueOn <= scope.Asked.Until;
                })
                .Select(round => round.Key),
        ];
    }

    private async Task<RoundFigures> ReadRoundAsync(
        PackScope scope,
        ReportedProgramme programme,
        ReportedRound round,
        CancellationToken cancellationToken
    )
    {
        var asked = scope.ScopeOf(programme, round.Key);
        var report = await reports.CountAsync(asked, cancellationToken);
        return new(
            PackKeys.OfRound(programme.Id, round.Key),
            texts["RoundName", programme.Name, round.Name],
            PackNames.FileOf($"{programme.Name} {round.Name}"),
            await reports.CountByUnitAndKindAsync(asked, cancellationToken),
            report.WasCorrected ? report.Corrected : null
        );
    }

    // In onboarding everybody has a round of their own: those whose due date lies in the period are one together.
    private async Task<RoundFigures> ReadStartersAsync(
        PackScope scope,
        ReportedProgramme programme,
        CancellationToken cancellationToken
    )
    {
        var (from, until) = (scope.Asked.From, scope.Asked.Until);
        var counts = await starters.CountAsync(
            scope.ScopeOf(programme, cycle: null),
            from,
            until,
            cancellationToken
        );
        return new(
            PackKeys.Within(PackKeys.OfRound(programme.Id, "onboarding"), from, until),
            programme.Name,
            PackNames.FileOf(programme.Name),
            counts,
            Corrected: null
        );
    }
}
