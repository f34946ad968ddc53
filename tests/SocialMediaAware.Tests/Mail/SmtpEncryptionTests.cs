using Microsoft.Extensions.Logging;
using SocialMediaAware.Tests.Mail.Servers;
using SocialMediaAware.Web.Mail;
using SocialMediaAware.Web.Mail.Smtp;

namespace SocialMediaAware.Tests.Mail;

public sealed class SmtpEncryptionTests(MailSink sink, TestCertificates certificates)
    : IClassFixture<MailSink>,
        IClassFixture<TestCertificates>
{
    [Theory]
    [InlineData("implicit", SmtpSecurity.ImplicitTls, true)]
    [InlineData("starttls", SmtpSecurity.StartTls, true)]
    [InlineData("starttls", SmtpSecurity.StartTlsIfOffered, true)]
    [InlineData("starttls", SmtpSecurity.None, false)]
    [InlineData("none", SmtpSecurity.StartTlsIfOffered, false)]
    [InlineData("none", SmtpSecurity.None, false)]
    public async Task Mail_ByEachKindOfProtection_IsTaken(
        string tls,
        SmtpSecurity security,
        bool isEncrypted
    )
    {
        var listener = await ListenAsync(tls, certificates.For());
        var mail = SmtpGiven.Mail();

        var (handOver, logged) = await SmtpGiven.SendAsync(Settings(listener, security), mail);

        Assert.Equal(MailHandOver.Delivered, handOver);
        Assert.Empty(logged);
        var taken = Assert.Single(listener.Mails);
        Assert.Equal(isEncrypted, taken.IsEncrypted);
        Assert.Equal("portal@agency.example", taken.From);
        Assert.Equal([SmtpGiven.Reader], taken.To);
        Assert.Equal("portal.agency.example", taken.Hello);
        Assert.Equal(MimeMail.Write(mail), taken.Content);
    }

    [Theory]
    [InlineData("implicit", SmtpSecurity.ImplicitTls)]
    [InlineData("starttls", SmtpSecurity.StartTls)]
    [InlineData("starttls", SmtpSecurity.StartTlsIfOffered)]
    public async Task Mail_ToAServerWithACertificateThatIsWrong_IsKeptAndSaysWhatIsWrong(
        string tls,
        SmtpSecurity security
    )
    {
        (string Certificate, string Says)[] wrong =
        [
            (certificates.For(begins: -60, ends: -30), "certificate ended on "),
            (certificates.For(begins: 10, ends: 30), "certificate only begins on "),
            (
                certificates.For("mail.agency.example"),
                "is for mail.agency.example, not for localhost"
            ),
        ];
        foreach (var (certificate, says) in wrong)
        {
            var listener = await ListenAsync(tls, certificate);
            await AssertKeptAsync(listener, Settings(listener, security), says);
        }

        var unknown = await ListenAsync(tls, certificates.For());
        var settings = Settings(unknown, security);
        settings.CertificateAuthorityFile = null;
        await AssertKeptAsync(
            unknown,
            settings,
            "comes from an authority that is not trusted here: CN=Tests."
        );
        settings.CertificateAuthorityFile = certificates.AuthorityFile;
        settings.CheckRevocation = true;
        await AssertKeptAsync(
            unknown,
            settings,
            "Nobody could be asked whether the mail server's certificate has been revoked."
        );
    }

    [Fact]
    public async Task Mail_ToAServerWithoutStartTls_IsKeptWhereItIsRequired()
    {
        var listener = await ListenAsync("none", null);

        await AssertKeptAsync(
            listener,
            Settings(listener, SmtpSecurity.StartTls),
            "does not offer STARTTLS, so nothing was sent."
        );
    }

    [Theory]
    [InlineData("454 4.7.0 TLS not available", "454 4.7.0 TLS not available")]
    [InlineData(
        "220 Go ahead\r\n250-sink\r\n250 AUTH PLAIN",
        "before the connection was encrypted"
    )]
    [InlineData("220 Go ahead\r\n", "before the connection was encrypted")]
    public async Task Mail_WhenStartTlsIsAnsweredWithSomethingElse_IsKept(string reply, string says)
    {
        var listener = await sink.ListenAsync(
            new SinkOptions
            {
                Tls = "starttls",
                Certificate = certificates.For(),
                Faults = [new SinkFault("STARTTLS", "reply", reply)],
            }
        );

        var (handOver, _) = await SmtpGiven.SendAsync(Settings(listener, SmtpSecurity.StartTls));

        Assert.Equal(MailOutcome.TryLater, handOver.Outcome);
        Assert.Contains(says, handOver.Problem, StringComparison.Ordinal);
        Assert.Empty(listener.Mails);
    }

    [Theory]
    [InlineData(
        "implicit",
        SmtpSecurity.StartTls,
        "did not answer the connection within 2 seconds"
    )]
    [InlineData("starttls", SmtpSecurity.ImplicitTls, "port 465 wants ImplicitTls")]
    public async Task Mail_ByTheWrongKindOfEncryption_IsKeptAndSaysWhereToLook(
        string tls,
        SmtpSecurity security,
        string says
    )
    {
        var listener = await ListenAsync(tls, certificates.For());
        var settings = Settings(listener, security);
        settings.TimeoutSeconds = 2;

        var (handOver, _) = await SmtpGiven.SendAsync(settings);

        Assert.Equal(MailOutcome.TryLater, handOver.Outcome);
        Assert.Contains(says, handOver.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_ToAServerThatKnowsOnlyOldTls_IsKept()
    {
        var listener = await sink.ListenAsync(
            new SinkOptions
            {
                Tls = "implicit",
                Certificate = certificates.For(),
                Oldest = "TLSv1_1",
            }
        );

        var (handOver, _) = await SmtpGiven.SendAsync(Settings(listener, SmtpSecurity.ImplicitTls));

        Assert.Equal(MailOutcome.TryLater, handOver.Outcome);
        Assert.Contains(
            "could not be encrypted with TLS 1.2 or newer.",
            handOver.Problem,
            StringComparison.Ordinal
        );
    }

    private Task<SinkListener> ListenAsync(string tls, string? certificate) =>
        sink.ListenAsync(new SinkOptions { Tls = tls, Certificate = certificate });

    private SmtpSettings Settings(SinkListener listener, SmtpSecurity security)
    {
        var settings = SmtpGiven.To(listener, certificates);
        settings.Security = security.ToString();
        return settings;
    }

    private static async Task AssertKeptAsync(
        SinkListener listener,
        SmtpSettings settings,
        string says
    )
    {
        var (handOver, logged) = await SmtpGiven.SendAsync(settings);

        Assert.Equal(MailOutcome.TryLater, handOver.Outcome);
        Assert.Contains(says, handOver.Problem, StringComparison.Ordinal);
        Assert.Contains(LogLevel.Error, logged);
        Assert.Empty(listener.Mails);
    }
}
