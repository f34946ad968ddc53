using System.Diagnostics;
using SocialMediaAware.Benchmarks.Journeys;
using SocialMediaAware.Benchmarks.Portal;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reports.Exports;
using SocialMediaAware.Web.Features.Reports.Exports.Feed;

namespace SocialMediaAware.Benchmarks.Measures;

/// <summary>Tables as files: one that is made up, which measures the writing alone; and everybody, as HR downloads them.</summary>
internal sealed class ExportMeasure : IMeasure
{
    private const int BytesInAMegabyte = 1024 * 1024;
    private static readonly ReportFormat[] Formats = [ReportFormat.Csv, ReportFormat.Xlsx];

    /// <inheritdoc />
    public string Name => "exports";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> TakeAsync(
        MeasurePlan plan,
        CancellationToken cancellationToken
    )
    {
        var rows = plan.Of(70_000, 500);
        using var folder = new TemporaryFolder();
        var figures = new List<Figure>();
        Learner reader;
        await using (var hand = await PortalInHand.OpenAsync(folder, null, cancellationToken))
        {
            foreach (var format in Formats)
            {
                figures.Add(await MakeUpAsync(hand, format, rows, plan, cancellationToken));
            }

            reader = await PutInAsync(hand, rows, cancellationToken);
        }

        figures.Add(await FeedAsync(folder, rows, plan, cancellationToken));
        await using var portal = await ServerProcess.StartPortalAsync(folder, cancellationToken);
        using var visitor = new Visitor(portal.Address);
        await Journey.SignInAsync(visitor, reader, cancellationToken);
        foreach (var format in Formats)
        {
            figures.Add(
                await DownloadAsync(portal, visitor, format, rows, plan, cancellationToken)
            );
        }

        return figures;
    }

    private static async Task<Figure> MakeUpAsync(
        PortalInHand hand,
        ReportFormat format,
        int rows,
        MeasurePlan plan,
        CancellationToken cancellationToken
    )
    {
        var taken = new List<(double Seconds, double Memory)>();
        for (var round = 0; round < plan.Rounds; round++)
        {
            using var memory = new MemoryWatch();
            var began = Stopwatch.GetTimestamp();
            await hand.WithAsync(async services =>
            {
                await services
                    .GetRequiredService<ReportFiles>()
                    .WriteAsync(MadeUp(rows), format, Stream.Null, cancellationToken);
                return true;
            });
            taken.Add(
                (
                    Stopwatch.GetElapsedTime(began).TotalSeconds,
                    (double)memory.MostBytes / BytesInAMegabyte
                )
            );
        }

        return Told($"Table of {rows:N0} rows as {format.Word()}", taken, plan);
    }

    // Everybody owes something, and the first of them is HR.
    private static async Task<Learner> PutInAsync(
        PortalInHand hand,
        int people,
        CancellationToken cancellationToken
    )
    {
        await hand.LaunchProgrammesAsync();
        var reader = (await hand.PlaceAsync(1))[0];
        await hand.PlaceAsync(people - 1, withAccounts: false);
        await hand.WithAsync(async services =>
        {
            var database = services.GetRequiredService<PortalDbContext>();
            var agency = database.Agencies.Single(one => one.Slug == Learners.AgencySlug);
            database.Add(
                RoleGrant.Give(
                    reader.AccountId,
                    PortalRole.HumanResources,
                    agency.Id,
                    null,
                    TimeProvider.System.GetUtcNow()
                )
            );
            return await database.SaveChangesAsync(cancellationToken);
        });
        await hand.PlanAsync(cancellationToken);
        return reader;
    }

