using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Where files about people are laid for the night.</summary>
public sealed class DropFolderSettings
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Portal:People";

    /// <summary>The folder, with a folder of each agency in it; null for none.</summary>
    public string? DropFolder { get; init; }
}

/// <summary>
/// Takes the files that lie in the drop folder: <c>AGENCY/FEED.csv</c> or <c>.xlsx</c>. What is right and ends few people is applied;
/// the rest waits for HR. Each file moves to <c>done</c> or <c>refused</c>, with a text that says why.
/// </summary>
public sealed partial class NightlyImports(
    PortalDbContext database,
    TakingImport taking,
    ApplyingImport applying,
    EraseImportFiles erase,
    PlanningAtOnce planning,
    ImportWords words,
    IStringLocalizer<ImportTexts> texts,
    DropFolderSettings settings,
    TimeProvider clock,
    ILogger<NightlyImports> logger
)
{
    private static readonly string[] Kinds = [".csv", ".txt", ".tsv", ".xlsx"];

    /// <summary>Takes them, and erases files of imports that are held long enough.</summary>
    /// <returns>How many files were taken.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await erase.RunAsync(cancellationToken);
        if (settings.DropFolder is not { Length: > 0 } root || !Directory.Exists(root))
        {
            return 0;
        }

        var agencies = await database.Agencies.ToDictionaryAsync(
            agency => agency.Slug,
            agency => agency.Id,
            cancellationToken
        );
        var count = 0;
        var applied = false;
        foreach (var folder in Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal))
        {
            if (!agencies.TryGetValue(Path.GetFileName(folder), out var agencyId))
            {
                LogNoAgency(logger, folder);
                continue;
            }

            foreach (var path in FilesIn(folder))
            {
                if (await TakeAsync(path, agencyId, cancellationToken) is { } wasApplied)
                {
                    count++;
                    applied |= wasApplied;
                }
            }
        }

        if (applied)
        {
            await planning.RunAsync(cancellationToken);
        }

        return count;
    }

    private static List<string> FilesIn(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder)
                .Where(path => Kinds.Contains(Path.GetExtension(path).ToLowerInvariant()))
                .Order(StringComparer.Ordinal),
        ];

    // Null when the file is not there any more, or is still being written, or another replica has it.
    private async Task<bool?> TakeAsync(
        string path,
        Guid agencyId,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var file = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.None
            );
            var (isDone, why) = await TakeAsync(file, path, agencyId, cancellationToken);
            Move(path, isDone ? "done" : "refused", why);
            return isDone;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            LogNotTaken(logger, error, path);
            return null;
        }
    }

    private async Task<(bool IsDone, string Why)> TakeAsync(
        FileStream file,
        string path,
        Guid agencyId,
        CancellationToken cancellationToken
    )
    {
        database.ChangeTracker.Clear();
        if (FeedName.Read(Path.GetFileNameWithoutExtension(path)) is not { } feed)
        {
            return (false, texts["DropFeedName"].Value);
        }

        try
        {
            var run = await taking.TakeAsync(
                file,
                Path.GetFileName(path),
                agencyId,
                feed,
                ImportSource.DropFolder,
                accountId: null,
                cancellationToken
            );
            return await ApplyAsync(run, cancellationToken);
        }
        catch (TableRefusedException refused)
        {
            return (false, words.Of(refused));
        }
    }

    private async Task<(bool IsDone, string Why)> ApplyAsync(
        ImportRun run,
        CancellationToken cancellationToken
    )
    {
        var where = $"/people/import/{run.Id}";
        if (run.State is ImportState.Refused)
        {
            return (false, texts["DropProblems", run.Problems, where].Value);
        }

        if (run.Conflicts > 0)
        {
            return (false, texts["DropConflicts", run.Conflicts, where].Value);
        }

        if (run.NeedsTheNumber)
        {
            return (false, texts["DropEnding", run.Ended, run.OfFeed, where].Value);
        }

        var answer = await applying.ApplyAsync(
            run.Id,
            ending: null,
            accountId: null,
            cancellationToken
        );
        return answer is ImportAnswer.Applied
            ? (true, words.Counts(run))
            : (false, texts["DropWaits", where].Value);
    }

    private void Move(string path, string where, string why)
    {
        var folder = Directory
            .CreateDirectory(Path.Combine(Path.GetDirectoryName(path)!, where))
            .FullName;
        var at = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var target = Path.Combine(
            folder,
            $"{Path.GetFileNameWithoutExtension(path)}-{at}{Path.GetExtension(path)}"
        );
        File.Move(path, target, overwrite: true);
        File.WriteAllText(target + ".why.txt", why + Environment.NewLine);
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The drop folder holds {Folder}, which is no agency's"
    )]
    private static partial void LogNoAgency(ILogger logger, string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The file {Path} could not be taken")]
    private static partial void LogNotTaken(ILogger logger, Exception error, string path);
}
