namespace SocialMediaAware.Web.Features.People;

/// <summary>Writes dates and times as people read them: days of the calendar, and instants on a New Zealand clock.</summary>
public static class DateInWords
{
    /// <summary>Such as Friday 7 August 2026.</summary>
    public static string InWords(this DateOnly day) => Written(day, "dddd d MMMM yyyy");

    /// <summary>Such as Friday 7 August 2026.</summary>
    public static string InWords(this DateTimeOffset instant) => instant.NewZealandDate().InWords();

    /// <summary>Such as 7 August 2026.</summary>
    public static string InFewWords(this DateOnly day) => Written(day, "d MMMM yyyy");

    /// <summary>Such as 7 August 2026.</summary>
    public static string InFewWords(this DateTimeOffset instant) =>
        instant.NewZealandDate().InFewWords();

    /// <summary>Such as August 2026.</summary>
    public static string MonthInWords(this DateOnly day) => Written(day, "MMMM yyyy");

    /// <summary>Such as Friday 7 August 2026, 10:42 am.</summary>
    public static string WithTimeInWords(this DateTimeOffset instant) =>
        $"{instant.InWords()}, {instant.TimeInWords()}";

    /// <summary>Such as 7 August 2026, 10:42 am.</summary>
    public static string WithTimeInFewWords(this DateTimeOffset instant) =>
        $"{instant.InFewWords()}, {instant.TimeInWords()}";

    /// <summary>Such as 10:42 am.</summary>
    public static string TimeInWords(this DateTimeOffset instant) =>
        TimeOnly.FromDateTime(instant.InNewZealand().DateTime).InWords();

    /// <summary>Such as 10:42 am.</summary>
    public static string InWords(this TimeOnly time) =>
        time.ToString("h:mm tt", NewZealandEnglish.Culture).ToLowerInvariant();

    private static string Written(DateOnly day, string form) =>
        day.ToString(form, NewZealandEnglish.Culture);
}
