using System.Globalization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>How reports write numbers and rates.</summary>
public static class Figure
{
    /// <summary>The keys of the columns' names in the onboarding report, after the unit's.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    ["Due", "Signed", "Rate", "Open", "Overdue", "Declined", "NotDue", "OnHold", "Left"];

    /// <summary>The keys of the columns' names where people get stuck.</summary>
    public static IReadOnlyList<string> StageColumns { get; } =
    ["NotOpened", "Reading", "Practising", "ReadyToSign"];

    /// <summary>A number, such as 1,407.</summary>
    public static string Of(int number) => number.ToString("N0", NewZealandEnglish.Culture);

    /// <summary>A rate, such as 91.3%; a dash where nobody is due. Below everybody it never says 100.0%.</summary>
    public static string Rate(CompletionFigures figures) => Rate(figures.Rate);

    /// <summary>A rate of a course.</summary>
    public static string Rate(CoursePoint point) => Rate(point.Rate);

    /// <summary>A rate from 0 to 1, rounded down to a tenth of a percent; a dash for none.</summary>
    public static string Rate(decimal? rate) =>
        rate is { } some
            ? (Math.Floor(some * 1000) / 1000).ToString("P1", NewZealandEnglish.Culture)
            : "–";

    /// <summary>The width of a bar of 100, as an SVG attribute.</summary>
    public static string BarWidth(decimal rate) =>
        Math.Round(rate * 100, 1).ToString(CultureInfo.InvariantCulture);
}
