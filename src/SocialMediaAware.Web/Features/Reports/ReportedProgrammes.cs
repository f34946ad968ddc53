using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Elections;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reports.Counting;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>Reads which programmes and rounds there are to report.</summary>
public sealed class ReportedProgrammes(PortalDbContext database, ReadingHistory histories)
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
            agencyId,
            programmes
                .Where(programme => programme.Kind != ProgrammeKind.Onboarding)
                .Select(programme => programme.Id)
                .ToHashSet(),
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
        Guid agencyId,
        HashSet<Guid> programmeIds,
        CancellationToken cancellationToken
    )
    {
        var rounds = await histories.CountAsync(
            agencyId,
            [],
            (agency, _) =>
                agency
                    .KnownRounds.Values.Where(round => programmeIds.Contains(round.ProgrammeId))
                    .ToList(),
            cancellationToken
        );
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
                    names.GetValueOrDefault(round.CycleKey) ?? round.CycleKey.Split('/')[^1],
                    round.OpensOn
                )
            );
    }
}
