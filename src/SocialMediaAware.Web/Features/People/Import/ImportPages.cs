using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>A part of the people of a preview.</summary>
/// <param name="People">The people.</param>
/// <param name="Messages">What stands above them.</param>
public sealed record PreviewPart(IReadOnlyList<PersonPlan> People, PreviewMessages Messages);

/// <summary>Reads imports for the pages.</summary>
public sealed class ImportPages(PortalDbContext database)
{
    /// <summary>Imports on a page.</summary>
    public const int RunsOnAPage = 20;

    /// <summary>People on a page.</summary>
    public const int PeopleOnAPage = 50;

    /// <summary>Imports of some agencies, newest first.</summary>
    public async Task<(IReadOnlyList<ImportRun> Runs, int Count)> RunsAsync(
        IReadOnlyList<Guid> agencyIds,
        int page,
        CancellationToken cancellationToken
    )
    {
        var all = database.ImportRuns.AsNoTracking().Where(run => agencyIds.Contains(run.AgencyId));
        var runs = await all.OrderByDescending(run => run.CameAt)
            .ThenByDescending(run => run.Id)
            .Skip((page - 1) * RunsOnAPage)
            .Take(RunsOnAPage)
            .ToListAsync(cancellationToken);
        return (runs, await all.CountAsync(cancellationToken));
    }

    /// <summary>An import; null when there is none, or not in these agencies.</summary>
    public Task<ImportRun?> FindAsync(
        Guid id,
        IReadOnlyList<Guid> agencyIds,
        CancellationToken cancellationToken
    ) =>
        database
            .ImportRuns.AsNoTracking()
            .SingleOrDefaultAsync(
                run => run.Id == id && agencyIds.Contains(run.AgencyId),
                cancellationToken
            );

    /// <summary>A page of a preview; null when it is held no more.</summary>
    public async Task<PreviewPart?> PreviewAsync(
        ImportRun run,
        ImportOutcome outcome,
        int page,
        CancellationToken cancellationToken
    )
    {
        var preview = await database
            .ImportContents.Where(content => content.Id == run.Id)
            .Select(content => content.Preview)
            .SingleOrDefaultAsync(cancellationToken);
        return preview is null
            ? null
            : new PreviewPart(
                [
                    .. PreviewFile
                        .People(preview, outcome)
                        .Skip((page - 1) * PeopleOnAPage)
                        .Take(PeopleOnAPage),
                ],
                PreviewFile.Messages(preview)
            );
    }

    /// <summary>The names of agencies.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> AgenciesAsync(
        IReadOnlyList<Guid> agencyIds,
        CancellationToken cancellationToken
    )
    {
        var agencies = await database
            .Agencies.Where(agency => agencyIds.Contains(agency.Id))
            .OrderBy(agency => agency.ShortName)
            .Select(agency => new { agency.Id, agency.ShortName })
            .ToListAsync(cancellationToken);
        return [.. agencies.Select(agency => (agency.Id, agency.ShortName))];
    }
}
