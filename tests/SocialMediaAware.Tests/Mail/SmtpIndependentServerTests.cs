using SocialMediaAware.Tests.Mail.Servers;
using SocialMediaAware.Web.Mail;
using SocialMediaAware.Web.Mail.Smtp;

namespace SocialMediaAware.Tests.Mail;

/// <summary>The whole way once more against a server by other people: signed in, several mails, a refusal, other letters, too large.</summary>
public sealed class SmtpIndependentServerTests(TestCertificates certificates)
    : IClassFixture<TestCertificates>
{
    [Theory]
    [InlineData("starttls", SmtpSecurity.StartTls, false)]
    [InlineData("implicit", SmtpSecurity.ImplicitTls, true)]
    public async Task Mails_ToAServerByOthers_AreTakenAsTheyAre(
        string tls,
        SmtpSecurity security,
        bool withToken
    )
    {
        await using var server = await IndependentServer.StartAsync(certificates.For(), tls);
        var token = Path.GetTempFileName();
        await File.WriteAllTextAsync(token, "tūī");
        await using var delivery = SmtpGiven.Delivery(
            new SmtpSettings
            {
                Server = "localhost",
                Port = server.Port,
                Security = security.ToString(),
                CertificateAuthorityFile = certificates.AuthorityFile,
                User = "portal@agency.example",
                TokenFile = withToken ? token : null,
                Password = withToken ? null : "tūī",
            }
        );

        var first = await TakenAsync(SmtpGiven.Mail(), isUtf8: false);
        var refused = await HandOverAsync(SmtpGiven.Mail("nobody@agency.example"));
        var second = await TakenAsync(SmtpGiven.Mail("tūī@agency.example"), isUtf8: true);
        var tooLarge = await HandOverAsync(SmtpGiven.Mail(text: new string('a', 500_000)));

        Assert.Equal(first.Connection, second.Connection);
        Assert.Equal(
            new MailHandOver(
                MailOutcome.Refused,
                "The mail server answered RCPT TO with: 550 No such user here",
                IsAddressRefused: true
            ),
            refused
        );
        Assert.Equal(MailOutcome.Refused, tooLarge.Outcome);
        File.Delete(token);

        Task<MailHandOver> HandOverAsync(MailMessage mail) =>
            delivery.HandOverAsync(mail, CancellationToken.None);

        async Task<IndependentMail> TakenAsync(MailMessage mail, bool isUtf8)
        {
            Assert.Equal(MailHandOver.Delivered, await HandOverAsync(mail));
            var taken = await server.MailAsync();
            Assert.Equal("portal@agency.example", taken.User);
            Assert.True(taken.IsEncrypted);
            Assert.Equal([mail.To.Address], taken.To);
            Assert.Equal(isUtf8, taken.IsUtf8);
            Assert.Equal(MimeMail.Write(mail), taken.Content);
            return taken;
        }
    }

    [Fact]
    public async Task Mail_WithTheWrongToken_IsKeptByAServerOfOthersToo()
    {
        await using var server = await IndependentServer.StartAsync(certificates.For(), "starttls");
        var token = Path.GetTempFileName();
        await File.WriteAllTextAsync(token, "not-it");

        var (handOver, _) = await SmtpGiven.SendAsync(
            new SmtpSettings
            {
                Server = "localhost",
                Port = server.Port,
                CertificateAuthorityFile = certificates.AuthorityFile,
                User = "portal@agency.example",
                TokenFile = token,
            }
        );

        Assert.Equal(MailOutcome.TryLater, handOver.Outcome);
        Assert.StartsWith(
            "The mail server answered the login with: 535",
            handOver.Problem,
            StringComparison.Ordinal
        );
        File.Delete(token);
    }
}
