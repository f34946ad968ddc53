using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>How applying an import ended.</summary>
public enum ImportAnswer
{
    /// <summary>It is done.</summary>
    Applied,

    /// <summary>It had been done before; nothing was done again.</summary>
    AppliedBefore,

    /// <summary>What it would do is no more what was shown: there is a new preview, and nothing was done.</summary>
    OutOfDate,

    /// <summary>So many would end that the number must be given, and it was not, or another.</summary>
    NumberNeeded,

    /// <summary>HR must decide first who somebody is.</summary>
    Undecided,

    /// <summary>The file is wrong, or is held no more.</summary>
    NotPossible,
}

/// <summary>Does what the preview of an import says, in one transaction or not at all.</summary>
public sealed class ApplyingImport(
    PortalDbContext database,
    PreparingImport preparing,
    SavingImport saving,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>Applies it.</summary>
    /// <param name="runId">The import.</param>
    /// <param name="ending">How many people end, as somebody typed it; null where nobody did.</param>
    /// <param name="accountId">Who says so; null for nobody who is signed in.</param>
    /// <param name="cancellationToken">Stops the work; then nothing was done.</param>
    public async Task<ImportAnswer> ApplyAsync(
        Guid runId,
        int? ending,
        Guid? accountId,
        CancellationToken cancellationToken
    )
    {
        var content = await database
            .ImportContents.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == runId, cancellationToken);
        var file = await ReadAsync(runId, content, cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database.TakeTurnAsync(Turn.People, cancellationToken);
        var run = await database.ImportRuns.SingleAsync(one => one.Id == runId, cancellationToken);
        if (Obstacle(run, ending, isHeld: content is not null) is { } obstacle)
        {
            return obstacle;
        }

        var change = ChangeOf(run, accountId);
        if (!await IsDoneAsShownAsync(run, content!, file, change, cancellationToken))
        {
            await transaction.RollbackAsync(cancellationToken);
            await ShowAnewAsync(runId, cancellationToken);
            return ImportAnswer.OutOfDate;
        }

        run.Apply(change);
        audit.Add(
            AuditActions.PeopleImported,
            run.AgencyId,
            $"/people/import/{run.Id}",
            $"Applied {run.Feed} {run.FileName}: {run.New} new, {run.Changed} changed, {run.Ended} ended, {run.Back} back"
        );
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ImportAnswer.Applied;
    }

    /// <summary>Makes the preview anew: with what is held now, and what HR decided.</summary>
    /// <returns>The import; null when its file is held no more.</returns>
    public async Task<ImportRun?> ShowAnewAsync(Guid runId, CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        var run = await database.ImportRuns.SingleAsync(one => one.Id == runId, cancellationToken);
        var content = await database.ImportContents.SingleOrDefaultAsync(
            one => one.Id == runId,
            cancellationToken
        );
        if (content is null || run.State is ImportState.Applied)
        {
            return null;
        }

        var terms = TermsOf(run, content);
        var import = await preparing.CompareAsync(
            Read(content),
            terms,
            clock.GetUtcNow(),
            cancellationToken
        );
        TakingImport.Show(run, content, import, terms.Day);
        await database.SaveChangesAsync(cancellationToken);
        return run;
    }

    // Before the transaction, which others wait for. Of a file that changes nothing, nothing needs to be read again.
    private async Task<PeopleFile?> ReadAsync(
        Guid runId,
        ImportContent? content,
        CancellationToken cancellationToken
    )
    {
        var run = await database
            .ImportRuns.AsNoTracking()
            .SingleAsync(one => one.Id == runId, cancellationToken);
        return content is null || run.IsNothing ? null : Read(content);
    }

    private PeopleFile Read(ImportContent content) =>
        preparing.Read(PreviewFile.Unpack(content.File));

    private static ImportAnswer? Obstacle(ImportRun run, int? ending, bool isHeld) =>
        run.State is ImportState.Applied ? ImportAnswer.AppliedBefore
        : run.State is ImportState.Refused || !isHeld ? ImportAnswer.NotPossible
        : run.Conflicts > 0 ? ImportAnswer.Undecided
        : run.NeedsTheNumber && ending != run.Ended ? ImportAnswer.NumberNeeded
        : null;

    private ImportTerms TermsOf(ImportRun run, ImportContent content) =>
        new(run.AgencyId, run.Feed, clock.Today(), new ImportDecisions(content.Decisions));

    private PeopleChange ChangeOf(ImportRun run, Guid? accountId) =>
        PeopleChange.Record(
            run.AgencyId,
            PeopleChangeKind.Imported,
            personId: null,
            accountId,
            run.FileName,
            clock.GetUtcNow(),
            run.Feed
        );

    private async Task<bool> IsDoneAsShownAsync(
        ImportRun run,
        ImportContent content,
        PeopleFile? file,
        PeopleChange change,
        CancellationToken cancellationToken
    )
    {
        if (run.IsNothing)
        {
            // Nothing was shown, so nothing is done, whatever is held by now: that it came is what is kept.
            await database.InsertAsync(typeof(PeopleChange), [change], cancellationToken);
            return true;
        }

        var import = await preparing.CompareAsync(
            file ?? Read(content),
            TermsOf(run, content),
            change.At,
            cancellationToken
        );
        return import.Plan is { } plan
            && await IsSavedAsShownAsync(plan, change, run.Fingerprint, cancellationToken);
    }

    // Saved as it is worked out, and taken back as a whole when it turns out to be something else than was shown.
    private async Task<bool> IsSavedAsShownAsync(
        ImportPlan plan,
        PeopleChange change,
        string fingerprint,
        CancellationToken cancellationToken
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            await saving.SaveAsync(
                plan,
                change,
                person =>
                {
                    if (person.Outcome is not ImportOutcome.Unchanged)
                    {
                        hash.AppendData(PreviewFile.LineOf(person));
                    }
                },
                cancellationToken
            );
        }
        catch (FactsChangedException)
        {
            return false;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset()) == fingerprint;
    }
}
