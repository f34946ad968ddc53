using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Shared;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>A part of the people of a preview.</summary>
/// <param name="People">The people.</param>
/// <param name="Messages">What stands above them.</param>
public sealed record PreviewPart(IReadOnlyList<PersonPlan> People, PreviewMessages Messages);

/// <summary>An import, and a page of the people of its preview.</summary>
/// <param name="Run">The import.</param>
/// <param name="Show">Which people are shown.</param>
/// <param name="Part">They; null when the preview is held no more.</param>
/// <param name="Links">The way to the other pages.</param>
public sealed record ImportView(
    ImportRun Run,
    ImportOutcome Show,
    PreviewPart? Part,
    PageLinks Links
)
{
    /// <summary>What people can be looked at by: first what needs somebody.</summary>
    public static IReadOnlyList<ImportOutcome> Outcomes { get; } =
    [
        ImportOutcome.Conflict,
        ImportOutcome.Ended,
        ImportOutcome.Changed,
        ImportOutcome.New,
        ImportOutcome.Back,
    ];
}

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

    /// <summary>An import and a page of its people; null when there is none, or not in these agencies.</summary>
    public async Task<ImportView?> ViewAsync(
        Guid id,
        IReadOnlyList<Guid> agencyIds,
        ImportOutcome? asked,
        int number,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(id, agencyIds, cancellationToken) is not { } run)
        {
            return null;
        }

        var show =
            asked is { } one && ImportView.Outcomes.Contains(one)
                ? one
                : ImportView.Outcomes.FirstOrDefault(
                    outcome => run.CountOf(outcome) > 0,
                    ImportOutcome.New
                );
        var last = Math.Max(1, (run.CountOf(show) + PeopleOnAPage - 1) / PeopleOnAPage);
        var page = Math.Clamp(number, 1, last);
        return new ImportView(
            run,
            show,
            await PreviewAsync(run, show, page, cancellationToken),
            PageLinks.Numbered(
                page,
                last,
                other => $"/people/import/{id}?show={show}&page-number={other}"
            )
        );
    }

    // Null when it is held no more.
    private async Task<PreviewPart?> PreviewAsync(
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
