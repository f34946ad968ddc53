using SocialMediaAware.Web.Features.Reports.Suppression;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>A figure that an earlier pack told otherwise.</summary>
/// <param name="Table">Its table in this pack.</param>
/// <param name="Figure">The figure of this pack.</param>
/// <param name="ThenCount">What the earlier pack counted.</param>
/// <param name="WasWithheld">Whether the earlier pack withheld it.</param>
/// <param name="IsWithheld">Whether this pack withholds it, or is offered to.</param>
public sealed record FigureDifference(
    PackTable Table,
    PackFigure Figure,
    int ThenCount,
    bool WasWithheld,
    bool IsWithheld
)
{
    /// <summary>By how much it changed.</summary>
    public int Change => Math.Abs(Figure.Count) - ThenCount;

    /// <summary>Whether so few people changed it that the change tells of somebody.</summary>
    public bool IsSmall => Math.Abs(Change) is > 0 and < InformationRequest.Threshold;

    /// <summary>Whether readers can take one from the other.</summary>
    public bool IsOpen => !WasWithheld && !IsWithheld;
}

/// <summary>What a pack and an earlier one both tell.</summary>
/// <param name="Earlier">The earlier pack.</param>
/// <param name="Same">How many figures are told alike in both.</param>
/// <param name="Differences">Those that are not, the smallest change first.</param>
public sealed record PackComparison(
    EarlierPack Earlier,
    int Same,
    IReadOnlyList<FigureDifference> Differences
)
{
    /// <summary>Compares them: equal keys, and those that count some of the same people over another period.</summary>
    public static PackComparison Of(InformationPack pack, EarlierPack earlier)
    {
        var release = PackReleases.Of(pack.Tables);
        var known = earlier.AsKnownBeside(release);
        var then = known.Released.Cells.ToDictionary(
            cell => cell.Key,
            cell => cell.Count,
            StringComparer.Ordinal
        );
        var links = known.Links.ToLookup(
            link => link.Now,
            link => link.Then,
            StringComparer.Ordinal
        );
        var hidden = pack.HiddenOrOffered();
        var met = new HashSet<string>(StringComparer.Ordinal);
        var (same, differences) = (0, new List<FigureDifference>());
        foreach (var table in pack.Figures)
        {
            foreach (var figure in table.Figures().Where(figure => met.Add(figure.Key)))
            {
                foreach (var key in links[figure.Key].Prepend(figure.Key).Where(then.ContainsKey))
                {
                    var one = new FigureDifference(
                        table,
                        figure,
                        then[key],
                        known.Hidden.Contains(key),
                        hidden.Contains(figure.Key)
                    );
                    same += one.Change == 0 ? 1 : 0;
                    differences.AddRange(one.Change == 0 ? [] : [one]);
                }
            }
        }

        return new(
            earlier,
            same,
            [
                .. differences
                    .OrderBy(one => Math.Abs(one.Change))
                    .ThenByDescending(one => one.IsOpen),
            ]
        );
    }
}
