using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SocialMediaAware.Web.Mail.Smtp;

/// <summary>Whose certificates the portal takes from the mail server, and what is wrong with one that it does not take.</summary>
internal static class SmtpAuthorities
{
    private const X509ChainStatusFlags Untrusted =
        X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;

    private const X509ChainStatusFlags NotLookedUp =
        X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    /// <summary>The agency's own authorities; null where the machine's are trusted.</summary>
    /// <exception cref="Data.PortalStartException">The file cannot be read or holds no certificate.</exception>
    public static X509Certificate2Collection? Read(SmtpSettings settings)
    {
        if (string.IsNullOrEmpty(settings.CertificateAuthorityFile))
        {
            return null;
        }

        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(settings.CertificateAuthorityFile);
        }
        catch (Exception problem)
            when (problem is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw SmtpSettingsCheck.Wrong(
                nameof(settings.CertificateAuthorityFile),
                $"names a file that cannot be read as certificates ({problem.GetType().Name}). Put the authority's certificate there as PEM."
            );
        }

        return authorities.Count > 0
            ? authorities
            : throw SmtpSettingsCheck.Wrong(
                nameof(settings.CertificateAuthorityFile),
                "names a file without a certificate. Put the authority's certificate there as PEM."
            );
    }

    /// <summary>How a chain is checked.</summary>
    public static X509ChainPolicy Policy(
        SmtpSettings settings,
        X509Certificate2Collection? authorities
    )
    {
        var policy = new X509ChainPolicy
        {
            RevocationMode = settings.CheckRevocation
                ? X509RevocationMode.Online
                : X509RevocationMode.NoCheck,
            RevocationFlag = X509RevocationFlag.ExcludeRoot,
            // The server shows what lies between: nothing is fetched from an address that a certificate names.
            DisableCertificateDownloads = !settings.CheckRevocation,
        };
        // That it is meant for servers (RFC 5280 section 4.2.1.12).
        policy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1"));
        if (authorities is not null)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(authorities);
        }

        return policy;
    }

    /// <summary>What is wrong with a certificate, in a sentence; null when nothing is.</summary>
    public static string? Fault(
        string server,
        X509Certificate? shown,
        X509Chain? chain,
        SslPolicyErrors errors
    )
    {
        if (errors == SslPolicyErrors.None)
        {
            return null;
        }

        if (shown is not X509Certificate2 certificate)
        {
            return "The mail server shows no certificate.";
        }

        var status =
            chain?.ChainStatus.Aggregate(
                X509ChainStatusFlags.NoError,
                (all, one) => all | one.Status
            ) ?? X509ChainStatusFlags.NoError;
        return status.HasFlag(X509ChainStatusFlags.NotTimeValid) ? Time(certificate)
            : status.HasFlag(X509ChainStatusFlags.Revoked)
                ? "The mail server's certificate has been revoked. It needs a new one."
            : (status & Untrusted) != 0
                ? $"The mail server's certificate comes from an authority that is not trusted here: {HeaderText.Cut(HeaderText.OnOneLine(certificate.Issuer), 100)}. If it is your agency's own, name its certificate in {MailSettings.Section}:{nameof(SmtpSettings.CertificateAuthorityFile)}."
            : (status & NotLookedUp) != 0
                ? $"Nobody could be asked whether the mail server's certificate has been revoked. Let the portal reach the authority, or set {MailSettings.Section}:{nameof(SmtpSettings.CheckRevocation)} to false."
            : errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
                ? $"The mail server's certificate is for {NamesIn(certificate)}, not for {server}. Name the server as its certificate does."
            : $"The mail server's certificate cannot be trusted ({status}).";
    }

    private static string Time(X509Certificate2 certificate)
    {
        // The world's time, by which certificates are looked at, not the portal's clock, which can be moved.
        var now = TimeProvider.System.GetLocalNow().DateTime;
        return certificate.NotAfter < now
                ? $"The mail server's certificate ended on {Day(certificate.NotAfter)}. It needs a new one."
            : certificate.NotBefore > now
                ? $"The mail server's certificate only begins on {Day(certificate.NotBefore)}. Look at the clocks of both machines."
            : "An authority above the mail server's certificate is past its time. The server needs a new chain.";
    }

    private static string Day(DateTime moment) =>
        moment.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string NamesIn(X509Certificate2 certificate)
    {
        var names = certificate
            .Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(names =>
                names
                    .EnumerateDnsNames()
                    .Concat(names.EnumerateIPAddresses().Select(address => address.ToString()))
            )
            .Take(3)
            .ToList();
        return names.Count == 0
            ? "no name"
            : HeaderText.Cut(HeaderText.OnOneLine(string.Join(", ", names)), 100);
    }
}
