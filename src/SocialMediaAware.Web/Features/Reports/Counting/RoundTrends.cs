namespace SocialMediaAware.Web.Features.Reports.Counting;

/// <summary>Draws the course of a round from its history.</summary>
internal static class RoundTrends
{
    /// <summary>For how long after its due date a round's course goes on.</summary>
    private const int DaysAfterDue = 28;

    /// <summary>A round without an end is shown for so long.</summary>
    private const int DaysOfEndless = 90;

    /// <summary>This round's course until a day, beside the last one's; null when nobody was asked.</summary>
    /// <param name="name">What this round is called.</param>
    /// <param name="round">Its history.</param>
    /// <param name="count">What was counted of it on the day.</param>
    /// <param name="day">The day.</param>
    /// <param name="last">The round before it and what it is called; null when there was none.</param>
    public static RateTrend? Of(
        string name,
        RoundHistory round,
        RoundCount count,
        DateOnly day,
        (string Name, RoundHistory History)? last
    )
    {
        if (CourseOf(name, round, count.FirstOpensOn, count.MostAreDueOn, day) is not { } course)
        {
            return null;
        }

        return new(
            course,
            last is { } before ? CourseOfLast(before.Name, before.History, day) : null
        );
    }

    /// <summary>The course of the last 90 days, for a programme without rounds.</summary>
    public static RateTrend? OfEndless(
        string name,
        RoundHistory round,
        RoundCount count,
        DateOnly day
    )
    {
        if (count.MostAreDueOn is null)
        {
            return null;
        }

        var from = Math.Max(day.DayNumber - DaysOfEndless, count.FirstOpensOn);
        return from > day.DayNumber
            ? null
            : new(Course(name, round, day, DateOnly.FromDayNumber(from), day), null);
    }

    private static RateCourse? CourseOfLast(string name, RoundHistory history, DateOnly day)
    {
        var (opensOn, dueOn) = history.SpanOn(day.DayNumber);
        return CourseOf(name, history, opensOn, dueOn, day);
    }

    private static RateCourse? CourseOf(
        string name,
        RoundHistory history,
        int opensOn,
        DateOnly? dueOn,
        DateOnly day
    )
    {
        if (dueOn is not { } due || opensOn > day.DayNumber)
        {
            return null;
        }

        var until = due.AddDays(DaysAfterDue) < day ? due.AddDays(DaysAfterDue) : day;
        return Course(name, history, due, DateOnly.FromDayNumber(opensOn), until);
    }

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
