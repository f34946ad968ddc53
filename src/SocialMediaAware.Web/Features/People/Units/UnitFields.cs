using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>Reads the fields of forms about units, and says what is missing or wrong.</summary>
/// <param name="errors">Takes what is wrong, by field.</param>
/// <param name="texts">The words for it.</param>
public sealed class UnitFields(ModelStateDictionary errors, IStringLocalizer<UnitsTexts> texts)
{
    // Days that the calendar of a portal can have: what lies outside is a slip.
    private const int FirstYear = 2000;
    private const int LastYear = 2999;

    /// <summary>A name of a unit.</summary>
    public string Name(string? text) =>
        Words("Name", text, UnitFact.NameLength, "NameMissing", "NameTooLong");

    /// <summary>Why something is done.</summary>
    public string Reason(string? text) =>
        Words("Reason", text, PeopleChange.ReasonLength, "ReasonMissing", "ReasonTooLong");

    /// <summary>A code, which can be left out.</summary>
    public string? Code(string? text)
    {
        var code = text?.Trim();
        if (code?.Length > People.Unit.CodeLength)
        {
            errors.AddModelError("Code", texts["CodeTooLong"]);
        }

        return string.IsNullOrEmpty(code) ? null : code;
    }

    /// <summary>A unit of a tree.</summary>
    public Guid? Unit(string field, Guid? unitId, UnitTree tree)
    {
        if (unitId is { } id && tree.Find(id) is not null)
        {
            return id;
        }

        errors.AddModelError(field, texts["UnitMissing"]);
        return null;
    }

    /// <summary>A day.</summary>
    public DateOnly? Day(string field, string? text)
    {
        if (DayField.Read(text) is { Year: >= FirstYear and <= LastYear } day)
        {
            return day;
        }

        errors.AddModelError(field, texts["DayMissing"]);
        return null;
    }

    /// <summary>Words of some length.</summary>
    public string Words(string field, string? text, int length, string missing, string tooLong)
    {
        var words = text?.Trim() ?? "";
        if (words.Length == 0 || words.Length > length)
        {
            errors.AddModelError(field, texts[words.Length == 0 ? missing : tooLong, length]);
        }

        return words;
    }
}
