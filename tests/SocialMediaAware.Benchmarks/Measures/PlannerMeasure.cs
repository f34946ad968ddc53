using System.Diagnostics;
using SocialMediaAware.Benchmarks.Portal;

namespace SocialMediaAware.Benchmarks.Measures;

/// <summary>
/// The planner for a whole public service, with twelve programmes: the first plan, a plan that finds nothing to do, and how both
/// grow with the people.
/// </summary>
internal sealed class PlannerMeasure : IMeasure
{
    private const int BytesInAMegabyte = 1024 * 1024;

    /// <inheritdoc />
    public string Name => "planner";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> TakeAsync(
        MeasurePlan plan,
        CancellationToken cancellationToken
    )
    {
        var small = await TakeAsync(plan.Of(70_000, 500), plan.Rounds, cancellationToken);
        // Six times as many take long to put in: one round says how it grows.
        var large = await TakeAsync(plan.Of(450_000, 2_000), rounds: 1, cancellationToken);
        return
        [
            .. small.Figures(plan.IsQuick ? null : ("under 20 s", "under 2 s", "under 600 MB")),
            .. large.Figures(aims: null),
            new(
                $"{large.People:N0} against {small.People:N0} people: first plan, nothing to do",
                $"{(large.First / small.First).Words()} times, {(large.Again / small.Again).Words()} times",
                $"{((double)large.People / small.People).Words()} times the people"
            ),
        ];
    }

    private static async Task<PlannerFigures> TakeAsync(
        int people,
        int rounds,
        CancellationToken cancellationToken
    )
    {
        using var placed = new TemporaryFolder();
        await using (var hand = await PortalInHand.OpenAsync(placed, null, cancellationToken))
        {
            await hand.PlaceAsync(people, withAccounts: false);
        }

        var (first, again, most) = (new List<double>(), new List<double>(), new List<double>());
        var made = 0;
        for (var round = 0; round < rounds; round++)
        {
            using var folder = placed.Copy();
            await using var hand = await PortalInHand.OpenAsync(folder, null, cancellationToken);
            // Launched only now: the start of the portal plans too.
            var programmes = await hand.DrawUpSixMoreAsync();
            if (programmes != 12)
            {
                throw new InvalidOperationException($"There are {programmes} programmes.");
            }

            await hand.LaunchProgrammesAsync();
            using (var memory = new MemoryWatch())
            {
                (made, var firstTook) = await PlanAsync(hand, cancellationToken);
                if (made < people)
                {
                    throw new InvalidOperationException($"The planner made {made} assignments.");
                }

                first.Add(firstTook);
                most.Add(memory.MostBytes / BytesInAMegabyte);
            }

            var (changed, againTook) = await PlanAsync(hand, cancellationToken);
            if (changed > 0)
            {
                throw new InvalidOperationException($"The second plan changed {changed}.");
            }

            again.Add(againTook);
        }

        return new(people, made, first.Median(), again.Median(), most.Median());
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

    private sealed record PlannerFigures(
        int People,
        int Made,
        double First,
        double Again,
        double MostMegabytes
    )
    {
        public IEnumerable<Figure> Figures((string First, string Again, string Memory)? aims)
        {
            var who = $"Planner, {People:N0} people, 12 programmes";
            yield return new(
                $"{who}: first plan, {Made:N0} assignments",
                $"{First.Words()} s",
                aims?.First ?? ""
            );
            yield return new($"{who}: nothing to do", $"{Again.Words()} s", aims?.Again ?? "");
            yield return new(
                $"{who}: memory at most in the first plan",
                $"{MostMegabytes.Words()} MB",
                aims?.Memory ?? ""
            );
        }
    }
}
