using System.Globalization;

namespace SocialMediaAware.Web.Features.People;

/// <summary>Reads and writes days as the date field of a form does.</summary>
public static class DayField
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>A day as the field sends it; null when it is not one.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(
            text?.Trim(),
            Form,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    /// <summary>A day as the field holds it.</summary>
    public static string ForField(this DateOnly day) =>
        day.ToString(Form, CultureInfo.InvariantCulture);
}
