namespace SocialMediaAware.Web.Features.Reports.Suppression;

/// <summary>What readers could still work out.</summary>
public static class Disclosure
{
    private const int StepsAtFirst = 60;
    private const int StepsAmongHidden = 2000;
    private const int StepsThrough = 20_000;

    /// <summary>
    /// The hidden small numbers, and the small changes since earlier releases, of which too few values remain possible, with the
    /// bounds between which readers know them to be. Nothing that can be worked out is left out; where very many numbers hang together,
    /// a number may be named although nobody could work it out, with the bounds that were found.
    /// </summary>
    /// <param name="release">What would be released.</param>
    /// <param name="hidden">The keys that would be hidden in it.</param>
    /// <param name="earlier">What readers already have.</param>
    /// <param name="threshold">The lowest count, in people, that need not be hidden for itself.</param>
    /// <exception cref="ArgumentException">A sum does not add up, or a count is missing that does not follow from a sum.</exception>
    public static IReadOnlyList<DisclosedCell> Of(
        Release release,
        IReadOnlySet<string> hidden,
        IReadOnlyList<EarlierRelease> earlier,
        int threshold = 5
    )
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(hidden);
        ArgumentNullException.ThrowIfNull(earlier);
        var knowledge = ReaderKnowledge.Of(release, hidden, earlier, threshold);
        var protection = new Protection(knowledge);
        var all = new Lazy<WholeNumbers>(() => WholeNumbers.Of(knowledge));
        var told = knowledge
            .Numbers.Where(number =>
                number.IsSensitive && number.IsTold && number.IsOfNow && hidden.Contains(number.Key)
            )
            .Select(number => Disclosed(number, number.Truth, number.Truth));
        return
        [
            .. told,
            .. protection
                .Sensitive.Where(number => !protection.Protect(number, StepsAtFirst))
                .ToList()
                .Where(number => !protection.Protect(number, StepsAmongHidden))
                .Select(number => WorkedOut(number, protection, all))
                .OfType<DisclosedCell>(),
        ];
    }

    /// <summary>What readers can work out of a number; null when enough values are found to be possible after all.</summary>
    private static DisclosedCell? WorkedOut(
        Number number,
        Protection protection,
        Lazy<WholeNumbers> all
    )
    {
        while (true)
        {
            var (table, isSure) = protection.Through(number, mayHide: false, StepsThrough);
            if (table is not null)
            {
                protection.Keep(table);
                if (protection.IsSafe(number))
                {
                    return null;
                }
            }
            else if (isSure)
            {
                var values = protection.Values(number);
                return Disclosed(number, values.Min(), values.Max());
            }
            else
            {
                break;
            }
        }

        var (low, high) = all.Value.Bounds(number);
        return Disclosed(number, low, high);
    }

    private static DisclosedCell Disclosed(Number number, long low, long high) =>
        new(
            number.Key,
            (int)Math.Max(low, int.MinValue),
            (int)Math.Min(high, int.MaxValue),
            number.Since
        );
}
