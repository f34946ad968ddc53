namespace SocialMediaAware.Web.Features.Reports;

/// <summary>How a round stood at the end of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="DaysToDue">How many days it was until most were due; negative after that day.</param>
/// <param name="Signed">How many had signed.</param>
/// <param name="Due">How many were due: signed, open, overdue or declined.</param>
public sealed record CoursePoint(DateOnly Day, int DaysToDue, int Signed, int Due)
{
    /// <summary>Signed of all due, from 0 to 1; null when nobody was due.</summary>
    public decimal? Rate => Due == 0 ? null : (decimal)Signed / Due;
}

/// <summary>The rate of a round from the day it opened, day by day as it was known then.</summary>
/// <param name="Name">What the round is called.</param>
/// <param name="DueOn">The day on which most were due.</param>
/// <param name="Points">A point for each day, or for every few days of a long round; the last day is always there.</param>
public sealed record RateCourse(string Name, DateOnly DueOn, IReadOnlyList<CoursePoint> Points)
{
    /// <summary>The longest table that is still read behind a chart.</summary>
    private const int MostPoints = 16;

    /// <summary>The course of a round from its opening to a day.</summary>
    /// <param name="name">What the round is called.</param>
    /// <param name="dueOn">The day on which most were due.</param>
    /// <param name="from">The first day.</param>
    /// <param name="due">How many were due on each day from the first.</param>
    /// <param name="signed">How many of them had signed.</param>
    public static RateCourse Of(string name, DateOnly dueOn, DateOnly from, int[] due, int[] signed)
    {
        var days = due.Length;
        var step = Math.Max(1, (days + MostPoints - 1) / MostPoints);
        var last = from.AddDays(days - 1);
        // Counted from the due date, so that a point of this round stands above one of the last.
        var points = Enumerable
            .Range(0, days)
            .Select(number => (Number: number, Day: from.AddDays(number)))
            .Where(one => (dueOn.DayNumber - one.Day.DayNumber) % step == 0 || one.Day == last)
            .Select(one => new CoursePoint(
                one.Day,
                dueOn.DayNumber - one.Day.DayNumber,
                signed[one.Number],
                due[one.Number]
            ))
            .Where(point => point.Due > 0);
        return new(name, dueOn, [.. points]);
    }
}

/// <summary>This round's course beside the last one's.</summary>
/// <param name="This">This round.</param>
/// <param name="Last">The round before it; null when there was none.</param>
public sealed record RateTrend(RateCourse This, RateCourse? Last)
{
    /// <summary>The last round's rate when it was as far from its due date as this one is now; null when there was none.</summary>
    public CoursePoint? LastAtThisPoint =>
        This.Points is [.., var now]
            ? Last?.Points.LastOrDefault(point => point.DaysToDue >= now.DaysToDue)
            : null;
}
