using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>Which version of a module a person reads, practises and signs for an assignment.</summary>
public static class VersionToRead
{
    /// <summary>
    /// Whoever began with a version finishes with it, unless a major version came out meanwhile; whoever has not begun reads the
    /// one that is published.
    /// </summary>
    /// <returns>Null when there is no such module any more.</returns>
    public static Module? Of(ContentLibrary library, AssignmentModule asked, ContentVersion? begun)
    {
        var current = library.FindPublished(asked.ModuleSlug);
        var goesOn =
            begun is { } version
            && version.Major >= asked.Major
            && (current is null || current.Version.Major <= version.Major);
        return (goesOn ? library.FindVersion(asked.ModuleSlug, begun!.Value) : null) ?? current;
    }
}
