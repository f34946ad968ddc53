using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Clock;

/// <summary>A date that is worth moving to.</summary>
/// <param name="TextKey">The text that says why.</param>
/// <param name="Date">The date.</param>
public sealed record ClockDate(string TextKey, DateOnly Date);

/// <summary>The dates of the year on which something happens, as they come next.</summary>
public static class ClockDates
{
    /// <summary>The dates after a day, the nearest first.</summary>
    public static IReadOnlyList<ClockDate> After(DateOnly today, WorkingDayCalendar calendar) =>
        [
            .. new ClockDate[]
            {
                new("NextWorkingDay", calendar.AddWorkingDays(today, 1, region: null)),
                new("YearlyOpens", Next(today, year => new DateOnly(year, 2, 1))),
                new(
                    "YearlyIsDue",
                    Next(
                        today,
                        year => calendar.OnOrBefore(new DateOnly(year, 3, 31), region: null)
                    )
                ),
                new("FirstOfJuly", Next(today, year => new DateOnly(year, 7, 1))),
            }.OrderBy(next => next.Date),
        ];

    private static DateOnly Next(DateOnly today, Func<int, DateOnly> inYear) =>
        inYear(today.Year) is var date && date > today ? date : inYear(today.Year + 1);
}
