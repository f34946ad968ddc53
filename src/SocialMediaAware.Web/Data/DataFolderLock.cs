namespace SocialMediaAware.Web.Data;

/// <summary>
/// Keeps a second portal, or a command that writes, off a data folder with a SQLite file while a portal runs on it: the write gate
/// stands in one process only. The operating system lets go of it when the process ends, however it ends.
/// </summary>
public sealed class DataFolderLock : IDisposable
{
    private readonly FileStream file;

    private DataFolderLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="PortalStartException">Another process has it.</exception>
    public static DataFolderLock Take(DataFolder folder)
    {
        try
        {
            return new(
                new FileStream(
                    folder.PathOf("portal.lock"),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                )
            );
        }
        catch (IOException)
        {
            throw new PortalStartException(
                $"A portal already runs on the data folder {folder.FullPath}. Stop it first, or set Portal:DataFolder to another folder."
            );
        }
    }

    /// <inheritdoc />
    public void Dispose() => file.Dispose();
}
