using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Tests.Mail;

public sealed class StagingMailDeliveryTests
{
    private const string Everything = "trial@agency.example";

    [Fact]
    public async Task Mail_WhenAllGoesToOneAddress_SaysWhoseItIsInTheSubjectAndInBothParts()
    {
        var inner = new Deliveries(MailHandOver.Delivered);
        var mail = SmtpGiven.Mail(text: "Kia ora") with
        {
            To = new MailParty("Hēmi <b>\r\nBcc: x", SmtpGiven.Reader),
        };

        await new StagingMailDelivery(inner, Everything).HandOverAsync(mail, default);

        var sent = Assert.Single(inner.Mails);
        Assert.Equal(Everything, sent.To.Address);
        Assert.Equal(mail.MailId, sent.MailId);
        Assert.Equal($"[for {SmtpGiven.Reader}] {mail.Content.Subject}", sent.Content.Subject);
        Assert.StartsWith(
            $"This mail was for Hēmi <b> Bcc: x <{SmtpGiven.Reader}>. ",
            sent.Content.Text,
            StringComparison.Ordinal
        );
        Assert.EndsWith("\n\nKia ora", sent.Content.Text, StringComparison.Ordinal);
        Assert.StartsWith(
            "<p><strong>This mail was for Hēmi &lt;b&gt; Bcc: x &lt;hemi@agency.example&gt;. ",
            sent.Content.Html,
            StringComparison.Ordinal
        );
        Assert.EndsWith("<p>Kia ora</p>", sent.Content.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_WhenTheOneAddressIsRefused_SaysNothingAboutItsReaders()
    {
        var refused = new MailHandOver(MailOutcome.Refused, "550 No", IsAddressRefused: true);
        var delivery = new StagingMailDelivery(new Deliveries(refused), Everything);

        var handOver = await delivery.HandOverAsync(SmtpGiven.Mail(), default);
        var without = await delivery.HandOverAsync(SmtpGiven.Mail("nobody"), default);

        Assert.Equal(new MailHandOver(MailOutcome.Refused, "550 No"), handOver);
        Assert.Equal(MailHandOver.NoAddress, without);
    }

    [Fact]
    public async Task State_OfTheDelivery_KnowsTheLastSuccessAndTheLastProblem()
    {
        var clock = TestClock.OnAMonday();
        var state = new MailDeliveryState();
        var inner = new Deliveries(
            new MailHandOver(MailOutcome.Refused, "No such user", IsAddressRefused: true),
            new MailHandOver(MailOutcome.TryLater, "Away"),
            MailHandOver.Delivered
        );
        var delivery = new NotingMailDelivery(inner, state, clock);

        await delivery.HandOverAsync(SmtpGiven.Mail(), default);
        Assert.Equal(
            (null, null, false),
            (state.LastDeliveredAt, state.LastProblemAt, state.IsInTrouble)
        );

        await delivery.HandOverAsync(SmtpGiven.Mail(), default);
        var awayAt = clock.GetUtcNow();
        Assert.Equal(
            (awayAt, "Away", true),
            (state.LastProblemAt, state.LastProblem, state.IsInTrouble)
        );

        clock.Move(TimeSpan.FromMinutes(1));
        await delivery.HandOverAsync(SmtpGiven.Mail(), default);
        Assert.Equal(
            (clock.GetUtcNow(), awayAt, false),
            (state.LastDeliveredAt, state.LastProblemAt, state.IsInTrouble)
        );
    }

    // Not the delivery under test but where it hands on to.
    private sealed class Deliveries(params MailHandOver[] outcomes) : IMailDelivery
    {
        public List<MailMessage> Mails { get; } = [];

        public Task<MailHandOver> HandOverAsync(
            MailMessage message,
            CancellationToken cancellationToken
        )
        {
            Mails.Add(message);
            return Task.FromResult(outcomes[Math.Min(Mails.Count, outcomes.Length) - 1]);
        }
    }
}
