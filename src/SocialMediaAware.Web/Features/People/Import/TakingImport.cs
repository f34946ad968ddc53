using System.Security.Cryptography;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Takes a file in: keeps it, and keeps what it would do for somebody to read.</summary>
public sealed class TakingImport(
    PortalDbContext database,
    PreparingImport preparing,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>Takes it in.</summary>
    /// <param name="file">The file, which can be read more than once.</param>
    /// <param name="fileName">What it is called.</param>
    /// <param name="agencyId">Whose people they are.</param>
    /// <param name="feed">The feed that it comes from.</param>
    /// <param name="source">Which way it came.</param>
    /// <param name="accountId">Who brought it; null for nobody who is signed in.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The import, waiting or refused.</returns>
    /// <exception cref="TableRefusedException">It is no table of people; nothing was kept.</exception>
    public async Task<ImportRun> TakeAsync(
        Stream file,
        string fileName,
        Guid agencyId,
        string feed,
        ImportSource source,
        Guid? accountId,
        CancellationToken cancellationToken
    )
    {
        var at = clock.GetUtcNow();
        var terms = new ImportTerms(agencyId, feed, clock.Today(), new ImportDecisions());
        var read = preparing.Read(file);
        file.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        var import = await preparing.CompareAsync(read, terms, at, cancellationToken);
        var run = ImportRun.Take(agencyId, feed, fileName, hash, source, accountId, at);
        var content = ImportContent.Of(run, await PreviewFile.PackAsync(file, cancellationToken));
        Show(run, content, import, terms.Day);
        database.AddRange(run, content);
        audit.Add(
            AuditActions.PeopleImported,
            agencyId,
            $"/people/import/{run.Id}",
            $"{run.State} {feed} {run.FileName}"
        );
        await database.SaveChangesAsync(cancellationToken);
        return run;
    }

    /// <summary>Keeps what an import would do, or what is wrong with it.</summary>
    internal static void Show(
        ImportRun run,
        ImportContent content,
        PreparedImport import,
        DateOnly day
    )
    {
        var (packed, fingerprint) = PreviewFile.Write(import);
        content.Show(packed);
        if (import.Plan is { } plan)
        {
            run.Preview(plan.Totals, fingerprint, day);
        }
        else
        {
            run.Refuse(import.File.Problems.Count, day);
        }
    }
}
