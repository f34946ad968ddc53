namespace SocialMediaAware.Web.Features.Reports.Suppression;

/// <summary>What readers could still work out.</summary>
public static class Disclosure
{
    /// <summary>The small numbers, and the small changes since earlier releases, of which too few values remain possible.</summary>
    /// <param name="release">What would be released.</param>
    /// <param name="hidden">The keys that would be hidden in it.</param>
    /// <param name="earlier">What readers already have.</param>
    /// <param name="threshold">The lowest count, in people, that need not be hidden for itself.</param>
    public static IReadOnlyList<DisclosedCell> Of(
        Release release,
        IReadOnlySet<string> hidden,
        IReadOnlyList<EarlierRelease> earlier,
        int threshold = 5
    )
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(hidden);
        return
        [
            .. release
                .Cells.Where(cell =>
                    cell.Count > 0 && cell.Count < threshold && !hidden.Contains(cell.Key)
                )
                .Select(cell => new DisclosedCell(cell.Key, cell.Count, cell.Count)),
        ];
    }
}
