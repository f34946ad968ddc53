using System.Globalization;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>The part of each year in which a yearly programme is done.</summary>
/// <param name="OpensMonth">The month it opens in, 1 to 12.</param>
/// <param name="OpensDay">The day of that month; where the month is shorter, its last day.</param>
/// <param name="DueMonth">The month it is due in; one before the opening month is of the next year.</param>
/// <param name="DueDay">The day of that month; where the month is shorter, its last day. Not a working day: the working day before.</param>
public sealed record YearlyWindow(int OpensMonth, int OpensDay, int DueMonth, int DueDay)
{
    /// <summary>From 1 February to the last working day of March.</summary>
    public static YearlyWindow Usual { get; } = new(2, 1, 3, 31);

    /// <summary>The day it opens in a year.</summary>
    public DateOnly OpensIn(int year) => Day(year, OpensMonth, OpensDay);

    /// <summary>The day it is due that opened in a year.</summary>
    public DateOnly DueIn(int year)
    {
        var due = Day(year, DueMonth, DueDay);
        return due < OpensIn(year) ? Day(year + 1, DueMonth, DueDay) : due;
    }

    /// <summary>How long its text is.</summary>
    public const int TextLength = 11;

    /// <summary>The window as text, such as <c>02-01/03-31</c>.</summary>
    public string ToText() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{OpensMonth:00}-{OpensDay:00}/{DueMonth:00}-{DueDay:00}"
        );

    /// <summary>Reads <see cref="ToText" />.</summary>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static YearlyWindow FromText(string text) =>
        text.Split('/') is [var opens, var due]
        && MonthAndDay(opens) is { } from
        && MonthAndDay(due) is { } until
            ? new(from.Month, from.Day, until.Month, until.Day)
            : throw new FormatException($"\"{text}\" is no window such as 02-01/03-31.");

    /// <summary>Reads a month and a day such as <c>02-01</c>; null when it is none. 29 February is one.</summary>
    public static (int Month, int Day)? MonthAndDay(string text) =>
        DateOnly.TryParseExact(
            $"2000-{text}",
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? (day.Month, day.Day)
            : null;

    private static DateOnly Day(int year, int month, int day) =>
        new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
}
