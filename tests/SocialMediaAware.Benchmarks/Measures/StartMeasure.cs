using SocialMediaAware.Benchmarks.Portal;

namespace SocialMediaAware.Benchmarks.Measures;

/// <summary>From the start of the process until it says that it is ready.</summary>
internal sealed class StartMeasure : IMeasure
{
    /// <inheritdoc />
    public string Name => "start";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> TakeAsync(
        MeasurePlan plan,
        CancellationToken cancellationToken
    )
    {
        var first = new List<double>();
        for (var round = 0; round < plan.Rounds; round++)
        {
            using var empty = new TemporaryFolder();
            first.Add(await StartAsync(empty, cancellationToken));
        }

        var people = plan.Of(1000, 10);
        using var installed = new TemporaryFolder();
        await using (var hand = await PortalInHand.OpenAsync(installed, null, cancellationToken))
        {
            await hand.LaunchProgrammesAsync();
            await hand.PlaceAsync(people);
            await hand.PlanAsync(cancellationToken);
        }

        var again = new List<double>();
        for (var round = 0; round < plan.Rounds; round++)
        {
            again.Add(await StartAsync(installed, cancellationToken));
        }

        return
        [
            new("Start to ready, first start with no data", $"{first.Median().Words()} s"),
            new($"Start to ready, installed, {people:N0} people", $"{again.Median().Words()} s"),
        ];
    }

    private static async Task<double> StartAsync(
        TemporaryFolder folder,
        CancellationToken cancellationToken
    )
    {
        await using var portal = await ServerProcess.StartPortalAsync(folder, cancellationToken);
        return portal.StartedIn.TotalSeconds;
    }
}
