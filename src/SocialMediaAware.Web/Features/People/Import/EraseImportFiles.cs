using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Erases files and previews of imports that came, or were applied, long enough ago. That they were stays known.</summary>
public sealed class EraseImportFiles(PortalDbContext database, TimeProvider clock)
{
    /// <summary>Erases them. The caller stands outside the walls.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = now.AddDays(-ImportRun.DaysKept);
        var runs = await database
            .ImportRuns.Where(run => run.ErasedAt == null)
            .Where(run => (run.AppliedAt ?? run.CameAt) < before)
            .ToListAsync(cancellationToken);
        if (runs.Count == 0)
        {
            return 0;
        }

        var ids = runs.Select(run => run.Id).ToArray();
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database
            .ImportContents.Where(content => EF.Parameter(ids).Contains(content.Id))
            .ExecuteDeleteAsync(cancellationToken);
        foreach (var run in runs)
        {
            run.Erase(now);
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return runs.Count;
    }
}
