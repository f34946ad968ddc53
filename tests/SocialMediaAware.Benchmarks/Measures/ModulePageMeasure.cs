using System.Text.Json;
using SocialMediaAware.Benchmarks.Load;
using SocialMediaAware.Benchmarks.Portal;

namespace SocialMediaAware.Benchmarks.Measures;

/// <summary>A section of a module for somebody signed in, against a bare endpoint that answers the same bytes and headers.</summary>
internal sealed class ModulePageMeasure : IMeasure
{
    /// <inheritdoc />
    public string Name => "module-page";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> TakeAsync(
        MeasurePlan plan,
        CancellationToken cancellationToken
    )
    {
        await using var page = await ModulePage.OpenAsync(plan.Of(1000, 10), cancellationToken);
        var kept = await page.KeepAsync(cancellationToken);
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.FullPath);
        var file = Path.Combine(folder.FullPath, "response.json");
        await File.WriteAllBytesAsync(
            file,
            JsonSerializer.SerializeToUtf8Bytes(kept),
            cancellationToken
        );
        await using var bare = await ServerProcess.StartBareAsync(
            BareEndpoint.Command,
            file,
            cancellationToken
        );
        using var askPortal = page.Load();
        using var askBare = page.Load(bare.Address);
        var length = TimeSpan.FromSeconds(plan.Of(8, 1));
        // Until the code is compiled as well as it will be.
        await askPortal.AskForAsync(TimeSpan.FromSeconds(plan.Of(15, 2)));
        await askBare.AskForAsync(TimeSpan.FromSeconds(plan.Of(5, 1)));
        var rounds = new List<(Round Portal, Round Bare)>();
        for (var round = 0; round < plan.Rounds; round++)
        {
            // One after the other in each round, so that what else the machine does meets both.
            rounds.Add(
                (
                    await Round.OfAsync(askPortal, page.Portal, length),
                    await Round.OfAsync(askBare, bare, length)
                )
            );
        }

        return Figures(rounds, kept.Body.Length);
    }

    private static IReadOnlyList<Figure> Figures(List<(Round Portal, Round Bare)> rounds, int bytes)
    {
        var portal = rounds.Select(round => round.Portal.Load.RequestsPerSecond).Median();
        var bare = rounds.Select(round => round.Bare.Load.RequestsPerSecond).Median();
        var share = rounds
            .Select(round =>
                round.Portal.Load.RequestsPerSecond / round.Bare.Load.RequestsPerSecond
            )
            .Median();
        return
        [
            new(
                $"Module page, signed in, {bytes / 1024.0:N0} KB, {LoadDriver.Connections} connections",
                $"{portal.Words()} requests/s"
            ),
            new("Bare endpoint, same bytes and headers", $"{bare.Words()} requests/s"),
            new("Module page of bare endpoint", $"{(share * 100).Words()} %", "30 % or more"),
            new(
                "Module page, latency: median, 99th percentile",
                $"{rounds.Select(round => round.Portal.Load.Median).Median().Words()} ms, {rounds.Select(round => round.Portal.Load.Percentile99).Median().Words()} ms",
                "99th under 50 ms"
            ),
            new(
                "Processor time for a request: module page, bare endpoint",
                $"{rounds.Select(round => round.Portal.ProcessorTime).Median().Words()} ms, {rounds.Select(round => round.Bare.ProcessorTime).Median().Words()} ms"
            ),
        ];
    }

    /// <summary>One round against one server.</summary>
    /// <param name="Load">What the driver saw.</param>
    /// <param name="ProcessorTime">What a request cost the server, in milliseconds of one core: the driver has no part in it.</param>
    private sealed record Round(LoadResult Load, double ProcessorTime)
    {
        public static async Task<Round> OfAsync(
            LoadDriver driver,
            ServerProcess server,
            TimeSpan length
        )
        {
            var before = server.ProcessorTime;
            var load = await driver.AskForAsync(length);
            return new Round(load, (server.ProcessorTime - before).TotalMilliseconds / load.Count);
        }
    }
}
