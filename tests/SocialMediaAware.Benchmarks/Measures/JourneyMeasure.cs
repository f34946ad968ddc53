using System.Diagnostics;
using SocialMediaAware.Benchmarks.Journeys;
using SocialMediaAware.Benchmarks.Portal;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Benchmarks.Measures;

/// <summary>Whole journeys, from signing in to the receipt, with several learners at once.</summary>
internal sealed class JourneyMeasure : IMeasure
{
    /// <inheritdoc />
    public string Name => "journeys";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> TakeAsync(
        MeasurePlan plan,
        CancellationToken cancellationToken
    )
    {
        var atOnce = plan.Of(16, 4);
        var inRound = plan.Of(64, 4);
        var warmUp = plan.Of(32, 1);
        using var folder = new TemporaryFolder();
        Queue<Learner> waiting;
        ContentLibrary library;
        await using (var hand = await PortalInHand.OpenAsync(folder, null, cancellationToken))
        {
            await hand.LaunchProgrammesAsync();
            waiting = new(await hand.PlaceAsync(warmUp + (inRound * plan.Rounds)));
            await hand.PlanAsync(cancellationToken);
            library = await hand.WithAsync(services =>
                Task.FromResult(services.GetRequiredService<ContentStore>().Library)
            );
        }

        await using var portal = await ServerProcess.StartPortalAsync(folder, cancellationToken);
        var round = new JourneyRound(portal, library, atOnce);
        await round.GoAsync(Take(waiting, warmUp), cancellationToken);
        var results = new List<JourneyResult>();
        for (var number = 0; number < plan.Rounds; number++)
        {
            results.Add(await round.GoAsync(Take(waiting, inRound), cancellationToken));
        }

        return
        [
            new(
                $"Whole journeys (sign in, read, practise, sign, receipt), {atOnce} learners at once",
                $"{results.Select(result => result.JourneysPerSecond).Median().Words()}/s"
            ),
            new(
                "A journey: requests, processor time of the portal",
                $"{results.Select(result => result.RequestsPerJourney).Median().Words()}, {results.Select(result => result.ProcessorTime).Median().Words()} ms"
            ),
        ];
    }

    private static List<Learner> Take(Queue<Learner> waiting, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => waiting.Dequeue())];

    private sealed record JourneyResult(
        double JourneysPerSecond,
        double RequestsPerJourney,
        double ProcessorTime
    );

    private sealed class JourneyRound(ServerProcess portal, ContentLibrary library, int atOnce)
    {
        public async Task<JourneyResult> GoAsync(
            List<Learner> learners,
            CancellationToken cancellationToken
        )
        {
            var requests = 0;
            var usedBefore = portal.ProcessorTime;
            var began = Stopwatch.GetTimestamp();
            await Parallel.ForEachAsync(
                learners,
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = atOnce,
                    CancellationToken = cancellationToken,
                },
                async (learner, cancelled) =>
                {
                    using var visitor = new Visitor(portal.Address);
                    await new Journey(visitor, learner, library).GoAsync(cancelled);
                    Interlocked.Add(ref requests, visitor.Requests);
                }
            );
            var took = Stopwatch.GetElapsedTime(began);
            return new JourneyResult(
                learners.Count / took.TotalSeconds,
                (double)requests / learners.Count,
                (portal.ProcessorTime - usedBefore).TotalMilliseconds / learners.Count
            );
        }
    }
}
