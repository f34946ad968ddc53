using SocialMediaAware.Tests.Support;

namespace SocialMediaAware.Tests.Structure;

/// <summary>A file of the product, by its place in the house.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The room under Features that it stands in; null outside.</summary>
    public string? Room => Path.Split('/') is ["Features", var room, _, ..] ? room : null;

    public string Name => System.IO.Path.GetFileName(Path);

    public int Lines => Text.Split('\n').Length - 1;

    /// <summary>Every file of the web project that a person wrote, with paths from its root.</summary>
    public static IReadOnlyList<SourceFile> OfThePortal(params string[] endings)
    {
        var root = Repository.Folder("src", "SocialMediaAware.Web");
        string[] generated = ["bin", "obj", "node_modules", "App_Data", "wwwroot"];
        return
        [
            .. Directory
                .EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Select(file =>
                    (
                        File: file,
                        Path: System.IO.Path.GetRelativePath(root, file).Replace('\\', '/')
                    )
                )
                .Where(entry =>
                    !generated.Contains(entry.Path.Split('/')[0])
                    && !entry.Path.Contains("/Migrations/", StringComparison.Ordinal)
                )
                .Where(entry =>
                    endings.Any(ending => entry.Path.EndsWith(ending, StringComparison.Ordinal))
                )
                .Select(entry => new SourceFile(entry.Path, File.ReadAllText(entry.File)))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }
}
