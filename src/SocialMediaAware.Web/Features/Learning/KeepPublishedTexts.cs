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
    /// <summary>Loads, checks and keeps, at the start. Replicas that start at once keep each text once.</summary>
    /// <exception cref="PortalStartException">The content has errors; each is named with its file, line and mend.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunOnceAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation())
        {
            // Another replica was first: what it kept is checked against these files like everything that was kept before.
            database.ChangeTracker.Clear();
            await RunOnceAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Keeps what was published in the running portal, after the content was read again without an error. A published text that
    /// changed is such an error: nothing is kept, and the pages show what is wrong.
    /// </summary>
    public async Task KeepWhatIsNewAsync(CancellationToken cancellationToken)
    {
        if (!content.HasErrors)
        {
            await RunAsync(cancellationToken);
        }
    }

    private async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var recorded = await ReadRecordedAsync(cancellationToken);
        Refuse(content.Reload([.. recorded.Select(ToEarlierVersion)]));
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
        if (await KeepAsync(library, recorded, cancellationToken))
        {
            // From now on the running portal, too, holds the files to what it has just kept.
            recorded = await ReadRecordedAsync(cancellationToken);
            content.Remember([.. recorded.Select(ToEarlierVersion)]);
        }
    }

    private Task<List<PublishedModuleText>> ReadRecordedAsync(
        CancellationToken cancellationToken
    ) =>
        database
            .PublishedModuleTexts.AsNoTracking()
            .OrderBy(text => text.Id)
            .ToListAsync(cancellationToken);

    private static EarlierVersion ToEarlierVersion(PublishedModuleText text) =>
        new(text.ModuleSlug, new ContentVersion(text.Major, text.Minor), text.Bytes);

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

    private async Task<bool> KeepAsync(
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
        return await database.SaveChangesAsync(cancellationToken) > 0;
    }
}
