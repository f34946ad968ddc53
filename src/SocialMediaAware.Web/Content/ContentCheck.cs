namespace SocialMediaAware.Web.Content;

/// <summary>The rules that hold across files.</summary>
internal static class ContentCheck
{
    public static IReadOnlyList<ContentMessage> Run(ContentLibrary library, TeReoWords teReo)
    {
        _ = library;
        _ = teReo;
        return [];
    }
}
