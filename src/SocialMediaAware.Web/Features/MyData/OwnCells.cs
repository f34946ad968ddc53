using System.Collections;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.MyData;

/// <summary>A column of a table on the page.</summary>
/// <param name="Label">Its heading.</param>
/// <param name="Property">The property of the rows.</param>
public sealed record OwnColumn(string Label, PropertyInfo Property);

/// <summary>Writes rows as people read them. Columns that no row fills are left out.</summary>
public static class OwnCells
{
    private const int LongWords = 80;

    /// <summary>The columns in which some row says something.</summary>
    public static IReadOnlyList<OwnColumn> ColumnsOf(
        Type row,
        IReadOnlyList<object> rows,
        IStringLocalizer<MyDataTexts> texts
    ) =>
        [
            .. row.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => rows.Any(one => !IsEmpty(property.GetValue(one))))
                .Select(property => new OwnColumn(texts[$"Column{property.Name}"], property)),
        ];

    /// <summary>A value in words.</summary>
    public static string Of(object? value, IStringLocalizer<MyDataTexts> texts) =>
        value switch
        {
            null or "" => "–",
            DateOnly day => day.InFewWords(),
            DateTimeOffset instant => instant.WithTimeInFewWords(),
            bool isSo => texts[isSo ? "Yes" : "No"],
            Enum word => string.Join(
                ", ",
                word.ToString().Split(", ").Select(part => texts[$"{word.GetType().Name}{part}"])
            ),
            string text => texts[$"Code-{text}"] is { ResourceNotFound: false } known
                ? known
                : text,
            IEnumerable some => string.Join(", ", some.Cast<object>()),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    /// <summary>The class of a value: one with many words takes the whole line.</summary>
    public static string? ClassOf(string words) =>
        words.Length > LongWords ? "sma-held__long" : null;

    /// <summary>Whether a value says nothing.</summary>
    public static bool IsEmpty(object? value) => value is null or "" or false;
}
