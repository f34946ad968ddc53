using System.Diagnostics;
using SocialMediaAware.Benchmarks.Portal;

namespace SocialMediaAware.Benchmarks.Measures;

/// <summary>The planner for a whole public service: the first plan, and a plan that finds nothing to do.</summary>
internal sealed class PlannerMeasure : IMeasure
{
    /// <inheritdoc />
    public string Name => "planner";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> TakeAsync(
        MeasurePlan plan,
        CancellationToken cancellationToken
    )
    {
        var people = plan.Of(70_000, 500);
        using var placed = new TemporaryFolder();
        await using (var hand = await PortalInHand.OpenAsync(placed, null, cancellationToken))
        {
            await hand.PlaceAsync(people, withAccounts: false);
        }

        var first = new List<double>();
        var again = new List<double>();
        var made = 0;
        for (var round = 0; round < plan.Rounds; round++)
        {
            using var folder = placed.Copy();
            await using var hand = await PortalInHand.OpenAsync(folder, null, cancellationToken);
            // Launched only now: the start of the portal plans too.
            await hand.LaunchProgrammesAsync();
            (made, var firstTook) = await PlanAsync(hand, cancellationToken);
            if (made < people)
            {
                throw new InvalidOperationException($"The planner made {made} assignments.");
            }

            first.Add(firstTook);
            var (changed, againTook) = await PlanAsync(hand, cancellationToken);
            if (changed > 0)
            {
                throw new InvalidOperationException($"The second plan changed {changed}.");
            }

            again.Add(againTook);
        }

        return
        [
            new(
                $"Planner, {people:N0} people: first plan, {made:N0} assignments",
                $"{first.Median().Words()} s",
                plan.IsQuick ? "" : "under 20 s"
            ),
            new(
                $"Planner, {people:N0} people: nothing to do",
                $"{again.Median().Words()} s",
                plan.IsQuick ? "" : "under 2 s"
            ),
        ];
    }

    private static async Task<(int Count, double Seconds)> PlanAsync(
        PortalInHand hand,
        CancellationToken cancellationToken
    )
    {
        var began = Stopwatch.GetTimestamp();
        var count = await hand.PlanAsync(cancellationToken);
        return (count, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }
}
