using Microsoft.Extensions.Logging;
using SocialMediaAware.Tests.Mail.Servers;
using SocialMediaAware.Web.Mail;
using SocialMediaAware.Web.Mail.Smtp;

namespace SocialMediaAware.Tests.Mail;

public sealed class SmtpLoginTests(MailSink sink, TestCertificates certificates)
    : IClassFixture<MailSink>,
        IClassFixture<TestCertificates>
{
    private const string User = "portal@agency.example";
    private const string Secret = "kererū-7-and-a-tūī";

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    [InlineData("XOAUTH2")]
    [InlineData("LOGIN PLAIN XOAUTH2")]
    public async Task Mail_WithTheRightPasswordOrToken_IsTakenSignedIn(string ways)
    {
        var listener = await ListenAsync(ways);
        using var secret = new SecretFile(Secret + "\n");

        var (handOver, _) = await SmtpGiven.SendAsync(Settings(listener, ways, secret));

        Assert.Equal(MailHandOver.Delivered, handOver);
        Assert.True(Assert.Single(listener.Mails).IsSignedIn);
    }

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    [InlineData("XOAUTH2")]
    public async Task Mail_WithTheWrongPasswordOrToken_IsKeptAndSomebodyIsTold(string ways)
    {
        var listener = await ListenAsync(ways);
        using var secret = new SecretFile("not-the-secret");

        var (handOver, logged) = await SmtpGiven.SendAsync(Settings(listener, ways, secret));

        Assert.Equal(
            new MailHandOver(
                MailOutcome.TryLater,
                "The mail server answered the login with: 535 5.7.8 Authentication credentials invalid"
            ),
            handOver
        );
        Assert.Equal([LogLevel.Error], logged);
        Assert.Empty(listener.Mails);
    }

    [Fact]
    public async Task Token_WhenItsFileIsRenewed_IsUsedForTheNextConnection()
    {
        var listener = await ListenAsync("XOAUTH2");
        using var token = new SecretFile("an-old-token");
        await using var delivery = SmtpGiven.Delivery(Settings(listener, "XOAUTH2", token));
        var before = await delivery.HandOverAsync(SmtpGiven.Mail(), CancellationToken.None);

        token.Write(Secret);
        var after = await delivery.HandOverAsync(SmtpGiven.Mail(), CancellationToken.None);

        Assert.Equal(MailOutcome.TryLater, before.Outcome);
        Assert.Equal(MailHandOver.Delivered, after);
    }

    [Theory]
    [InlineData(
        "XOAUTH2",
        "PLAIN",
        "offers no login with a password (PLAIN or LOGIN). It offers: XOAUTH2."
    )]
    [InlineData(
        "LOGIN PLAIN",
        "XOAUTH2",
        "offers no login with a token (XOAUTH2). It offers: LOGIN, PLAIN."
    )]
    [InlineData("", "PLAIN", "offers no login with a password (PLAIN or LOGIN). It offers: none.")]
    public async Task Mail_WhenTheServerOffersNoLoginThatFits_IsKept(
        string offered,
        string used,
        string says
    )
    {
        var listener = await ListenAsync(offered);
        using var secret = new SecretFile(Secret);

        var (handOver, logged) = await SmtpGiven.SendAsync(Settings(listener, used, secret));

        Assert.Equal(MailOutcome.TryLater, handOver.Outcome);
        Assert.Contains(says, handOver.Problem, StringComparison.Ordinal);
        Assert.Equal([LogLevel.Error], logged);
    }

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("XOAUTH2")]
    public async Task Problem_WhenTheServerRepeatsTheSecret_DoesNotHoldIt(string ways)
    {
        var secret = new SmtpSecret(Secret, ways == "XOAUTH2");
        var said = string.Join(' ', secret.Spellings(User));
        var listener = await ListenAsync(ways, new SinkFault("AUTH", "reply", $"535 no: {said}"));
        using var file = new SecretFile(Secret);

        var (handOver, _) = await SmtpGiven.SendAsync(Settings(listener, ways, file));

        Assert.Equal("The mail server answered the login with: 535 no: … … … …", handOver.Problem);
    }

    [Fact]
    public async Task Mail_WhenTheSecretCannotBeReadAnyMore_IsKept()
    {
        var listener = await ListenAsync("PLAIN");
        string gone;
        SmtpSettings settings;
        using (var secret = new SecretFile(Secret))
        {
            settings = Settings(listener, "PLAIN", secret);
            gone = secret.Path;
        }

        var (handOver, logged) = await SmtpGiven.SendAsync(settings);

        Assert.Equal(
            new MailHandOver(
                MailOutcome.TryLater,
                "The file of the setting Portal:Mail:PasswordFile cannot be read (FileNotFoundException)."
            ),
            handOver
        );
        Assert.DoesNotContain(gone, handOver.Problem, StringComparison.Ordinal);
        Assert.Equal([LogLevel.Error], logged);
    }

    [Fact]
    public async Task Mail_WhenTheServerCannotCheckTheLoginNow_IsKeptWithoutAnAlarm()
    {
        var listener = await ListenAsync(
            "PLAIN",
            new SinkFault("AUTH", "reply", "454 4.7.0 Temporary authentication failure")
        );
        using var secret = new SecretFile(Secret);

        var (handOver, logged) = await SmtpGiven.SendAsync(Settings(listener, "PLAIN", secret));

        Assert.Equal(MailOutcome.TryLater, handOver.Outcome);
        Assert.Equal([LogLevel.Warning], logged);
    }

    private Task<SinkListener> ListenAsync(string ways, params SinkFault[] faults) =>
        sink.ListenAsync(
            new SinkOptions
            {
                Tls = "starttls",
                Certificate = certificates.For(),
                Auth = ways.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                User = User,
                Secret = Secret,
                Faults = faults,
            }
        );

    private SmtpSettings Settings(SinkListener listener, string ways, SecretFile secret)
    {
        var settings = SmtpGiven.To(listener, certificates);
        settings.User = User;
        if (ways == "XOAUTH2")
        {
            settings.TokenFile = secret.Path;
        }
        else
        {
            settings.PasswordFile = secret.Path;
        }

        return settings;
    }

    private sealed class SecretFile : IDisposable
    {
        public SecretFile(string secret) => Write(secret);

        public string Path { get; } =
            System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"sma-secret-{Guid.NewGuid():N}");

        public void Write(string secret) => File.WriteAllText(Path, secret);

        public void Dispose() => File.Delete(Path);
    }
}
