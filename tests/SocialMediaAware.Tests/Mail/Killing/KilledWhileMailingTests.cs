using System.Diagnostics;
using SocialMediaAware.Tests.Mail.Servers;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Reminders;
using Xunit.Abstractions;

namespace SocialMediaAware.Tests.Mail.Killing;

/// <summary>
/// Kills a portal with SIGKILL while its workers hand mails to a real server, at each stage of a mail, again and again: no reminder
/// arrives twice, and none is lost without being listed.
/// </summary>
public sealed class KilledWhileMailingTests(MailSink sink, ITestOutputHelper output)
    : IClassFixture<MailSink>,
        IDisposable
{
    // As many as one worker takes at once, so that each has its own.
    private const int MailsInOneLease = 200;
    private const int MailsOfAWorkerInARound = 6;

    private readonly string folder = Directory.CreateTempSubdirectory("sma-mailing-").FullName;

    private static bool IsFull => Environment.GetEnvironmentVariable("SMA_FULL") == "1";

    private static int Workers => IsFull ? 5 : 2;

    // A hundred workers die at each stage.
    private static int KillsAtEachStage => IsFull ? 100 / Workers : 1;

    // Each kill costs the start of a portal. Where connections drop, every stage is tried each time.
    private static IReadOnlyList<string> Stages =>
        IsFull ? KilledWhileMailing.Stages : ["RCPT", "DOT", "STORED", "ANSWERED", "QUIT"];

    [Fact]
    public async Task Portal_WhenKilledAtAnyStageOfAMail_SendsNoReminderTwiceAndLosesNone()
    {
        var kills = Stages.Count * KillsAtEachStage;
        var start = await SeedAsync(
            (Workers * MailsInOneLease) + (kills * Workers * MailsOfAWorkerInARound)
        );
        var listener = await sink.ListenAsync();
        var chance = new Random(2027);
        var round = 0;
        foreach (var stage in Stages)
        {
            var begun = 0;
            for (var kill = 0; kill < KillsAtEachStage; kill++, round++)
            {
                var at = KilledWhileMailing.At(start, round);
                begun += await KillAsync(listener, stage, at, chance);
            }

            output.WriteLine(
                $"{stage}: {KillsAtEachStage} kills of {Workers} workers, {begun} mails begun and not ended"
            );
        }

        await DeliverTheRestAsync(listener, KilledWhileMailing.At(start, round + 1));
        var outbox = await KilledWhileMailing.OutboxAsync(folder);
        var (uncertain, arrived) = KilledWhileMailing.AssertTold(outbox, listener.Mails);
        output.WriteLine(
            $"{kills} kills of {Workers} workers, {outbox.Count} mails, {listener.Mails.Count} arrived, {uncertain} uncertain of which {arrived} arrived"
        );
        // Kills that all came too early or too late would prove nothing.
        Assert.InRange(uncertain, 1, kills * Workers);
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

    // What was begun and not ended is one mail for each worker at most.
    private async Task<int> KillAsync(
        SinkListener listener,
        string stage,
        DateTimeOffset at,
        Random chance
    )
    {
        // The first mails go through, and the kill strikes one of the next.
        var timesBefore = stage is "CONNECT" or "EHLO" or "QUIT" ? 0 : chance.Next(3) * Workers;
        // What follows an answer cannot be held, and a goodbye is not waited for: the kill comes at any moment of it.
        var isMoment = stage is "ANSWERED" or "QUIT";
        await listener.FailAsync(
            new SinkFault(
                stage,
                isMoment ? "tell" : "hold",
                Times: isMoment ? 1 : Workers,
                After: timesBefore
            )
        );
        using var portal = DeliveringProcess.Start(folder, listener, at, Workers);
        try
        {
            for (var held = 0; held < (isMoment ? 1 : Workers); held++)
            {
                Assert.Equal(stage, await HeldAsync(listener, portal));
            }

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

        var begun = (await KilledWhileMailing.OutboxAsync(folder)).Values.Count(state =>
            state == OutboxState.HandingOff
        );
        Assert.InRange(begun, isMoment ? 0 : 1, Workers);
        return begun;
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

    // What the last one left is found once its lease has run out; then all the rest goes.
    private async Task DeliverTheRestAsync(SinkListener listener, DateTimeOffset at)
    {
        await listener.FailAsync();
        using var portal = DeliveringProcess.Start(folder, listener, at, workers: 1);
        var error = await portal.StandardError.ReadToEndAsync();
        await portal.WaitForExitAsync();
        Assert.True(portal.ExitCode == 0, error);
    }
}