    private static async Task<Figure> DownloadAsync(
        ServerProcess portal,
        Visitor visitor,
        ReportFormat format,
        int people,
        MeasurePlan plan,
        CancellationToken cancellationToken
    )
    {
        var taken = new List<(double Seconds, double Memory)>();
        for (var round = 0; round < plan.Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            var download = visitor.AnswerAsync(
                $"/reports/completion/download?table=people&cycle=all&format={format.Word()}",
                cancellationToken
            );
            var most = portal.Memory;
            while (!download.IsCompleted)
            {
                await Task.WhenAny(
                    download,
                    Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken)
                );
                most = Math.Max(most, portal.Memory);
            }

            using var answer = await download;
            answer.EnsureSuccessStatusCode();
            taken.Add((Stopwatch.GetElapsedTime(began).TotalSeconds, most));
        }

        return Told($"Download of {people:N0} people as {format.Word()}", taken, plan);
    }

    // The day after they were put in: a file holds what was known at the end of the day before.
    private static async Task<Figure> FeedAsync(
        TemporaryFolder folder,
        int people,
        MeasurePlan plan,
        CancellationToken cancellationToken
    )
    {
        using var files = new TemporaryFolder();
        Directory.CreateDirectory(files.FullPath);
        await using var hand = await PortalInHand.OpenAsync(
            folder,
            null,
            cancellationToken,
            new Tomorrow(),
            $"--{CompletionFeedSettings.Section}:Folder={files.FullPath}"
        );
        var taken = new List<(double Seconds, double Memory)>();
        for (var round = 0; round < plan.Rounds; round++)
        {
            foreach (var file in Directory.EnumerateFiles(files.FullPath))
            {
                File.Delete(file);
            }

            using var memory = new MemoryWatch();
            var began = Stopwatch.GetTimestamp();
            await hand.WithAsync(services =>
                services.GetRequiredService<CompletionFeed>().RunAsync(cancellationToken)
            );
            taken.Add(
                (
                    Stopwatch.GetElapsedTime(began).TotalSeconds,
                    (double)memory.MostBytes / BytesInAMegabyte
                )
            );
        }

        var lines = Directory
            .EnumerateFiles(files.FullPath)
            .Sum(file => File.ReadLines(file).Count() - 1);
        return lines >= people
            ? Told($"Nightly files for HR systems, {lines:N0} lines", taken, plan)
            : throw new InvalidOperationException($"The files have {lines} lines.");
    }

    private static Figure Told(
        string what,
        List<(double Seconds, double Memory)> taken,
        MeasurePlan plan
    ) =>
        new(
            $"{what}; memory at most (resident)",
            $"{taken.Select(one => one.Seconds).Median().Words()} s, {taken.Select(one => one.Memory).Median().Words()} MB",
            plan.IsQuick ? "" : "under 5 s, 200 MB"
        );

    private static ReportTable MadeUp(int rows)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new(
            "made-up",
            new("Made up", "Kāinga Ora", now.NewZealandDate(), now, "Ngaire Whitcombe", now),
            [
                new("Programme"),
                new("Round"),
                new("Person"),
                new("Kind"),
                new("Unit"),
                new("Opens", ReportColumnKind.Date),
                new("Due on", ReportColumnKind.Date),
                new("Status"),
                new("Count", ReportColumnKind.WholeNumber),
                new("Rate", ReportColumnKind.Rate),
            ],
            RowsAsync(rows, now.NewZealandDate())
        );
    }

    private static async IAsyncEnumerable<IReadOnlyList<ReportCell>> RowsAsync(
        int rows,
        DateOnly day
    )
    {
        for (var row = 0; row < rows; row++)
        {
            await Task.CompletedTask;
            yield return
            [
                ReportCell.Of("Yearly acknowledgment"),
                ReportCell.Of("2027"),
                ReportCell.Of($"Aroha Tāmihana {row}"),
                ReportCell.Of("Employee"),
                ReportCell.Of($"Unit {row % 2000}"),
                ReportCell.Of(day.AddDays(row % 90)),
                ReportCell.Of(day.AddDays((row % 90) + 14)),
                ReportCell.Of("Open"),
                ReportCell.Of(row),
                ReportCell.OfRate((decimal)row / rows),
            ];
        }
    }

    private sealed class Tomorrow : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(1);
    }
}
