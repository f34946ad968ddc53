using Microsoft.Data.Sqlite;

namespace SocialMediaAware.Benchmarks.Portal;

/// <summary>A data folder that goes when it was measured.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>Where it is; made by whoever writes there first.</summary>
    public string FullPath { get; } =
        Path.Combine(Path.GetTempPath(), $"sma-benchmark-{Guid.NewGuid():N}");

    /// <summary>A copy of it, with everything that no portal holds open.</summary>
    public TemporaryFolder Copy()
    {
        var copy = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(FullPath, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.FullPath, Path.GetRelativePath(FullPath, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(FullPath))
        {
            Directory.Delete(FullPath, recursive: true);
        }
    }
}
