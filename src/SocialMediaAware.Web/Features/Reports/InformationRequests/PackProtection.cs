using SocialMediaAware.Web.Features.Reports.Suppression;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Which figures of a pack should be withheld beside what was released before, and what could still be worked out.</summary>
public static class PackProtection
{
    /// <summary>What is offered to be withheld: what the rules ask for, and what earlier packs withheld of the same figures.</summary>
    public static IReadOnlyList<SuppressionOffer> Offers(
        IReadOnlyList<PackTable> tables,
        IReadOnlyList<EarlierPack> earlier
    )
    {
        var release = PackReleases.Of(tables);
        var before = Before(earlier);
        var proposed = SuppressionProposal
            .For(release, Known(release, earlier), InformationRequest.Threshold)
            .Select(one => new SuppressionOffer(
                one.Key,
                ReasonOf(one.Reason),
                one.Because,
                before.GetValueOrDefault(one.Key)
            ))
            .ToList();
        var keys = proposed.Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. proposed,
            .. release
                .Cells.Where(cell =>
                    !keys.Contains(cell.Key)
                    && before.TryGetValue(cell.Key, out var choice)
                    && choice.IsWithheld
                )
                .Select(cell => new SuppressionOffer(
                    cell.Key,
                    OfferReason.DecidedBefore,
                    null,
                    before[cell.Key]
                )),
        ];
    }

    /// <summary>
    /// What readers could work out, and the small figures that are shown all the same. What nobody has decided yet counts as withheld,
    /// as it is offered.
    /// </summary>
    public static IReadOnlyList<WorkableFigure> Workable(
        IReadOnlyList<PackTable> tables,
        IEnumerable<SuppressionDecision> decisions,
        IReadOnlyList<EarlierPack> earlier
    )
    {
        var release = PackReleases.Of(tables);
        var shown = decisions.ToLookup(decision => decision.Standing is DecisionStanding.Shown);
        var hidden = shown[false]
            .Select(decision => decision.Key)
            .ToHashSet(StringComparer.Ordinal);
        var small = shown[true]
            .Where(decision => decision.Reason is OfferReason.Small)
            .Select(decision => decision.Key)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. release
                .Cells.Where(cell => small.Contains(cell.Key))
                .Select(cell => new WorkableFigure(cell.Key, cell.Count, cell.Count, false)),
            .. Disclosure
                .Of(release, hidden, Known(release, earlier), InformationRequest.Threshold)
                .Where(one => !small.Contains(one.Key))
                .Select(one => new WorkableFigure(
                    one.Key,
                    one.Lowest,
                    one.Highest,
                    one.Since is not null
                )),
        ];
    }

    private static IReadOnlyList<EarlierRelease> Known(
        Release release,
        IReadOnlyList<EarlierPack> earlier
    ) => [.. earlier.Select(pack => pack.AsKnownBeside(release))];

    // What the latest pack decided about a figure.
    private static Dictionary<string, Choice> Before(IReadOnlyList<EarlierPack> earlier)
    {
        var before = new Dictionary<string, Choice>(StringComparer.Ordinal);
        foreach (var decision in earlier.SelectMany(pack => pack.Request.Decisions))
        {
            before[decision.Key] = new(
                decision.Standing is DecisionStanding.Withheld,
                decision.Ground,
                decision.GroundWords
            );
        }

        return before;
    }

    private static OfferReason ReasonOf(SuppressionReason reason) =>
        reason switch
        {
            SuppressionReason.Small => OfferReason.Small,
            SuppressionReason.Complement => OfferReason.Complement,
            _ => OfferReason.EarlierRelease,
        };
}
