namespace SocialMediaAware.Web.Data;

/// <summary>The one folder that the portal writes to: its SQLite file, its keys, its backups.</summary>
public sealed class DataFolder
{
    private DataFolder(string path) => FullPath = path;

    /// <summary>Where it is.</summary>
    public string FullPath { get; }

    /// <summary>Makes the folder where there is none, and sees that it can be written to.</summary>
    /// <exception cref="PortalStartException">It cannot be made or written to.</exception>
    public static DataFolder Open(string? configured, string contentRoot)
    {
        var path = Path.GetFullPath(
            string.IsNullOrWhiteSpace(configured)
                ? Path.Combine(contentRoot, "App_Data")
                : configured
        );
        try
        {
            Directory.CreateDirectory(path);
            var probe = Path.Combine(path, $".probe-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException(
                $"The data folder {path} cannot be written to. Give the portal's user the right to write there, or set Portal:DataFolder to another folder. ({error.Message})"
            );
        }

        return new DataFolder(path);
    }

    /// <summary>The path of something in the folder.</summary>
    public string PathOf(string name) => Path.Combine(FullPath, name);
}

/// <summary>The portal cannot start; the message says in one line why, and what to do.</summary>
public sealed class PortalStartException(string message) : Exception(message);
