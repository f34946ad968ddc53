using System.Globalization;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Reads whole numbers as a form sends them.</summary>
internal static class NumberField
{
    /// <summary>A whole number from 0; null when it is none.</summary>
    public static int? Read(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>A number as the field holds it.</summary>
    public static string ForField(this int number) => number.ToString(CultureInfo.InvariantCulture);
}
