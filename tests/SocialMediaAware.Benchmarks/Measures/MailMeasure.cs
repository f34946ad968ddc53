using System.Diagnostics;
using SocialMediaAware.Benchmarks.Load;
using SocialMediaAware.Benchmarks.Portal;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Benchmarks.Measures;

/// <summary>
/// A morning on which ten thousand people get a reminder: written in the portal, handed to a folder, and handed to a mail server
/// that takes everything at once.
/// </summary>
internal sealed class MailMeasure : IMeasure
{
    private const int BytesInAMegabyte = 1024 * 1024;

    /// <inheritdoc />
    public string Name => "mail";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> TakeAsync(
        MeasurePlan plan,
        CancellationToken cancellationToken
    )
    {
        var people = plan.Of(10_000, 300);
        var rounds = plan.Of(3, 1);
        var clock = new StandingClock();
        using var placed = new TemporaryFolder();
        await using (
            var hand = await PortalInHand.OpenAsync(placed, null, cancellationToken, clock)
        )
        {
            clock.GoTo(await WorkingMorningAsync(hand));
            await hand.PlaceAsync(people, withAccounts: false);
            await hand.LaunchProgrammesAsync();
            await hand.PlanAsync(cancellationToken);
        }

        var (write, folder, server, bare) = (
            new List<Taken>(),
            new List<Taken>(),
            new List<Taken>(),
            new List<Taken>()
        );
        for (var round = 0; round < rounds; round++)
        {
            using var written = placed.Copy();
            write.Add(await WriteAsync(written, clock, people, cancellationToken));
            using var forFolder = written.Copy();
            folder.Add(await DeliverAsync(forFolder, clock, people, null, cancellationToken));
            await using var taking = new BareMailServer();
            using var forServer = written.Copy();
            server.Add(await DeliverAsync(forServer, clock, people, taking, cancellationToken));
            using var forBare = written.Copy();
            bare.Add(await HandOverAsync(forBare, clock, people, taking, cancellationToken));
        }

        return Figures(people, write, folder, server, bare);
    }

    private static List<Figure> Figures(
        int people,
        List<Taken> write,
        List<Taken> folder,
        List<Taken> server,
        List<Taken> bare
    )
    {
        var figures = new List<Figure>();
        Add("written", write);
        Add("handed to a folder", folder);
        Add("handed to a mail server", server);
        Add("handed to a mail server without the outbox", bare);
        figures.Add(
            new(
                "Mail: a folder takes, against a mail server",
                $"{(Seconds(folder) / Seconds(server)).Words()} times the time"
            )
        );
        figures.Add(
            new(
                "Mail: the outbox, against handing over alone",
                $"{(Seconds(server) / Seconds(bare)).Words()} times the time"
            )
        );
        return figures;

        void Add(string what, List<Taken> taken) =>
            figures.Add(
                new(
                    $"Mail, {people:N0} reminders {what}",
                    $"{Seconds(taken).Words()} s, {(people / Seconds(taken)).Words()} a second, at most {taken.Select(one => one.MostMegabytes).Median().Words()} MB"
                )
            );

        static double Seconds(List<Taken> taken) => taken.Select(one => one.Seconds).Median();
    }

    private static async Task<Taken> WriteAsync(
        TemporaryFolder folder,
        TimeProvider clock,
        int people,
        CancellationToken cancellationToken
    )
    {
        await using var hand = await PortalInHand.OpenAsync(folder, null, cancellationToken, clock);
        return await TakeAsync(
            people,
            () =>
                hand.WithAsync(services =>
                    services.GetRequiredService<Remind>().RunAsync(cancellationToken)
                )
        );
    }

    private static async Task<Taken> DeliverAsync(
        TemporaryFolder folder,
        TimeProvider clock,
        int people,
        BareMailServer? server,
        CancellationToken cancellationToken
    )
    {
        await using var hand = await PortalInHand.OpenAsync(
            folder,
            null,
            cancellationToken,
            clock,
            SettingsFor(server)
        );
        return await TakeAsync(
            people,
            () =>
                hand.WithAsync(async services =>
                    (
                        await services.GetRequiredService<DeliverMail>().RunAsync(cancellationToken)
                    ).Sent
                )
        );
    }

    // The same mails by the same delivery, with nothing kept about them.
    private static async Task<Taken> HandOverAsync(
        TemporaryFolder folder,
        TimeProvider clock,
        int people,
        BareMailServer server,
        CancellationToken cancellationToken
    )
    {
        await using var hand = await PortalInHand.OpenAsync(
            folder,
            null,
            cancellationToken,
            clock,
            SettingsFor(server)
        );
        return await hand.WithAsync(async services =>
        {
            var settings = services.GetRequiredService<MailSettings>();
            var delivery = services.GetRequiredService<IMailDelivery>();
            var messages = await services
                .GetRequiredService<PortalDbContext>()
                .OutboxMessages.AsNoTracking()
                .ToListAsync(cancellationToken);
            return await TakeAsync(
                people,
                async () =>
                {
                    var sent = 0;
                    foreach (var message in messages)
                    {
                        var handOver = await delivery.HandOverAsync(
                            message.Mailed(settings),
                            cancellationToken
                        );
                        sent += handOver.Outcome == MailOutcome.Delivered ? 1 : 0;
                    }

                    return sent;
                }
            );
        });
    }

    private static string[] SettingsFor(BareMailServer? server) =>
        server is null
            ? []
            :
            [
                "--Portal:Mail:Server=127.0.0.1",
                $"--Portal:Mail:Port={server.Port}",
                "--Portal:Mail:Security=None",
            ];

    private static async Task<Taken> TakeAsync(int people, Func<Task<int>> work)
    {
        using var memory = new MemoryWatch();
        var began = Stopwatch.GetTimestamp();
        var count = await work();
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return count >= people
            ? new Taken(seconds, memory.MostBytes / (double)BytesInAMegabyte)
            : throw new InvalidOperationException($"There were {count} mails for {people} people.");
    }

    // Ten o'clock in the morning of the next day on which mail goes out.
    private static Task<DateTimeOffset> WorkingMorningAsync(PortalInHand hand) =>
        hand.WithAsync(services =>
        {
            var calendar = new WorkingDayCalendar(
                services.GetRequiredService<ContentStore>().Library.Holidays
            );
            var day = TimeProvider.System.GetUtcNow().NewZealandDate().AddDays(1);
            while (!calendar.IsWorkingDay(day, new WorkPattern(null)))
            {
                day = day.AddDays(1);
            }

            var local = day.ToDateTime(new TimeOnly(10, 0));
            var zone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland");
            return Task.FromResult(
                new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime()
            );
        });

    private sealed record Taken(double Seconds, double MostMegabytes);

    private sealed class StandingClock : TimeProvider
    {
        private DateTimeOffset now = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => now;

        public void GoTo(DateTimeOffset moment) => now = moment;
    }
}
