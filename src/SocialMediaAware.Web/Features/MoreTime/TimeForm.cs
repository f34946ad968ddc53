using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.MoreTime;

/// <summary>A day and words as a form sends them: the same for who asks and for who answers.</summary>
/// <param name="Day">The day.</param>
/// <param name="Words">The words.</param>
/// <param name="Texts">The words for what is wrong.</param>
/// <param name="Errors">Takes what is wrong, by field.</param>
public sealed record TimeForm(
    string? Day,
    string? Words,
    IStringLocalizer<MoreTimeTexts> Texts,
    ModelStateDictionary Errors
)
{
    /// <summary>The day; null when it is missing or cannot be, which is said in the model state.</summary>
    public DateOnly? ReadDay(string field, TimeBounds bounds, WorkingDayCalendar calendar)
    {
        if (DayField.Read(Day) is not { } day)
        {
            Errors.AddModelError(field, Texts["UntilMissing"]);
            return null;
        }

        if (bounds.ObstacleTo(day, calendar) is { } obstacle)
        {
            Errors.AddModelError(
                field,
                Texts[
                    $"Obstacle{obstacle}",
                    bounds.After.InWords(),
                    bounds.Latest.InWords(),
                    TimeBounds.MostDaysAhead
                ]
            );
            return null;
        }

        return day;
    }

    /// <summary>The words, trimmed; what is wrong with them is said in the model state.</summary>
    public string ReadWords(string field, bool isNeeded)
    {
        var words = Words?.Trim() ?? "";
        if ((isNeeded && words.Length == 0) || words.Length > TimeRequest.WordsLength)
        {
            Errors.AddModelError(
                field,
                Texts[words.Length == 0 ? $"{field}Missing" : "TooLong", TimeRequest.WordsLength]
            );
        }

        return words;
    }
}
