using Microsoft.Extensions.Logging;
using SocialMediaAware.Tests.Mail.Servers;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Tests.Mail;

/// <summary>A server that says no, says nothing, talks nonsense or goes away, at each stage of a mail.</summary>
public sealed class SmtpStagesTests(MailSink sink) : IClassFixture<MailSink>
{
    [Theory]
    [InlineData("CONNECT", "554 5.3.2 No service", MailOutcome.TryLater, false, true)]
    [InlineData("CONNECT", "421 4.3.2 Too busy", MailOutcome.TryLater, false, false)]
    [InlineData("EHLO", "421 4.3.2 Too busy", MailOutcome.TryLater, false, false)]
    [InlineData("MAIL", "451 4.3.0 Try again", MailOutcome.TryLater, false, false)]
    [InlineData("MAIL", "550 5.1.8 Sender refused", MailOutcome.TryLater, false, true)]
    [InlineData("MAIL", "530 5.7.0 Log in first", MailOutcome.TryLater, false, true)]
    [InlineData("MAIL", "552 5.3.4 Too large", MailOutcome.Refused, false, false)]
    [InlineData("RCPT", "450 4.2.1 Busy", MailOutcome.TryLater, false, false)]
    [InlineData("RCPT", "451 4.7.1 Greylisted", MailOutcome.TryLater, false, false)]
    [InlineData("RCPT", "421 4.7.0 Too many", MailOutcome.TryLater, false, false)]
    [InlineData("RCPT", "550 5.1.1 No such user", MailOutcome.Refused, true, false)]
    [InlineData("RCPT", "550 No such user", MailOutcome.Refused, true, false)]
    [InlineData("RCPT", "554 5.7.1 Relay access denied", MailOutcome.TryLater, false, true)]
    [InlineData("RCPT", "552 5.2.2 Mailbox full", MailOutcome.Refused, false, false)]
    [InlineData("DATA", "451 4.3.0 Try again", MailOutcome.TryLater, false, false)]
    [InlineData("DATA", "554 5.6.0 Not today", MailOutcome.Refused, false, false)]
    [InlineData("TEXT", "421 4.3.2 Going down", MailOutcome.TryLater, false, false)]
    [InlineData("DOT", "451 4.3.0 Try again", MailOutcome.TryLater, false, false)]
    [InlineData("DOT", "421 4.3.0 Going down", MailOutcome.TryLater, false, false)]
    [InlineData("DOT", "554 5.7.1 Looks like spam", MailOutcome.Refused, false, false)]
    [InlineData("DOT", "550 5.1.1 No such user", MailOutcome.Refused, true, false)]
    [InlineData("DOT", "550 5.2.1 Mailbox switched off", MailOutcome.Refused, true, false)]
    [InlineData("DOT", "554 5.2.252 SendAsDenied", MailOutcome.TryLater, false, true)]
    public async Task Mail_WhenTheServerSaysNoAtAStage_IsJudgedByWhatItSays(
        string stage,
        string reply,
        MailOutcome outcome,
        bool isAddressRefused,
        bool isOurs
    )
    {
        var listener = await FailingAsync(new SinkFault(stage, "reply", reply, Times: 1));

        var (handOver, logged) = await SmtpGiven.SendAsync(SmtpGiven.To(listener));

        Assert.Equal(outcome, handOver.Outcome);
        Assert.Equal(isAddressRefused, handOver.IsAddressRefused);
        Assert.Contains(reply, handOver.Problem, StringComparison.Ordinal);
        Assert.Equal(isOurs, logged.Contains(LogLevel.Error));
        Assert.Empty(listener.Mails);
    }

