namespace SocialMediaAware.Web.Features.Reports.Suppression;

/// <summary>A count that would be released.</summary>
/// <param name="Key">
/// What was counted, the same in every release in which the same thing is counted (such as
/// "yearly/2027|unit:…|kind:Employee|signed"). Unique in its release.
/// </param>
/// <param name="Count">How many people, not negative.</param>
public sealed record ReleasedCell(string Key, int Count);

/// <summary>What every reader knows without being told: the whole is the sum of its parts.</summary>
/// <param name="Whole">The key of the whole.</param>
/// <param name="Parts">
/// The keys of all its parts: complements too (due = signed + not signed), and a unit as the units below it and its own people.
/// A key that is no cell of the release is a number that is not printed; it is protected as well where its count follows from a sum
/// in which it is the only such key.
/// </param>
public sealed record ReleasedSum(string Whole, IReadOnlyList<string> Parts);

/// <summary>A percentage that stands beside its counts. Readers can work out one count from it and the other, within its rounding.</summary>
/// <param name="Numerator">The key of the count above the line.</param>
/// <param name="Denominator">The key of the count below the line.</param>
/// <param name="Decimals">Decimals of the percentage: 1 for 33.3 %. It is rounded down, as on the pages.</param>
public sealed record ReleasedRate(string Numerator, string Denominator, int Decimals)
{
    /// <summary>
    /// Whether the percentage is printed where its counts are not (a headline, a chart), so that hiding a count does not hide it.
    /// Without this it is taken to be left out as soon as one of its two counts is hidden. With it, it is left out only where its own
    /// <see cref="Key"/> is among the hidden keys, and it is proposed for hiding under that key.
    /// </summary>
    public bool StandsAlone { get; init; }

    /// <summary>The key under which a percentage that stands alone is hidden.</summary>
    public string Key => $"rate:{Numerator}/{Denominator}";

    /// <summary>Whether readers see the percentage when these keys are hidden.</summary>
    public bool IsShown(IReadOnlySet<string> hidden)
    {
        ArgumentNullException.ThrowIfNull(hidden);
        return StandsAlone
            ? !hidden.Contains(Key)
            : !hidden.Contains(Numerator) && !hidden.Contains(Denominator);
    }
}

/// <summary>All that would be released at once.</summary>
/// <param name="Cells">Every count, also those that will be hidden.</param>
/// <param name="Sums">Every sum that a reader can see from the headings of the tables.</param>
/// <param name="Rates">Every percentage beside the counts.</param>
public sealed record Release(
    IReadOnlyList<ReleasedCell> Cells,
    IReadOnlyList<ReleasedSum> Sums,
    IReadOnlyList<ReleasedRate> Rates
);

/// <summary>A count of now, and a count of an earlier release of which readers know that it became this one.</summary>
/// <param name="Now">The key in this release.</param>
/// <param name="Then">The key in the earlier release: last month's, or that of the unit before it was renamed.</param>
public sealed record ReleasedLink(string Now, string Then);

/// <summary>What went out before.</summary>
/// <param name="Released">
/// The earlier release. Its hidden cells should be among its cells with what they counted (readers were not told, this portal knows):
/// a hidden cell without a count is used only where its count follows from a sum or from a cell of now.
/// </param>
/// <param name="Hidden">The keys that were hidden.</param>
/// <param name="Links">
/// How cells of then and now hang together. Equal keys hang together without a link. What changed between the two is a count of
/// people as well: a change of 1 to 4 is protected as if it were a cell.
/// </param>
public sealed record EarlierRelease(
    Release Released,
    IReadOnlySet<string> Hidden,
    IReadOnlyList<ReleasedLink> Links
);
