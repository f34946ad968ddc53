using System.Globalization;

namespace SocialMediaAware.Benchmarks.Measures;

/// <summary>Medians, and numbers as people read them.</summary>
internal static class Statistics
{
    /// <summary>The value in the middle; the mean of the two middle ones where there is none.</summary>
    public static double Median(this IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        var middle = ordered.Length / 2;
        return ordered.Length % 2 == 1
            ? ordered[middle]
            : (ordered[middle - 1] + ordered[middle]) / 2;
    }

    /// <summary>The value that this share of the values does not exceed (nearest rank).</summary>
    public static double Percentile(this double[] ordered, double share) =>
        ordered[Math.Clamp((int)Math.Ceiling(ordered.Length * share) - 1, 0, ordered.Length - 1)];

    /// <summary>Three digits that count, thousands apart.</summary>
    public static string Words(this double value)
    {
        var decimals = Math.Abs(value) switch
        {
            >= 100 => 0,
            >= 10 => 1,
            _ => 2,
        };
        return value.ToString($"N{decimals}", CultureInfo.InvariantCulture);
    }
}
