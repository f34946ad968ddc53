using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>
/// Loads the content and keeps the exact bytes of everything that is published, so that what was read and signed can be shown for
/// ever. It refuses content with errors, and a published text that changed without a new version.
/// </summary>
public sealed class KeepPublishedTexts(
    PortalDbContext database,
    ContentStore content,
    TimeProvider clock
)
{
    /// <summary>Loads, checks and keeps.</summary>
    /// <exception cref="PortalStartException">The content has errors; each is named with its file, line and mend.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var recorded = await database
            .PublishedModuleTexts.AsNoTracking()
            .OrderBy(text => text.Id)
            .ToListAsync(cancellationToken);
        var messages = content.Reload([
            .. recorded.Select(text => new EarlierVersion(
                text.ModuleSlug,
                new ContentVersion(text.Major, text.Minor),
                text.Bytes
            )),
        ]);
        Refuse(messages);
        var library = content.Library;
        Refuse(
            PublishedText.Check(
                recorded.Select(text => new RecordedText(
                    text.ModuleSlug,
                    new ContentVersion(text.Major, text.Minor),
                    text.ContentHash
                )),
                library
            )
        );
        await KeepAsync(library, recorded, cancellationToken);
    }

    private static void Refuse(IReadOnlyList<ContentMessage> messages)
    {
        var errors = messages.Where(message => message.Severity == Severity.Error).ToList();
        if (errors.Count > 0)
        {
            throw new PortalStartException(
                string.Join(
                    Environment.NewLine,
                    errors.Select(error =>
                        $"{error.File}:{error.Line}: {error.Message} {error.Mend}"
                    )
                )
            );
        }
    }

    private async Task KeepAsync(
        ContentLibrary library,
        List<PublishedModuleText> recorded,
        CancellationToken cancellationToken
    )
    {
        var known = recorded.Select(text => (text.ModuleSlug, text.Major, text.Minor)).ToHashSet();
        var knownScenarios = (
            await database
                .PublishedScenarioTexts.Select(text => new
                {
                    text.ModuleSlug,
                    text.ScenarioSlug,
                    text.Hash,
                })
                .ToListAsync(cancellationToken)
        ).Select(text => (text.ModuleSlug, text.ScenarioSlug, Convert.ToHexStringLower(text.Hash))).ToHashSet();
        var now = clock.GetUtcNow();
        database.AddRange(
            library
                .PublishedVersions()
                .Where(module =>
                    !known.Contains((module.Slug, module.Version.Major, module.Version.Minor))
                )
                .Select(module =>
                    PublishedModuleText.Keep(
                        module.Slug,
                        module.Version.Major,
                        module.Version.Minor,
                        module.ContentHash,
                        module.SourceBytes,
                        now
                    )
                )
        );
        database.AddRange(
            library
                .PublishedModules()
                .SelectMany(module => module.Scenarios)
                .Where(scenario =>
                    !knownScenarios.Contains((scenario.ModuleSlug, scenario.Slug, scenario.HashHex))
                )
                .Select(scenario =>
                    PublishedScenarioText.Keep(
                        scenario.ModuleSlug,
                        scenario.Slug,
                        scenario.Hash,
                        scenario.SourceBytes,
                        now
                    )
                )
        );
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (recorded.Count == 0 || database.ChangeTracker.HasChanges())
        {
            // Another replica kept the same texts first. Had it kept others, its own start would have refused ours.
            database.ChangeTracker.Clear();
            var kept = await database.PublishedModuleTexts.CountAsync(cancellationToken);
            if (kept < library.PublishedVersions().Count)
            {
                throw;
            }
        }
    }
}
