using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Tests.Support;

/// <summary>
/// The repository's own content, read once for all test portals: a library never changes, and reading it takes longer than most
/// tests. With versions kept by an earlier start it is read anew, because then the reading is what is looked at.
/// </summary>
internal static class SharedContent
{
    private static readonly Lazy<ContentLoadResult> Once = new(() =>
        ContentLoader.Load(Repository.Folder("content"))
    );

    public static ContentLoadResult Load(
        string folder,
        IReadOnlyList<EarlierVersion> earlierVersions
    ) => earlierVersions.Count == 0 ? Once.Value : ContentLoader.Load(folder, earlierVersions);
}
