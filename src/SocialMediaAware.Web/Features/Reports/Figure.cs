using System.Globalization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>How reports write numbers, rates and days.</summary>
public static class Figure
{
    private static readonly CultureInfo NewZealand = new("en-NZ");

    /// <summary>The keys of the columns' names in the onboarding report, after the unit's.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    ["Due", "Signed", "Rate", "Open", "Overdue", "Declined", "NotDue", "OnHold", "Left"];

    /// <summary>A number, such as 1,407.</summary>
    public static string Of(int number) => number.ToString("N0", NewZealand);

    /// <summary>A rate, such as 91.3%; a dash where nobody is due. Below everybody it never says 100.0%.</summary>
    public static string Rate(CompletionFigures figures) =>
        figures.Rate is { } rate
            ? (Math.Floor(rate * 1000) / 1000).ToString("P1", NewZealand)
            : "–";

    /// <summary>The width of a bar of 100, as an SVG attribute.</summary>
    public static string BarWidth(decimal rate) =>
        Math.Round(rate * 100, 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>A day, such as Friday 7 August 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", NewZealand);

    /// <summary>A time of day in New Zealand, such as 10:05 am.</summary>
    public static string Time(DateTimeOffset instant) =>
        instant.InNewZealand().ToString("h:mm tt", NewZealand).ToLowerInvariant();
}
