namespace SocialMediaAware.Web.Content;

/// <summary>The hash under which a version was recorded when it was published.</summary>
/// <param name="Slug">The module.</param>
/// <param name="Version">The version.</param>
/// <param name="Hash">The recorded <see cref="Module.ContentHash"/>.</param>
public sealed record RecordedText(string Slug, ContentVersion Version, byte[] Hash);

/// <summary>Holds the promise that the text of a published version never changes.</summary>
public static class PublishedText
{
    /// <summary>Compares what was recorded with what the folder holds. A version that the folder no longer holds is kept by the record.</summary>
    public static IReadOnlyList<ContentMessage> Check(
        IEnumerable<RecordedText> recorded,
        ContentLibrary library
    )
    {
        var inFiles = library.VersionsInFiles.ToLookup(static module =>
            (module.Slug, module.Version)
        );
        return
        [
            .. recorded.SelectMany(text =>
                inFiles[(text.Slug, text.Version)]
                    .Select(module => Compare(text, module))
                    .OfType<ContentMessage>()
            ),
        ];
    }

    /// <summary>What the folder holds against the versions that were handed in, and against its own earlier versions.</summary>
    internal static IEnumerable<ContentMessage> Check(ContentLibrary library)
    {
        var earlier = library.VersionsInFiles.Except(library.Modules);
        var recorded = library
            .VersionsHandedIn.Concat(earlier)
            .Select(static module => new RecordedText(
                module.Slug,
                module.Version,
                module.ContentHash
            ));
        return Check(recorded, library).Distinct();
    }

    private static ContentMessage? Compare(RecordedText recorded, Module module)
    {
        if (!recorded.Hash.AsSpan().SequenceEqual(module.ContentHash))
        {
            return new ContentMessage(
                Severity.Error,
                module.FilePath,
                module.LineOf("version"),
                $"Version {module.Version} of \"{module.Slug}\" was published and its text changed: "
                    + $"{module.FilePath} was {Convert.ToHexStringLower(recorded.Hash)} and is {module.ContentHashHex}.",
                $"Put the published text back, or give the changed text a new version, such as {Next(module.Version)}."
            );
        }

        return module.Status == ModuleStatus.Draft
            ? new ContentMessage(
                Severity.Warning,
                module.FilePath,
                module.LineOf("status"),
                $"Version {module.Version} of \"{module.Slug}\" was published, and the file says that it is a draft.",
                $"Set status: withdrawn to stop serving it, or begin the draft of version {Next(module.Version)}."
            )
            : null;
    }

    private static ContentVersion Next(ContentVersion version) =>
        version with
        {
            Minor = version.Minor + 1,
        };
}
