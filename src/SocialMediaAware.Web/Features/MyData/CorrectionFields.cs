using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.MyData;

/// <summary>Reads the long texts of requests, answers and statements.</summary>
public static class CorrectionFields
{
    /// <summary>A text; what is missing or too long is said in the errors.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">What was typed.</param>
    /// <param name="word">The beginning of the keys of what is said: <c>TextMissing</c>, <c>TextTooLong</c>.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="texts">The words for it.</param>
    public static string Read(
        string field,
        string? value,
        string word,
        ModelStateDictionary errors,
        IStringLocalizer<MyDataTexts> texts
    )
    {
        var text = value?.Trim().ReplaceLineEndings("\n") ?? "";
        if (text.Length is 0 or > CorrectionRequest.TextLength)
        {
            var key = text.Length == 0 ? $"{word}Missing" : "TooLong";
            errors.AddModelError(field, texts[key, CorrectionRequest.TextLength]);
        }

        return text;
    }
}
