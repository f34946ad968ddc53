using System.Security.Cryptography;
using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>The settings of the ledger.</summary>
public sealed class LedgerSettings
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Ledger";

    /// <summary>The ledger's name where no setting gives one.</summary>
    public const string DefaultOrigin = "social-media-aware.local/ledger";

    /// <summary>
    /// The ledger's name, such as <c>aware.example.govt.nz/ledger</c>. It is chosen once: the first start writes it into the ledger,
    /// and another name is refused from then on.
    /// </summary>
    public string? Origin { get; set; }

    /// <summary>The file of the private key (PEM, P-256); without it, <c>ledger-key.pem</c> in the data folder.</summary>
    public string? KeyFile { get; set; }
}

/// <summary>The key that signs the ledger's checkpoints. The file is read once, when the portal starts.</summary>
public sealed class LedgerKey(DataFolder folder, LedgerSettings settings) : IDisposable
{
    private ECDsa? key;
    private NoteSigner? signer;

    /// <summary>Where the private key is kept.</summary>
    public string FilePath =>
        string.IsNullOrWhiteSpace(settings.KeyFile)
            ? folder.PathOf("ledger-key.pem")
            : Path.GetFullPath(settings.KeyFile);

    /// <summary>Signs checkpoints. For one thread at a time: the ledger's writer.</summary>
    /// <exception cref="InvalidOperationException">It was not opened.</exception>
    public NoteSigner Signer =>
        signer
        ?? throw new InvalidOperationException(
            "The ledger's key is opened when the portal starts."
        );

    /// <summary>What others need to check the checkpoints.</summary>
    public VerificationKey VerificationKey => Signer.VerificationKey;

    /// <summary>Makes a key where there is none, readable for the portal's user only. An existing file is left alone.</summary>
    /// <exception cref="PortalStartException">A file was configured and is not there, or cannot be written.</exception>
    public void MakeWhereMissing()
    {
        if (File.Exists(FilePath))
        {
            return;
        }

        if (!string.IsNullOrWhiteSpace(settings.KeyFile))
        {
            throw Missing("Put the ledger's key there, or leave out Ledger:KeyFile.");
        }

        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var unfinished = $"{FilePath}.{Guid.NewGuid():N}";
        try
        {
            using (var file = new FileStream(unfinished, PrivateFile()))
            {
                file.Write(System.Text.Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem()));
                file.Flush(flushToDisk: true);
            }

            // Whole or not at all; another replica on the same folder may have been quicker, and then its key stays.
            File.Move(unfinished, FilePath, overwrite: false);
        }
        catch (IOException) when (File.Exists(FilePath))
        {
            File.Delete(unfinished);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException(
                $"The ledger's key {FilePath} cannot be written: {problem.Message}"
            );
        }
    }

    /// <summary>Reads the key, under the ledger's name.</summary>
    /// <exception cref="PortalStartException">The file is missing or holds no such key, or the name is not allowed.</exception>
    public void Open(string origin)
    {
        if (!File.Exists(FilePath))
        {
            throw Missing(
                "This database has a ledger that was signed with it. Put the key back from a backup; a new one cannot take its place."
            );
        }

        key?.Dispose();
        key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(FilePath));
            signer = new NoteSigner(origin, key);
        }
        catch (Exception problem)
            when (problem
                    is EvidenceFormatException
                        or CryptographicException
                        or ArgumentException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            throw new PortalStartException(
                $"The ledger {origin} cannot be signed with the key {FilePath}: {problem.Message}"
            );
        }
    }

    /// <inheritdoc />
    public void Dispose() => key?.Dispose();

    private PortalStartException Missing(string whatToDo) =>
        new($"The ledger's key {FilePath} is not there. {whatToDo}");

    private static FileStreamOptions PrivateFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
