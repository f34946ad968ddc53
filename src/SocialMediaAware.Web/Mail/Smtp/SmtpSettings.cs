namespace SocialMediaAware.Web.Mail.Smtp;

/// <summary>How the connection to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>The server must offer STARTTLS; without it no mail goes out. Usual on port 587.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte. Usual on port 465.</summary>
    ImplicitTls,

    /// <summary>Encrypted where the server offers STARTTLS, in the clear where it does not. No password goes this way.</summary>
    StartTlsIfOffered,

    /// <summary>In the clear: for a relay on the same machine or in the same closed network. No password goes this way.</summary>
    None,
}

/// <summary>How to reach the mail server. Without <see cref="Server" /> mails are written to a folder.</summary>
public sealed class SmtpSettings
{
    private const int PortOfImplicitTls = 465;
    private const int PortOfSubmission = 587;
    private const int PortOfRelay = 25;

    /// <summary>The server's host name; nothing to write mails to a folder.</summary>
    public string? Server { get; set; }

    /// <summary>Its port; the usual one of <see cref="Security" /> where it is left out.</summary>
    public int? Port { get; set; }

    /// <summary>How the connection is protected: a name of <see cref="SmtpSecurity" />.</summary>
    public string? Security { get; set; }

    /// <summary>The account to sign in with; nothing to sign in with none.</summary>
    public string? User { get; set; }

    /// <summary>The account's password.</summary>
    public string? Password { get; set; }

    /// <summary>A file with the account's password, read for each connection.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>A file with an access token for XOAUTH2, read for each connection: whoever renews it only writes the file.</summary>
    public string? TokenFile { get; set; }

    /// <summary>A PEM file with the agency's own authorities: the server's certificate must come from one of them.</summary>
    public string? CertificateAuthorityFile { get; set; }

    /// <summary>Whether the server's certificate is looked up as revoked; needs a way out of the network.</summary>
    public bool CheckRevocation { get; set; }

    /// <summary>The name by which the portal greets the server; the machine's own where it is left out.</summary>
    public string? Hello { get; set; }

    /// <summary>How many mails go over one connection at most.</summary>
    public int MailsPerConnection { get; set; } = 100;

    /// <summary>Seconds to wait for the connection, and for each answer before a mail is handed over as a whole.</summary>
    public double TimeoutSeconds { get; set; } = 30;

    /// <summary>
    /// Seconds to wait for the answer to a whole mail. Longer, because nobody knows what became of the mail when this passes.
    /// </summary>
    public double TimeoutAfterMailSeconds { get; set; } = 180;

    /// <summary>Seconds after which a connection is closed that nothing was sent over.</summary>
    public double IdleSeconds { get; set; } = 20;

    /// <summary>Seconds in which no new connection is tried after one failed; 0 for none.</summary>
    public double PauseSeconds { get; set; } = 15;

    /// <summary>Whether mails go to a server.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Server);

    /// <summary>Whether somebody signs in.</summary>
    public bool SignsIn => !string.IsNullOrEmpty(User);

    /// <summary>How the connection is protected.</summary>
    public SmtpSecurity Protection =>
        string.IsNullOrWhiteSpace(Security)
            ? SmtpSecurity.StartTls
            : Enum.Parse<SmtpSecurity>(Security, ignoreCase: true);

    /// <summary>The port to connect to.</summary>
    public int PortInUse =>
        Port
        ?? Protection switch
        {
            SmtpSecurity.ImplicitTls => PortOfImplicitTls,
            SmtpSecurity.StartTls => PortOfSubmission,
            _ => PortOfRelay,
        };

    internal TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);

    internal TimeSpan TimeoutAfterMail => TimeSpan.FromSeconds(TimeoutAfterMailSeconds);

    internal TimeSpan Idle => TimeSpan.FromSeconds(IdleSeconds);

    internal TimeSpan Pause => TimeSpan.FromSeconds(PauseSeconds);
}
