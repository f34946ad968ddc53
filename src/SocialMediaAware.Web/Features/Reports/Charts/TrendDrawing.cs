using System.Globalization;

namespace SocialMediaAware.Web.Features.Reports.Charts;

/// <summary>A line of a drawing.</summary>
/// <param name="Path">Its SVG path.</param>
/// <param name="EndX">Where it ends, from the left.</param>
/// <param name="EndY">Where it ends, from the top.</param>
/// <param name="LabelY">Where its name stands, moved away from the other's.</param>
/// <param name="Course">What it shows.</param>
public sealed record DrawnLine(
    string Path,
    double EndX,
    double EndY,
    double LabelY,
    RateCourse Course
);

/// <summary>A mark on an axis: where it is and what is written there.</summary>
public sealed record DrawnMark(double At, string Words);

/// <summary>
/// How the rate of a round went to its due date, beside the last round's, as lines in an SVG of 640 by 260 units. The two lines differ
/// in weight and dashes as well as in colour, and each is named at its end.
/// </summary>
public sealed class TrendDrawing
{
    /// <summary>The drawing's width in units.</summary>
    public const int Width = 640;

    /// <summary>The drawing's height in units.</summary>
    public const int Height = 260;

    /// <summary>Where the lines begin, from the left.</summary>
    public const int Left = 48;

    /// <summary>Where the lines end at most, from the left.</summary>
    public const int Right = 540;

    /// <summary>Where 100 % is, from the top.</summary>
    public const int Top = 14;

    /// <summary>Where 0 % is, from the top.</summary>
    public const int Bottom = 222;

    private const int LabelDistance = 20;
    private const int Quarters = 4;

    private readonly int firstDay;
    private readonly int lastDay;

    /// <summary>Draws.</summary>
    public TrendDrawing(RateTrend trend)
    {
        Trend = trend;
        var all = trend.This.Points.Concat(trend.Last?.Points ?? []).ToList();
        firstDay = all.Count == 0 ? 1 : all.Max(point => point.DaysToDue);
        lastDay = Math.Min(all.Count == 0 ? 0 : all.Min(point => point.DaysToDue), 0);
        Rates =
        [
            .. Enumerable
                .Range(0, Quarters + 1)
                .Select(quarter => 100 * quarter / Quarters)
                .Select(rate => new DrawnMark(YOf(rate / 100m), $"{rate}%")),
        ];
        This = Draw(trend.This, below: null);
        Last = trend.Last is { Points.Count: > 0 } last ? Draw(last, This) : null;
    }

    /// <summary>What is drawn.</summary>
    public RateTrend Trend { get; }

    /// <summary>The marks of the rates, from the bottom.</summary>
    public IReadOnlyList<DrawnMark> Rates { get; }

    /// <summary>This round.</summary>
    public DrawnLine This { get; }

    /// <summary>The last round; null when there was none.</summary>
    public DrawnLine? Last { get; }

    /// <summary>Where the due date is, from the left.</summary>
    public double DueX => XOf(0);

    /// <summary>How many days before the due date the drawing begins.</summary>
    public int FirstDay => firstDay;

    /// <summary>A number as SVG writes it.</summary>
    public static string Of(double number) =>
        Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);

    private DrawnLine Draw(RateCourse course, DrawnLine? below)
    {
        var points = course
            .Points.Where(point => point.Rate is not null)
            .Select(point => (X: XOf(point.DaysToDue), Y: YOf(point.Rate!.Value)))
            .ToList();
        var path = string.Join(
            ' ',
            points.Select(
                (point, number) => $"{(number == 0 ? 'M' : 'L')}{Of(point.X)} {Of(point.Y)}"
            )
        );
        var (endX, endY) = points.Count == 0 ? (Left, Bottom) : points[^1];
        var labelY = endY;
        if (below is not null && Math.Abs(below.LabelY - endY) < LabelDistance)
        {
            labelY =
                endY > below.LabelY ? below.LabelY + LabelDistance : below.LabelY - LabelDistance;
        }

        return new(path, endX, endY, labelY, course);
    }

    private double XOf(int daysToDue) =>
        firstDay == lastDay
            ? Left
            : Left + ((double)(firstDay - daysToDue) / (firstDay - lastDay) * (Right - Left));

    private static double YOf(decimal rate) => Bottom - ((double)rate * (Bottom - Top));
}
