using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace SocialMediaAware.Web.Features.Backups;

/// <summary>Unpacks an archive that may come from anywhere, into a folder of its own.</summary>
public static class Archive
{
    /// <summary>The longest manifest and the longest key that are read, in bytes: far more than any of ours.</summary>
    private const int MostBytesOfSmallParts = 1024 * 1024;

    private static ReadOnlySpan<byte> SqliteName => "SQLite format 3\0"u8;

    /// <summary>Unpacks what the manifest names, and nothing else.</summary>
    /// <exception cref="BackupException">It is no backup, is not whole, or does not fit on the disk.</exception>
    public static async Task<BackupManifest> UnpackAsync(
        string archive,
        string folder,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(archive, cancellationToken);
            var manifest = await ReadManifestAsync(zip, archive, cancellationToken);
            RefuseTooMuch(manifest, folder);
            foreach (var part in manifest.Parts)
            {
                await UnpackAsync(zip, part, Path.Combine(folder, part.Name), cancellationToken);
            }

            return manifest;
        }
        // What a damaged archive can make the reader say.
        catch (Exception error)
            when (error
                    is InvalidDataException
                        or FileNotFoundException
                        or DirectoryNotFoundException
                        or EndOfStreamException
                        or ArgumentException
                        or NotSupportedException
                        or OverflowException
            )
        {
            throw new BackupException($"{archive} cannot be read as a backup: {error.Message}");
        }
    }

    private static async Task<BackupManifest> ReadManifestAsync(
        ZipArchive zip,
        string archive,
        CancellationToken cancellationToken
    )
    {
        if (
            zip.GetEntry(BackupManifest.FileName) is not { } entry
            || entry.Length > MostBytesOfSmallParts
        )
        {
            throw new BackupException($"{archive} is not a backup of this portal.");
        }

        var bytes = new byte[entry.Length];
        await using var stream = await entry.OpenAsync(cancellationToken);
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return BackupManifest.Read(bytes);
    }

    // Before the first byte is unpacked.
    private static void RefuseTooMuch(BackupManifest manifest, string folder)
    {
        var small = manifest.Parts.FirstOrDefault(part =>
            part.Name != BackupManifest.Database && part.Size > MostBytesOfSmallParts
        );
        if (small is not null)
        {
            throw new BackupException($"{small.Name} in the backup is too long for what it is.");
        }

        var size = manifest.Parts.Sum(part => (decimal)part.Size);
        var free = new DriveInfo(folder).AvailableFreeSpace;
        if (size > free)
        {
            throw new BackupException(
                $"The backup would need {Megabytes(size)} MB, and {Megabytes(free)} MB are free. Make room, then restore again."
            );
        }
    }

    private static async Task UnpackAsync(
        ZipArchive zip,
        BackupPart part,
        string path,
        CancellationToken cancellationToken
    )
    {
        if (zip.GetEntry(part.Name) is not { } entry || entry.Length != part.Size)
        {
            throw new BackupException(
                $"{part.Name} is missing in the backup, or has another length."
            );
        }

        PrivateFiles.CreateFolder(Path.GetDirectoryName(path)!);
        await using var file = PrivateFiles.CreateFile(path);
        await using var stream = await entry.OpenAsync(cancellationToken);
        if (await CopyAsync(stream, file, part, cancellationToken) != part.Sha256)
        {
            throw new BackupException($"{part.Name} in the backup is not what was backed up.");
        }

        file.Flush(flushToDisk: true);
    }

    // Counts along: what an entry says of its length need not be true.
    private static async Task<string> CopyAsync(
        Stream from,
        FileStream to,
        BackupPart part,
        CancellationToken cancellationToken
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        long copied = 0;
        while (
            await from.ReadAtLeastAsync(buffer, buffer.Length, false, cancellationToken)
                is > 0
                    and var read
        )
        {
            if (copied == 0 && part.Name == BackupManifest.Database)
            {
                RefuseWhatIsNoDatabase(buffer.AsSpan(0, read), part.Size);
            }

            copied += read;
            if (copied > part.Size)
            {
                throw new BackupException($"{part.Name} in the backup is longer than it says.");
            }

            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // The first page names the database's own length (sqlite.org/fileformat2.html, 1.3): gigabytes of nothing end here.
    private static void RefuseWhatIsNoDatabase(ReadOnlySpan<byte> start, long size)
    {
        if (start.Length >= 100 && start.StartsWith(SqliteName))
        {
            var pageSize = BinaryPrimitives.ReadUInt16BigEndian(start[16..]);
            var pages = BinaryPrimitives.ReadUInt32BigEndian(start[28..]);
            if ((pageSize == 1 ? 65536L : pageSize) * pages == size)
            {
                return;
            }
        }

        throw new BackupException($"{BackupManifest.Database} in the backup is not a database.");
    }

    private static string Megabytes(decimal bytes) =>
        (bytes / 1024 / 1024).ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
