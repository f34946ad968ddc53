using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>A restructure with the facts that it is about.</summary>
/// <param name="Plan">The restructure.</param>
/// <param name="Facts">All that is believed about units of the agency.</param>
/// <param name="Outcome">What it would make of them.</param>
/// <param name="Fingerprint">Another as soon as any of it changes.</param>
public sealed record RestructureRead(
    RestructurePlan Plan,
    IReadOnlyList<UnitFact> Facts,
    RestructureOutcome Outcome,
    string Fingerprint
);

/// <summary>Reads what a restructure is about, and tries it.</summary>
public sealed class RestructureReading(PortalDbContext database)
{
    /// <summary>Reads it.</summary>
    /// <param name="plan">The restructure.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="alsoLeaving">A unit that people could leave in a step that is being written.</param>
    public async Task<RestructureRead> ReadAsync(
        RestructurePlan plan,
        CancellationToken cancellationToken,
        Guid? alsoLeaving = null
    )
    {
        var facts = await database
            .UnitFacts.Believed()
            .Where(fact => fact.AgencyId == plan.AgencyId)
            .OrderBy(fact => fact.Id)
            .ToListAsync(cancellationToken);
        // The only placements that matter are those in units that people leave.
        Guid[] left =
        [
            .. plan
                .Steps.SelectMany(step =>
                    step.Kind switch
                    {
                        RestructureStepKind.Merge => step.Ending,
                        RestructureStepKind.Split or RestructureStepKind.Close => [step.UnitId],
                        _ => (IReadOnlyList<Guid>)[],
                    }
                )
                .Append(alsoLeaving ?? Guid.Empty)
                .Distinct(),
        ];
        var placements = await database
            .Placements.Believed()
            .Where(placement =>
                placement.AgencyId == plan.AgencyId
                && left.Contains(placement.UnitId)
                && (placement.HoldsUntil == null || placement.HoldsUntil > plan.On)
            )
            .OrderBy(placement => placement.Id)
            .ToListAsync(cancellationToken);
        var codes = await database
            .Units.Where(unit => unit.AgencyId == plan.AgencyId && unit.Code != null)
            .Select(unit => unit.Code!)
            .ToListAsync(cancellationToken);
        var outcome = new RestructureOutcome(
            plan.AgencyId,
            [.. facts.Select(SpanOf)],
            placements,
            plan.On,
            plan.Steps,
            codes
        );
        return new(plan, facts, outcome, FingerprintOf(plan, facts, placements));
    }

    /// <summary>Why a step cannot follow those of a restructure; null when it can.</summary>
    public async Task<RestructureObstacle?> ObstacleToAsync(
        RestructurePlan plan,
        RestructureStep step,
        CancellationToken cancellationToken
    ) =>
        (await ReadAsync(plan.With(step), cancellationToken))
            .Outcome.Problems.FirstOrDefault(problem => problem.Step.Id == step.Id)
            ?.Obstacle;

    /// <summary>A fact as a span.</summary>
    public static UnitSpan SpanOf(UnitFact fact) =>
        new(fact.UnitId, fact.Name, fact.ParentUnitId, fact.HoldsFrom, fact.HoldsUntil);

    // A fact never changes: the ids of those that are believed say all.
    private static string FingerprintOf(
        RestructurePlan plan,
        IEnumerable<UnitFact> facts,
        IEnumerable<Placement> placements
    )
    {
        var words = new StringBuilder()
            .Append(plan.On.DayNumber)
            .Append(JsonSerializer.Serialize(plan.Steps, JsonSerializerOptions.Default));
        foreach (var id in facts.Select(fact => fact.Id).Concat(placements.Select(one => one.Id)))
        {
            words.Append('|').Append(id);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words.ToString())));
    }
}
