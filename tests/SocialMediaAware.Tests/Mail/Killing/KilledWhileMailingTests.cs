using System.Diagnostics;
using SocialMediaAware.Tests.Mail.Servers;
using SocialMediaAware.Tests.Reminders;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Reminders;
using Xunit.Abstractions;

namespace SocialMediaAware.Tests.Mail.Killing;

/// <summary>
/// Kills a portal with SIGKILL while it hands mails to a real server, at each stage of a mail, again and again: no reminder arrives
/// twice, and none is lost without being listed.
/// </summary>
public sealed class KilledWhileMailingTests(MailSink sink, ITestOutputHelper output)
    : IClassFixture<MailSink>,
        IDisposable
{
    private const int MailsInARound = 6;

    private readonly string folder = Directory.CreateTempSubdirectory("sma-mailing-").FullName;

    private static bool IsFull => Environment.GetEnvironmentVariable("SMA_FULL") == "1";

    private static int KillsAtEachStage => IsFull ? 100 : 1;

    // Each kill costs the start of a portal. Where connections drop, every stage is tried each time.
    private static IReadOnlyList<string> Stages =>
        IsFull ? KilledWhileMailing.Stages : ["RCPT", "DOT", "STORED", "ANSWERED", "QUIT"];

    [Fact]
    public async Task Portal_WhenKilledAtAnyStageOfAMail_SendsNoReminderTwiceAndLosesNone()
    {
        var rounds = Stages.Count * KillsAtEachStage;
        var start = await SeedAsync(rounds * MailsInARound);
        var listener = await sink.ListenAsync();
        var chance = new Random(2027);
        var kills = 0;
        foreach (var stage in Stages)
        {
            var before = await UncertainAsync();
            for (var kill = 0; kill < KillsAtEachStage; kill++, kills++)
            {
                var at = KilledWhileMailing.At(start, kills);
                await KillAsync(listener, stage, at, chance);
            }

            output.WriteLine($"{stage}: {await UncertainAsync() - before} uncertain");
        }

        // What the last one left is found once its lease has run out; then all the rest goes.
        await listener.FailAsync();
        using (
            var last = DeliveringProcess.Start(
                folder,
                listener,
                KilledWhileMailing.At(start, kills + 1)
            )
        )
        {
            var error = await last.StandardError.ReadToEndAsync();
            await last.WaitForExitAsync();
            Assert.True(last.ExitCode == 0, error);
        }

        var outbox = await KilledWhileMailing.OutboxAsync(folder);
        var (uncertain, arrived) = KilledWhileMailing.AssertTold(outbox, listener.Mails);
        output.WriteLine(
            $"{kills} kills, {outbox.Count} mails, {listener.Mails.Count} arrived, {uncertain} uncertain of which {arrived} arrived"
        );
        // One at most for each kill; and kills that all came too early or too late would prove nothing.
        Assert.InRange(uncertain, 1, kills);
        Assert.InRange(arrived, 1, uncertain - 1);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<DateTimeOffset> SeedAsync(int mails)
    {
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { DataFolder = folder }
        );
        await KilledWhileMailing.WriteAsync(portal, mails);
        return portal.Clock.GetUtcNow();
    }

    private async Task KillAsync(
        SinkListener listener,
        string stage,
        DateTimeOffset at,
        Random chance
    )
    {
        // Most stages come once for each mail, and the kill strikes one of the first.
        var timesBefore = stage is "CONNECT" or "EHLO" or "QUIT" ? 0 : chance.Next(3);
        // What follows an answer cannot be held: the kill comes at any moment of it.
        var isMoment = stage == "ANSWERED";
        await listener.FailAsync(
            new SinkFault(stage, isMoment ? "tell" : "hold", Times: 1, After: timesBefore)
        );
        using var portal = DeliveringProcess.Start(folder, listener, at);
        try
        {
            Assert.Equal(stage, await HeldAsync(listener, portal));
            if (isMoment)
            {
                await Task.Delay(chance.Next(0, 12));
            }
        }
        finally
        {
            portal.Kill();
            await portal.WaitForExitAsync();
        }
    }

    private static async Task<string> HeldAsync(SinkListener listener, Process portal)
    {
        var held = listener.HeldAsync();
        var ended = portal.WaitForExitAsync();
        if (await Task.WhenAny(held, ended) == ended && !held.IsCompleted)
        {
            Assert.Fail(
                $"The portal ended before the stage: {await portal.StandardError.ReadToEndAsync()}"
            );
        }

        return await held;
    }

    private async Task<int> UncertainAsync() =>
        (await KilledWhileMailing.OutboxAsync(folder)).Values.Count(state =>
            state == OutboxState.Uncertain
        );
}
