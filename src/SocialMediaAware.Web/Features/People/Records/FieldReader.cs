using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Reads the fields of a form about people, and says what is wrong with them, in plain words at the field.</summary>
/// <param name="errors">Takes what is wrong.</param>
/// <param name="texts">The words for it.</param>
/// <param name="today">The New Zealand date: days too far from it are mistyped.</param>
public sealed class FieldReader(
    ModelStateDictionary errors,
    IStringLocalizer<PeopleTexts> texts,
    DateOnly today
)
{
    private const int MostYearsAhead = 5;
    private const int FirstYear = 1950;

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsValid => errors.IsValid;

    /// <summary>Says that a field is wrong.</summary>
    public void Wrong(string field, string textKey, params object[] arguments) =>
        errors.AddModelError(field, texts[textKey, arguments]);

    /// <summary>A text that must be there.</summary>
    public string Required(string field, string? value, int longest, string missingKey)
    {
        var text = Optional(field, value, longest);
        if (text is null)
        {
            Wrong(field, missingKey);
        }

        return text ?? "";
    }

    /// <summary>A text that may be left out; null then.</summary>
    public string? Optional(string field, string? value, int longest)
    {
        var text = value?.Trim().Normalize();
        if (text?.Length > longest)
        {
            Wrong(field, "TooLong", longest);
            return text[..longest];
        }

        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>Why, in the words of whoever changes it.</summary>
    public string Reason(string? value) =>
        Required("Reason", value, PeopleChange.ReasonLength, "ReasonMissing");

    /// <summary>A day that must be there.</summary>
    public DateOnly Day(string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Wrong(field, "DayMissing");
            return today;
        }

        return OptionalDay(field, value) ?? today;
    }

    /// <summary>A day that may be left out; null then.</summary>
    public DateOnly? OptionalDay(string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        var day = DayField.Read(value);
        if (day is null)
        {
            Wrong(field, "DayWrong");
        }
        else if (day.Value.Year < FirstYear || day.Value > today.AddYears(MostYearsAhead))
        {
            Wrong(field, "DayTooFar");
        }

        return day;
    }

    /// <summary>A last day that may be left out, as the first day after it.</summary>
    public DateOnly? Until(string field, string? lastDay, DateOnly from)
    {
        var last = OptionalDay(field, lastDay);
        if (last < from)
        {
            Wrong(field, "LastDayBeforeFirst");
        }

        return last?.AddDays(1);
    }

    /// <summary>A mail address that may be left out; null then.</summary>
    public string? Address(string field, string? value)
    {
        var address = Optional(field, value, Person.EmailLength);
        if (address is not null && !IsAddress(address))
        {
            Wrong(field, "AddressWrong");
        }

        return address;
    }

    private static bool IsAddress(string text) =>
        System.Net.Mail.MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && !text.Any(char.IsWhiteSpace);
}
