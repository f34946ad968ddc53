namespace SocialMediaAware.Web.Features.Reports.Suppression;

/// <summary>Proposes what to hide, so that no small number can be worked out.</summary>
public static class SuppressionProposal
{
    /// <summary>What should be hidden in this release; a person decides.</summary>
    /// <param name="release">What would be released.</param>
    /// <param name="earlier">What readers already have.</param>
    /// <param name="threshold">The lowest count, in people, that need not be hidden for itself.</param>
    public static IReadOnlyList<ProposedSuppression> For(
        Release release,
        IReadOnlyList<EarlierRelease> earlier,
        int threshold = 5
    )
    {
        ArgumentNullException.ThrowIfNull(release);
        return
        [
            .. release
                .Cells.Where(cell => cell.Count > 0 && cell.Count < threshold)
                .Select(cell => new ProposedSuppression(cell.Key, SuppressionReason.Small, null)),
        ];
    }
}
