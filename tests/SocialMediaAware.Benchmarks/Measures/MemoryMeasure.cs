namespace SocialMediaAware.Benchmarks.Measures;

/// <summary>The portal's memory while nobody asks, at the most under load, and after it.</summary>
internal sealed class MemoryMeasure : IMeasure
{
    /// <inheritdoc />
    public string Name => "memory";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> TakeAsync(
        MeasurePlan plan,
        CancellationToken cancellationToken
    )
    {
        var idle = new List<double>();
        var most = new List<double>();
        var after = new List<double>();
        for (var round = 0; round < plan.Rounds; round++)
        {
            await using var page = await ModulePage.OpenAsync(plan.Of(1000, 10), cancellationToken);
            var rest = TimeSpan.FromSeconds(plan.Of(10, 1));
            await Task.Delay(rest, cancellationToken);
            idle.Add(page.Portal.Memory);
            using var driver = page.Load();
            most.Add(await MostDuringAsync(page, driver, plan, cancellationToken));
            await Task.Delay(rest, cancellationToken);
            after.Add(page.Portal.Memory);
        }

        return
        [
            new(
                "Memory of the portal (resident): idle, at most under load, after it",
                $"{idle.Median().Words()} MB, {most.Median().Words()} MB, {after.Median().Words()} MB"
            ),
        ];
    }

    private static async Task<double> MostDuringAsync(
        ModulePage page,
        Load.LoadDriver driver,
        MeasurePlan plan,
        CancellationToken cancellationToken
    )
    {
        var load = driver.AskForAsync(TimeSpan.FromSeconds(plan.Of(15, 2)));
        var most = page.Portal.Memory;
        while (!load.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            most = Math.Max(most, page.Portal.Memory);
        }

        await load;
        return most;
    }
}
