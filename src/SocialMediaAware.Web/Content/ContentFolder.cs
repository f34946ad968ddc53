namespace SocialMediaAware.Web.Content;

/// <summary>Finds the content folder.</summary>
public static class ContentFolder
{
    /// <summary>The setting that names it.</summary>
    public const string Setting = "Portal:ContentFolder";

    private const string Name = "content";

    /// <summary>The folder that was configured; else <c>content</c> beside the application; else the repository's.</summary>
    /// <param name="configured">The value of the setting; a relative path counts from the content root.</param>
    /// <param name="contentRoot">The application's root.</param>
    public static string Resolve(string? configured, string contentRoot)
    {
        if (!string.IsNullOrWhiteSpace(configured))
        {
            return Path.GetFullPath(configured, Path.GetFullPath(contentRoot));
        }

        var besideApplication = Path.Combine(AppContext.BaseDirectory, Name);
        return IsContent(besideApplication)
            ? besideApplication
            : Upwards(contentRoot)
                ?? Upwards(AppContext.BaseDirectory)
                ?? Path.GetFullPath(Name, contentRoot);
    }

    private static string? Upwards(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            // On a disk that ignores case the application's own Content/ folder has this name too.
            var candidate = Path.Combine(folder.FullName, Name);
            if (IsContent(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private static bool IsContent(string folder) =>
        Directory.Exists(Path.Combine(folder, "modules"));
}
