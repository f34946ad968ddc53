using System.Globalization;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>Reads and writes days as people do.</summary>
public static class DaysInWords
{
    private static readonly CultureInfo NewZealand = new("en-NZ");

    /// <summary>A day such as Friday 7 August 2026.</summary>
    public static string InWords(this DateOnly day) => day.ToString("dddd d MMMM yyyy", NewZealand);

    /// <summary>A day as the date field of a form sends it; null when it is not one.</summary>
    public static DateOnly? FromField(string? text) =>
        DateOnly.TryParseExact(
            text?.Trim(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    /// <summary>A day as the date field of a form holds it.</summary>
    public static string ForField(this DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
