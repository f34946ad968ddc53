using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SocialMediaAware.Tests.Mail.Servers;

/// <summary>An authority of the tests' own and certificates from it, as PEM files in a folder that goes with them.</summary>
public sealed class TestCertificates : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sma-certificates-").FullName;
    private readonly X509Certificate2 authority;

    public TestCertificates()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Tests", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true)
        );
        authority = request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddYears(-3),
            DateTimeOffset.UtcNow.AddYears(3)
        );
        AuthorityFile = Path.Combine(folder, "authority.pem");
        File.WriteAllText(AuthorityFile, authority.ExportCertificatePem());
    }

    /// <summary>The authority's own certificate.</summary>
    public string AuthorityFile { get; }

    /// <summary>A certificate with its key.</summary>
    /// <param name="name">The server that it is for.</param>
    /// <param name="begins">Days from today on which it begins.</param>
    /// <param name="ends">Days from today on which it ends.</param>
    public string For(string name = "localhost", int begins = -30, int ends = 30)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false)
        );
        using var certificate = request.Create(
            authority,
            DateTimeOffset.UtcNow.AddDays(begins),
            DateTimeOffset.UtcNow.AddDays(ends),
            RandomNumberGenerator.GetBytes(12)
        );
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.pem");
        File.WriteAllText(
            file,
            $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n"
        );
        return file;
    }

    public void Dispose()
    {
        authority.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
