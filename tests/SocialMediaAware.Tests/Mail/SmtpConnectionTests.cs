using System.Text;
using SocialMediaAware.Tests.Mail.Servers;
using SocialMediaAware.Web.Mail;
using SocialMediaAware.Web.Mail.Smtp;

namespace SocialMediaAware.Tests.Mail;

public sealed class SmtpConnectionTests(MailSink sink) : IClassFixture<MailSink>
{
    [Fact]
    public async Task Mails_ManyOfThem_ShareConnectionsUpToTheNumberThatIsSet()
    {
        var listener = await sink.ListenAsync();
        var settings = SmtpGiven.To(listener);
        settings.MailsPerConnection = 10;
        await using var delivery = SmtpGiven.Delivery(settings);
        var mails = Enumerable.Range(0, 25).Select(_ => SmtpGiven.Mail()).ToList();

        foreach (var mail in mails)
        {
            Assert.Equal(
                MailHandOver.Delivered,
                await delivery.HandOverAsync(mail, CancellationToken.None)
            );
        }

        Assert.Equal(
            mails.Select(mail => $"<{mail.MailId}>"),
            listener.Mails.Select(mail => mail.Id)
        );
        Assert.Equal(3, await listener.ConnectionsAsync());
    }

    [Fact]
    public async Task Mails_AfterOneThatWasRefused_GoOverTheSameConnection()
    {
        var listener = await sink.ListenAsync(
            new SinkOptions
            {
                Faults = [new SinkFault("RCPT", "reply", "550 5.1.1 No such user", Times: 1)],
            }
        );
        await using var delivery = SmtpGiven.Delivery(SmtpGiven.To(listener));

        var refused = await delivery.HandOverAsync(SmtpGiven.Mail(), CancellationToken.None);
        var taken = await delivery.HandOverAsync(SmtpGiven.Mail(), CancellationToken.None);

        Assert.True(refused.IsAddressRefused);
        Assert.Equal(MailHandOver.Delivered, taken);
        Assert.Equal(1, await listener.ConnectionsAsync());
    }

    [Theory]
    [InlineData("drop", "")]
    [InlineData("reply", "421 4.4.2 Idle for too long")]
    [InlineData("reply", "500 5.5.1 What?")]
    public async Task Mail_WhenTheKeptConnectionHasDied_GoesOverANewOne(string kind, string text)
    {
        var listener = await sink.ListenAsync(
            new SinkOptions { Faults = [new SinkFault("RSET", kind, text, Times: 1)] }
        );
        await using var delivery = SmtpGiven.Delivery(SmtpGiven.To(listener));
        await delivery.HandOverAsync(SmtpGiven.Mail(), CancellationToken.None);

        var handOver = await delivery.HandOverAsync(SmtpGiven.Mail(), CancellationToken.None);

        Assert.Equal(MailHandOver.Delivered, handOver);
        Assert.Equal(2, listener.Mails.Count);
        Assert.Equal(2, await listener.ConnectionsAsync());
    }

    [Fact]
    public async Task Connection_ThatNothingGoesOver_IsClosedWithAGoodbye()
    {
        var listener = await sink.ListenAsync(
            new SinkOptions { Faults = [new SinkFault("QUIT", "hold")] }
        );
        var settings = SmtpGiven.To(listener);
        settings.IdleSeconds = 0.1;
        await using var delivery = SmtpGiven.Delivery(settings);
        await delivery.HandOverAsync(SmtpGiven.Mail(), CancellationToken.None);

        Assert.Equal("QUIT", await listener.HeldAsync());

        var handOver = await delivery.HandOverAsync(SmtpGiven.Mail(), CancellationToken.None);
        Assert.Equal(MailHandOver.Delivered, handOver);
        Assert.Equal(2, await listener.ConnectionsAsync());
    }

    [Fact]
    public async Task Mails_WhenTheServerIsAway_DoNotEachTryAgain()
    {
        var listener = await sink.ListenAsync(
            new SinkOptions { Faults = [new SinkFault("CONNECT", "reply", "554 5.3.2 Closed")] }
        );
        var settings = SmtpGiven.To(listener);
        settings.PauseSeconds = 600;
        await using var delivery = SmtpGiven.Delivery(settings);

        for (var count = 0; count < 5; count++)
        {
            var handOver = await delivery.HandOverAsync(SmtpGiven.Mail(), CancellationToken.None);
            Assert.Equal(MailOutcome.TryLater, handOver.Outcome);
            Assert.Contains("554 5.3.2 Closed", handOver.Problem, StringComparison.Ordinal);
        }

        Assert.Equal(1, await listener.ConnectionsAsync());
    }

    [Theory]
    [InlineData("localhost", "cannot be reached on port 1 (ConnectionRefused).")]
    [InlineData("nowhere.invalid", "The mail server nowhere.invalid cannot be reached on port 1 (")]
    public async Task Mail_WhenNobodyListens_IsKept(string server, string says)
    {
        var settings = new SmtpSettings
        {
            Server = server,
            Port = 1,
            Security = nameof(SmtpSecurity.None),
        };

        var (handOver, _) = await SmtpGiven.SendAsync(settings);

        Assert.Equal(MailOutcome.TryLater, handOver.Outcome);
        Assert.Contains(says, handOver.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_OfSeveralWorkersAtOnce_AreEachTakenOnce()
    {
        var listener = await sink.ListenAsync();
        await using var delivery = SmtpGiven.Delivery(SmtpGiven.To(listener));
        var mails = Enumerable.Range(0, 40).Select(_ => SmtpGiven.Mail()).ToList();

        var outcomes = await Task.WhenAll(
            mails.Select(mail => delivery.HandOverAsync(mail, CancellationToken.None))
        );

        Assert.All(outcomes, outcome => Assert.Equal(MailHandOver.Delivered, outcome));
        Assert.Equal(
            mails.Select(mail => $"<{mail.MailId}>").Order(),
            listener.Mails.Select(mail => mail.Id).Order()
        );
    }

    [Fact]
    public async Task Mail_WhenThePortalStopsBeforeTheDot_IsSurelyNotTaken()
    {
        var listener = await sink.ListenAsync(
            new SinkOptions { Faults = [new SinkFault("RCPT", "hold", Times: 1)] }
        );
        await using var delivery = SmtpGiven.Delivery(SmtpGiven.To(listener));
        using var stop = new CancellationTokenSource();

        var handingOver = delivery.HandOverAsync(SmtpGiven.Mail(), stop.Token);
        await listener.HeldAsync();
        await stop.CancelAsync();

        Assert.Equal(MailOutcome.TryLater, (await handingOver).Outcome);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a\r\n")]
    [InlineData(".\r\n", "..\r\n")]
    [InlineData(".a\r\n..b\r\nc.\r\n", "..a\r\n...b\r\nc.\r\n")]
    [InlineData("a\r\n.\r\nb", "a\r\n..\r\nb\r\n")]
    [InlineData("a\n.\nb\n", "a\r\n..\r\nb\r\n")]
    [InlineData("a\r.\rb", "a\r\n..\r\nb\r\n")]
    [InlineData("a\n.\r\nb", "a\r\n..\r\nb\r\n")]
    [InlineData("a\r\n\r\n", "a\r\n\r\n")]
    public void Text_OnTheWire_CannotEndTheMail(string text, string onTheWire) =>
        Assert.Equal(
            onTheWire,
            Encoding.ASCII.GetString(DotStuffing.Of(Encoding.ASCII.GetBytes(text)))
        );
}
