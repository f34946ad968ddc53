using System.Security.Cryptography;
using System.Text.Json;

namespace SocialMediaAware.Web.Features.Backups;

/// <summary>One file of a backup.</summary>
/// <param name="Name">Its name in the data folder, with forward slashes.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Sha256">Its SHA-256, in lower-case hexadecimal.</param>
public sealed record BackupPart(string Name, long Size, string Sha256)
{
    /// <summary>Describes a file.</summary>
    public static BackupPart Of(string folder, string path)
    {
        using var file = File.OpenRead(path);
        return new(
            Path.GetRelativePath(folder, path).Replace('\\', '/'),
            file.Length,
            Convert.ToHexStringLower(SHA256.HashData(file))
        );
    }
}

/// <summary>What a backup holds: it stands in the archive as <c>manifest.json</c>.</summary>
/// <param name="Format">The version of the archive's format.</param>
/// <param name="MadeAt">When it was made (UTC).</param>
/// <param name="LedgerOrigin">The name of the ledger.</param>
/// <param name="LedgerSize">How many entries the ledger has.</param>
/// <param name="Parts">Its files.</param>
public sealed record BackupManifest(
    int Format,
    DateTimeOffset MadeAt,
    string LedgerOrigin,
    long LedgerSize,
    IReadOnlyList<BackupPart> Parts
)
{
    /// <summary>The format that this portal writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Its name in the archive.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The database's name.</summary>
    public const string Database = "portal.db";

    /// <summary>The name of the ledger's key.</summary>
    public const string LedgerKey = "ledger-key.pem";

    /// <summary>The folder of the keys that protect sessions.</summary>
    public const string SessionKeys = "session-keys";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    /// <summary>Whether a file of this name may stand in a data folder: an archive from elsewhere names what it likes.</summary>
    public static bool IsKnown(string name) =>
        name is Database or LedgerKey
        || (
            name.StartsWith($"{SessionKeys}/", StringComparison.Ordinal)
            && name[(SessionKeys.Length + 1)..] is { Length: > 4 } file
            && file.EndsWith(".xml", StringComparison.Ordinal)
            && file.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.')
            && !file.Contains("..", StringComparison.Ordinal)
        );

    /// <summary>The manifest as it is written.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="BackupException">It is none of this format, or names a file that has no place in a data folder.</exception>
    public static BackupManifest Read(ReadOnlySpan<byte> bytes)
    {
        BackupManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<BackupManifest>(bytes, Json);
        }
        catch (JsonException)
        {
            manifest = null;
        }

        return
            manifest is { Format: CurrentFormat, Parts: not null }
            && manifest.Parts.All(part =>
                part is { Name: not null, Sha256: not null, Size: >= 0 } && IsKnown(part.Name)
            )
            && manifest.Parts.DistinctBy(part => part.Name).Count() == manifest.Parts.Count
            && manifest.Parts.Any(part => part.Name == Database)
            ? manifest
            : throw new BackupException("It is not a backup of this portal.");
    }
}

/// <summary>A backup cannot be made, or is not whole; the message says why, and what to do.</summary>
public sealed class BackupException(string message) : Exception(message);
