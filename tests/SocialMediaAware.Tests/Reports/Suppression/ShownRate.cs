namespace SocialMediaAware.Tests.Reports.Suppression;

/// <summary>
/// A percentage that a reader sees, rounded down: where its counts stand among the unknown ones (or, as its complement, the count that
/// is told), what is shown, and what 1 is shown as.
/// </summary>
internal sealed record ShownRate(int Numerator, int Denominator, int Shown, int Scale)
{
    /// <summary>Takes away ends of ranges that the percentage does not allow; false when one has nothing left.</summary>
    public bool Narrow(int[] low, int[] high)
    {
        var (above, under) = (RangeOf(Numerator, low, high), RangeOf(Denominator, low, high));
        // shown ≤ scale × numerator ÷ denominator < shown + 1
        var aboveLow = Math.Max(above.Low, Up((long)Shown * under.Low, Scale));
        var aboveHigh = Math.Min(above.High, Up((Shown + 1L) * under.High, Scale) - 1);
        var underLow = Math.Max(
            Math.Max(under.Low, 1),
            ((long)Scale * above.Low / (Shown + 1)) + 1
        );
        var underHigh =
            Shown == 0 ? under.High : Math.Min(under.High, (long)Scale * above.High / Shown);
        if (aboveLow > aboveHigh || underLow > underHigh)
        {
            return false;
        }

        Set(Numerator, aboveLow, aboveHigh, low, high);
        Set(Denominator, underLow, underHigh, low, high);
        return true;
    }

    private static long Up(long count, long by) => (count + by - 1) / by;

    private static (long Low, long High) RangeOf(int place, int[] low, int[] high) =>
        place < 0 ? (~place, ~place) : (low[place], high[place]);

    private static void Set(int place, long from, long to, int[] low, int[] high)
    {
        if (place >= 0)
        {
            low[place] = (int)from;
            high[place] = (int)to;
        }
    }
}
