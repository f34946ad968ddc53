using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Elections;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>Reads which programmes and rounds there are to report.</summary>
public sealed class ReportedProgrammes(PortalDbContext database)
{
    /// <summary>The programmes of an agency that were launched, with their rounds.</summary>
    public async Task<IReadOnlyList<ReportedProgramme>> ReadAsync(
        Guid agencyId,
        CancellationToken cancellationToken
    )
    {
        var programmes = await database
            .Programmes.Where(programme =>
                programme.AgencyId == agencyId && programme.LaunchedAt != null
            )
            .Select(programme => new
            {
                programme.Id,
                programme.Name,
                programme.Kind,
            })
            .ToListAsync(cancellationToken);
        var rounds = await ReadRoundsAsync(
            [
                .. programmes
                    .Where(programme => programme.Kind != ProgrammeKind.Onboarding)
                    .Select(programme => programme.Id),
            ],
            cancellationToken
        );
        return
        [
            .. programmes
                .OrderBy(programme => programme.Kind)
                .ThenBy(programme => programme.Name, StringComparer.Ordinal)
                .Select(programme => new ReportedProgramme(
                    programme.Id,
                    programme.Name,
                    programme.Kind,
                    [.. rounds[programme.Id]]
                )),
        ];
    }

    /// <summary>Whether one of these agencies has such a programme.</summary>
    public async Task<bool> IsKnownAsync(
        string programme,
        IReadOnlyCollection<Guid> agencyIds,
        CancellationToken cancellationToken
    ) =>
        Guid.TryParse(programme, out var programmeId)
        && await database.Programmes.AnyAsync(
            one => one.Id == programmeId && agencyIds.Contains(one.AgencyId),
            cancellationToken
        );

    // The newest first.
    private async Task<ILookup<Guid, ReportedRound>> ReadRoundsAsync(
        Guid[] programmeIds,
        CancellationToken cancellationToken
    )
    {
        var rounds = await database
            .Assignments.Where(assignment => programmeIds.Contains(assignment.ProgrammeId))
            .GroupBy(assignment => new { assignment.ProgrammeId, assignment.CycleKey })
            .Select(round => new
            {
                round.Key.ProgrammeId,
                round.Key.CycleKey,
                OpensOn = round.Min(assignment => assignment.OpensOn),
            })
            .ToListAsync(cancellationToken);
        var elections = await database
            .ElectionEvents.Select(election => new { election.Key, election.Name })
            .ToListAsync(cancellationToken);
        var names = elections.ToDictionary(
            election => ElectionEvent.CycleKeyOf(election.Key),
            election => election.Name
        );
        return rounds
            .OrderByDescending(round => round.OpensOn)
            .ThenByDescending(round => round.CycleKey, StringComparer.Ordinal)
            .ToLookup(
                round => round.ProgrammeId,
                round => new ReportedRound(
                    round.CycleKey,
                    names.GetValueOrDefault(round.CycleKey) ?? round.CycleKey.Split('/')[^1]
                )
            );
    }
}
