using System.Globalization;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Turns the text of cells into what it means. What it cannot be is null.</summary>
public static class CellReading
{
    // Numbers of days since 1900 as spreadsheets count them: from 1927 to 2119, so that a year or a small number is none.
    private const int FirstSerial = 10_000;
    private const int LastSerial = 80_000;

    private static readonly string[] DateForms =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "d/M/yyyy",
        "d/M/yyyy HH:mm",
        "d/M/yyyy HH:mm:ss",
        "d/M/yyyy h:mm:ss tt",
        "d-M-yyyy",
        "d.M.yyyy",
        "d-MMM-yyyy",
        "d MMM yyyy",
        "d MMMM yyyy",
        "yyyyMMdd",
    ];

    private static readonly string[] DayNames =
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];

    /// <summary>A date: year-month-day, day/month/year, day-month in letters-year, or the number of days that a spreadsheet holds.</summary>
    public static DateOnly? Date(string cell)
    {
        if (
            DateTime.TryParseExact(
                cell,
                DateForms,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
        {
            return date.Year is >= 1900 and < 2200 ? DateOnly.FromDateTime(date) : null;
        }

        return
            double.TryParse(
                cell,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var days
            ) && days is >= FirstSerial and <= LastSerial
            ? DateOnly.FromDateTime(DateTime.FromOADate(days))
            : null;
    }

    /// <summary>Yes or no.</summary>
    public static bool? YesOrNo(string cell) =>
        cell.ToLowerInvariant() switch
        {
            "yes" or "y" or "true" or "1" => true,
            "no" or "n" or "false" or "0" => false,
            _ => null,
        };

    /// <summary>A kind of person.</summary>
    public static PersonKind? Kind(string cell) =>
        Enum.GetNames<PersonKind>().Contains(cell, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<PersonKind>(cell, ignoreCase: true)
            : null;

    /// <summary>Days of the week: <c>Mon-Fri</c>, <c>Mon Tue Thu</c>, <c>Monday to Thursday</c>, or mixed with commas.</summary>
    public static WorkDays? Days(string cell)
    {
        var words = cell.ToLowerInvariant()
            .Replace("–", "-", StringComparison.Ordinal)
            .Replace(" to ", "-", StringComparison.Ordinal)
            .Replace(" - ", "-", StringComparison.Ordinal)
            .Split([' ', ',', ';', '/', '+'], StringSplitOptions.RemoveEmptyEntries);
        var days = WorkDays.None;
        foreach (var word in words)
        {
            var ends = word.Split('-');
            var (first, last) = (DayNumber(ends[0]), DayNumber(ends[^1]));
            if (ends.Length > 2 || first < 0 || last < 0)
            {
                return null;
            }

            // Sat-Mon goes round the end of the week.
            for (var day = first; ; day = (day + 1) % DayNames.Length)
            {
                days |= (WorkDays)(1 << day);
                if (day == last)
                {
                    break;
                }
            }
        }

        return days is WorkDays.None ? null : days;
    }

    /// <summary>A time zone, such as <c>Pacific/Chatham</c>.</summary>
    public static string? Zone(string cell) =>
        cell.Contains('/', StringComparison.Ordinal)
        && TimeZoneInfo.TryFindSystemTimeZoneById(cell, out var zone)
            ? zone.Id
            : null;

    /// <summary>The words of <see cref="AudienceFlags" />, set apart by semicolons, commas or blanks; the first that is none, if one is not.</summary>
    public static (IReadOnlyList<string> Flags, string? Unknown) Flags(string cell)
    {
        if (cell.Length == 0)
        {
            return ([], null);
        }

        var words = Several(cell, [';', ',', ' ', '|']);
        var unknown = words.FirstOrDefault(word =>
            !AudienceFlags.All.Contains(word, StringComparer.OrdinalIgnoreCase)
        );
        return (
            [
                .. words
                    .Select(word => word.ToLowerInvariant())
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ],
            unknown
        );
    }

    /// <summary>Several values in one cell.</summary>
    public static IReadOnlyList<string> Several(string cell, params char[] separators) =>
        cell.Split(
            separators,
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );

    /// <summary>Whether it has the form of a mail address: one @ with something on both sides, and nothing that no address has.</summary>
    public static bool IsEmail(string cell)
    {
        var at = cell.IndexOf('@', StringComparison.Ordinal);
        return at > 0
            && at == cell.LastIndexOf('@')
            && at < cell.Length - 1
            && cell.Length <= Person.EmailLength
            && cell.AsSpan(at + 1).Contains('.')
            && !cell.EndsWith('.')
            && !cell.Any(letter => char.IsWhiteSpace(letter) || letter is ',' or ';' or '<' or '>');
    }

    // Mon, Mond and Monday; two letters are not enough for Tuesday and Thursday, so three are needed.
    private static int DayNumber(string word) =>
        word.Length < 3
            ? -1
            : Array.FindIndex(
                DayNames,
                name => name.StartsWith(word.TrimEnd('.'), StringComparison.Ordinal)
            );
}
