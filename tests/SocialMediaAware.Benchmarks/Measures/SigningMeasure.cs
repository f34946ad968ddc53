using System.Diagnostics;
using SocialMediaAware.Benchmarks.Portal;
using SocialMediaAware.Web.Features.Attestations;

namespace SocialMediaAware.Benchmarks.Measures;

/// <summary>Sixty-four people who sign in the same moment, against as many who sign one after the other.</summary>
internal sealed class SigningMeasure : IMeasure
{
    private const int Signers = LedgerWriter.LargestBatch;
    private const int WarmUp = 8;

    /// <inheritdoc />
    public string Name => "signing";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> TakeAsync(
        MeasurePlan plan,
        CancellationToken cancellationToken
    )
    {
        var figures = new List<Figure>();
        figures.AddRange(await TakeOnAsync("SQLite", null, plan, cancellationToken));
        if (plan.Postgres is not null)
        {
            await using var database = await PostgresDatabase.CreateAsync(plan.Postgres);
            figures.AddRange(
                await TakeOnAsync(
                    $"PostgreSQL {await database.VersionAsync()}",
                    database.ConnectionString,
                    plan,
                    cancellationToken
                )
            );
        }

        return figures;
    }

    private static async Task<IReadOnlyList<Figure>> TakeOnAsync(
        string on,
        string? postgres,
        MeasurePlan plan,
        CancellationToken cancellationToken
    )
    {
        using var folder = new TemporaryFolder();
        await using var portal = await PortalInHand.OpenAsync(folder, postgres, cancellationToken);
        await portal.LaunchProgrammesAsync();
        var learners = await portal.PlaceAsync((2 * WarmUp) + (2 * Signers * plan.Rounds));
        await portal.PlanAsync(cancellationToken);
        var waiting = new Queue<ReadySigner>(await portal.MakeReadyAsync(learners));
        await SinglyAsync(portal, Take(waiting, WarmUp), cancellationToken);
        await TogetherAsync(portal, Take(waiting, WarmUp), cancellationToken);
        var rounds = new List<(double Singly, double Together)>();
        for (var round = 0; round < plan.Rounds; round++)
        {
            rounds.Add(
                (
                    await SinglyAsync(portal, Take(waiting, Signers), cancellationToken),
                    await TogetherAsync(portal, Take(waiting, Signers), cancellationToken)
                )
            );
        }

        return
        [
            new(
                $"Signatures on {on}: {Signers} at once, one after the other",
                $"{rounds.Select(round => round.Together).Median().Words()}/s, {rounds.Select(round => round.Singly).Median().Words()}/s"
            ),
            new(
                $"At once against one after the other, {on}",
                $"{rounds.Select(round => round.Together / round.Singly).Median().Words()} times",
                "2 times or more"
            ),
        ];
    }

    private static async Task<double> SinglyAsync(
        PortalInHand portal,
        List<ReadySigner> signers,
        CancellationToken cancellationToken
    )
    {
        var began = Stopwatch.GetTimestamp();
        foreach (var signer in signers)
        {
            await SignAsync(portal, signer, cancellationToken);
        }

        return signers.Count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<double> TogetherAsync(
        PortalInHand portal,
        List<ReadySigner> signers,
        CancellationToken cancellationToken
    )
    {
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            signers.Select(signer =>
                Task.Run(() => SignAsync(portal, signer, cancellationToken), cancellationToken)
            )
        );
        return signers.Count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    // What the page does: lay the sheet out, and hand it in with a name.
    private static async Task SignAsync(
        PortalInHand portal,
        ReadySigner signer,
        CancellationToken cancellationToken
    )
    {
        var sheet = await portal.WithAsync(services =>
            services
                .GetRequiredService<SigningSheets>()
                .ReadAsync(signer.Learner.PersonId, signer.AssignmentId, cancellationToken)
        );
        var result = await portal.WithAsync(services =>
            services
                .GetRequiredService<Signing>()
                .SignAsync(
                    new SigningRequest
                    {
                        AssignmentId = signer.AssignmentId,
                        PersonId = signer.Learner.PersonId,
                        AccountId = signer.Learner.AccountId,
                        AuthenticationMethod = "password",
                        ShownToken = sheet!.Token,
                        IsDeclared = true,
                        TypedName = signer.Learner.Name,
                    },
                    cancellationToken
                )
        );
        if (result.AttestationId is null)
        {
            throw new InvalidOperationException(
                $"A signature was refused: {string.Join(", ", result.Problems)}"
            );
        }
    }

    private static List<ReadySigner> Take(Queue<ReadySigner> waiting, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => waiting.Dequeue())];
}
