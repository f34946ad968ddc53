using SocialMediaAware.Tests.Mail.Servers;
using SocialMediaAware.Tests.Reminders;
using SocialMediaAware.Tests.Support;

namespace SocialMediaAware.Tests.Mail.Killing;

/// <summary>The whole way from the outbox to a real server that hangs up at each stage of a mail.</summary>
public sealed class DroppedWhileMailingTests(MailSink sink) : IClassFixture<MailSink>
{
    private const int Mails = 60;

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Outbox_WhenTheServerHangsUpAtEachStage_SendsEachOnceAndListsWhatNobodyKnows(
        TestProvider provider
    )
    {
        var listener = await sink.ListenAsync();
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions
            {
                Provider = provider,
                Settings = KilledWhileMailing.SettingsFor(listener),
            }
        );
        await KilledWhileMailing.WriteAsync(portal, Mails);
        var start = portal.Clock.GetUtcNow();
        // Each stage once, a few mails in: the run meets them one after the other.
        await listener.FailAsync([
            .. KilledWhileMailing.Stages.Select(
                (stage, place) => new SinkFault(stage, "drop", Times: 1, After: place)
            ),
        ]);

        // What is put off comes again within the hour.
        for (var round = 1; (await portal.DeliverAsync()).All > 0; round++)
        {
            portal.Clock.Move(KilledWhileMailing.At(start, round * 6) - portal.Clock.GetUtcNow());
        }

        var outbox = (await portal.MailsAsync()).ToDictionary(
            mail => mail.MailId,
            mail => mail.State
        );
        var (uncertain, arrived) = KilledWhileMailing.AssertTold(outbox, listener.Mails);
        // Only where the dot had gone out: once with the mail stored, once without. Who hangs up within the text or with the answer
        // may be noticed too late.
        Assert.InRange(uncertain, 2, 4);
        Assert.InRange(arrived, 1, 2);
        Assert.Equal(Mails, outbox.Count);
    }
}