    [Theory]
    [InlineData("CONNECT")]
    [InlineData("EHLO")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    public async Task Mail_WhenTheServerIsSilentBeforeTheDot_IsSurelyNotTaken(string stage)
    {
        var listener = await FailingAsync(new SinkFault(stage, "silent", Times: 1));
        var settings = SmtpGiven.To(listener);
        settings.TimeoutSeconds = 1;
        await using var delivery = SmtpGiven.Delivery(settings);

        var handOver = await delivery.HandOverAsync(SmtpGiven.Mail(), CancellationToken.None);

        Assert.Equal(MailOutcome.TryLater, handOver.Outcome);
        Assert.Empty(listener.Mails);
    }

    [Theory]
    [InlineData("DOT", "hold", 0)]
    [InlineData("DOT", "drop", 0)]
    [InlineData("STORED", "hold", 1)]
    [InlineData("STORED", "drop", 1)]
    public async Task Mail_WhenNoAnswerComesAfterTheDot_IsUncertainWhetherTakenOrNot(
        string stage,
        string kind,
        int taken
    )
    {
        var listener = await FailingAsync(new SinkFault(stage, kind, Times: 1));
        var settings = SmtpGiven.To(listener);
        settings.TimeoutAfterMailSeconds = kind == "hold" ? 0.3 : 60;
        await using var delivery = SmtpGiven.Delivery(settings);

        var handOver = await delivery.HandOverAsync(SmtpGiven.Mail(), CancellationToken.None);

        Assert.Equal(MailOutcome.Uncertain, handOver.Outcome);
        Assert.EndsWith(
            " It may or may not have taken it.",
            handOver.Problem,
            StringComparison.Ordinal
        );
        if (kind == "hold")
        {
            // The server may be slower than our patience.
            Assert.Equal(stage, await listener.HeldAsync());
        }

        Assert.Equal(taken, listener.Mails.Count);
    }

    [Theory]
    [InlineData("CONNECT")]
    [InlineData("EHLO")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    public async Task Mail_WhenTheConnectionDropsBeforeTheDot_IsSurelyNotTakenAndGoesTheNextTime(
        string stage
    )
    {
        var listener = await FailingAsync(new SinkFault(stage, "drop", Times: 1));
        await using var delivery = SmtpGiven.Delivery(SmtpGiven.To(listener));
        var mail = SmtpGiven.Mail();

        var first = await delivery.HandOverAsync(mail, CancellationToken.None);
        var second = await delivery.HandOverAsync(mail, CancellationToken.None);

        Assert.Equal(MailOutcome.TryLater, first.Outcome);
        Assert.Equal(MailHandOver.Delivered, second);
        Assert.Equal($"<{mail.MailId}>", Assert.Single(listener.Mails).Id);
    }

    // Who hangs up while the text comes may be noticed before the dot has gone out or after it: never is it called taken.
    [Fact]
    public async Task Mail_WhenTheConnectionDropsWithinTheText_IsNeverCalledTaken()
    {
        var listener = await FailingAsync(new SinkFault("TEXT", "drop", Times: 1));
        await using var delivery = SmtpGiven.Delivery(SmtpGiven.To(listener));

        var handOver = await delivery.HandOverAsync(
            SmtpGiven.Mail(text: new string('a', 4_000_000)),
            CancellationToken.None
        );

        Assert.True(handOver.Outcome is MailOutcome.TryLater or MailOutcome.Uncertain);
        Assert.Empty(listener.Mails);
    }

    [Theory]
    [InlineData("CONNECT", "reply", "HTTP/1.1 400 Bad Request")]
    [InlineData("CONNECT", "reply", "220-one\r\n250 two")]
    [InlineData("CONNECT", "reply", "2200 mail")]
    [InlineData("CONNECT", "reply", "")]
    [InlineData("CONNECT", "endless", "")]
    [InlineData("CONNECT", "long", "")]
    [InlineData("EHLO", "endless", "")]
    [InlineData("MAIL", "long", "")]
    [InlineData("RCPT", "reply", "999 what")]
    [InlineData("DATA", "endless", "")]
    public async Task Mail_WhenTheAnswerIsNoneOfAMailServer_IsSurelyNotTaken(
        string stage,
        string kind,
        string text
    )
    {
        var listener = await FailingAsync(new SinkFault(stage, kind, text, Times: 1));

        var (handOver, _) = await SmtpGiven.SendAsync(SmtpGiven.To(listener));

        Assert.Equal(MailOutcome.TryLater, handOver.Outcome);
        Assert.InRange(handOver.Problem.Length, 1, 300);
        Assert.Empty(listener.Mails);
    }

    [Theory]
    [InlineData("endless", "")]
    [InlineData("long", "")]
    [InlineData("reply", "thank you")]
    [InlineData("reply", "354 more please")]
    public async Task Mail_WhenTheAnswerToTheWholeMailIsNone_IsUncertain(string kind, string text)
    {
        var listener = await FailingAsync(new SinkFault("STORED", kind, text, Times: 1));

        var (handOver, _) = await SmtpGiven.SendAsync(SmtpGiven.To(listener));

        Assert.Equal(MailOutcome.Uncertain, handOver.Outcome);
    }

    [Fact]
    public async Task Mail_ToAServerThatKnowsOnlyHelo_IsTaken()
    {
        var listener = await FailingAsync(new SinkFault("EHLO", "reply", "502 What?"));

        var (handOver, _) = await SmtpGiven.SendAsync(SmtpGiven.To(listener));

        Assert.Equal(MailHandOver.Delivered, handOver);
        Assert.Empty(Assert.Single(listener.Mails).Options);
    }

    private Task<SinkListener> FailingAsync(SinkFault fault) =>
        sink.ListenAsync(new SinkOptions { Faults = [fault] });
}
