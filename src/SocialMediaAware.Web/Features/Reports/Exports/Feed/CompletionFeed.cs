using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports.Exports.Feed;

/// <summary>Where HR systems get completion from.</summary>
public sealed class CompletionFeedSettings
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Portal:CompletionFeed";

    /// <summary>The folder that a file of each agency is written to, each night; null for none.</summary>
    public string? Folder { get; init; }
}

/// <summary>A file for HR systems could not be written; the message says which folder, and what to do.</summary>
public sealed class CompletionFeedException(string message) : Exception(message);

/// <summary>
/// Writes a file of each agency, as at the end of yesterday: who owes what, and who has signed. A file that is there is never
/// written again, and none is there before it is whole.
/// </summary>
public sealed class CompletionFeed(
    PortalDbContext database,
    CompletionFeedRows rows,
    CompletionFeedSettings settings,
    TimeProvider clock
)
{
    private const string Unfinished = ".part";

    /// <summary>Writes those that are not there yet.</summary>
    /// <returns>How many were written.</returns>
    /// <exception cref="CompletionFeedException">The folder is not there, or cannot be written to.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (settings.Folder is not { Length: > 0 } folder)
        {
            return 0;
        }

        // Not made here: what is missing may be a disk that belongs there.
        if (!Directory.Exists(folder))
        {
            throw new CompletionFeedException(
                $"The folder of completion files, {folder}, is not there. Make it, or set Portal:CompletionFeed:Folder to another."
            );
        }

        var day = clock.Today().AddDays(-1);
        var agencies = await database
            .Agencies.OrderBy(agency => agency.Slug)
            .Select(agency => new { agency.Id, agency.Slug })
            .ToListAsync(cancellationToken);
        var count = 0;
        try
        {
            LetGoOfWhatWasCutShort(folder, day);
            foreach (var agency in agencies)
            {
                var path = Path.Combine(
                    folder,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"completion-{agency.Slug}-{day:yyyy-MM-dd}.csv"
                    )
                );
                count += await WriteAsync(path, agency.Id, day, cancellationToken) ? 1 : 0;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CompletionFeedException(
                $"Completion files cannot be written to {folder}. Give the portal’s user the right to write there, and see that there is room. ({error.Message})"
            );
        }

        return count;
    }

    // Another replica may be at today's.
    private static void LetGoOfWhatWasCutShort(string folder, DateOnly day)
    {
        var today = string.Create(CultureInfo.InvariantCulture, $"-{day:yyyy-MM-dd}.csv.");
        foreach (var left in Directory.EnumerateFiles(folder, $"completion-*.csv.*{Unfinished}"))
        {
            if (!left.Contains(today, StringComparison.Ordinal))
            {
                File.Delete(left);
            }
        }
    }

    private async Task<bool> WriteAsync(
        string path,
        Guid agencyId,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        if (File.Exists(path))
        {
            return false;
        }

        var unfinished = $"{path}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            await using (var file = File.Create(unfinished))
            {
                await CsvTable.WriteAsync(
                    file,
                    CompletionFeedRows.Columns,
                    rows.ReadAsync(agencyId, day, cancellationToken),
                    cancellationToken
                );
                file.Flush(flushToDisk: true);
            }

            return TryName(unfinished, path);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    // Another replica may have been quicker: then its file stays.
    private static bool TryName(string unfinished, string path)
    {
        try
        {
            File.Move(unfinished, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }
}
