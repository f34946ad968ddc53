namespace SocialMediaAware.Web.Features.Reports.Counting;

/// <summary>Draws the course of a round from its history.</summary>
internal static class RoundTrends
{
    /// <summary>For how long after its due date a round's course goes on.</summary>
    private const int DaysAfterDue = 28;

    /// <summary>A round without an end is shown for so long.</summary>
    private const int DaysOfEndless = 90;

    /// <summary>The course of the last 90 days, for a programme without rounds; null when nobody was asked.</summary>
    public static RateTrend? OfEndless(string name, RoundHistory history, DateOnly day)
    {
        var (opensOn, dueOn) = history.SpanOn(day.DayNumber);
        var from = Math.Max(day.DayNumber - DaysOfEndless, opensOn);
        return dueOn is null || from > day.DayNumber
            ? null
            : new(Course(name, history, day, DateOnly.FromDayNumber(from), day), null);
    }

    /// <summary>A round's course from its opening until a day, or until four weeks after most were due; null when nobody was asked.</summary>
    public static RateCourse? CourseOf(string name, RoundHistory history, DateOnly day)
    {
        var (opensOn, dueOn) = history.SpanOn(day.DayNumber);
        if (dueOn is not { } due || opensOn > day.DayNumber)
        {
            return null;
        }

        var end = due.AddDays(DaysAfterDue);
        return Course(name, history, due, DateOnly.FromDayNumber(opensOn), end < day ? end : day);
    }

    /// <summary>Whether a course was over by a day: then it never changes again.</summary>
    public static bool IsOver(RateCourse? course, DateOnly day) =>
        course is not null && course.DueOn.AddDays(DaysAfterDue) < day;

    private static RateCourse Course(
        string name,
        RoundHistory history,
        DateOnly due,
        DateOnly from,
        DateOnly until
    )
    {
        var (dueOfDays, signedOfDays) = history.Course(from.DayNumber, until.DayNumber);
        return RateCourse.Of(name, due, from, dueOfDays, signedOfDays);
    }
}
