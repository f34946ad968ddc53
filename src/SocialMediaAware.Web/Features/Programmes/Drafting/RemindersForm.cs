using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Who is reminded when, as a form sends it. A number that is left out says: not at all.</summary>
public sealed record RemindersForm(
    bool OnOpening,
    string? DaysBefore,
    bool OnTheDay,
    string? WeeksAfter,
    bool ToLeaders,
    string? HumanResourcesAfter
)
{
    private const int MostDaysOverdue = 90;

    /// <summary>The form that states terms.</summary>
    public static RemindersForm Of(ReminderTerms reminders) =>
        new(
            reminders.OnOpening,
            reminders.DaysBefore?.ForField(),
            reminders.OnTheDay,
            reminders.WeeksAfter.ForField(),
            reminders.ToLeaders,
            reminders.ToHumanResourcesAfterDays?.ForField()
        );

    /// <summary>The terms that it states. What is wrong is said in the model state.</summary>
    public ReminderTerms Read(ModelStateDictionary errors, IStringLocalizer<DraftingTexts> texts) =>
        new()
        {
            OnOpening = OnOpening,
            DaysBefore = Number(
                nameof(DaysBefore),
                "ReminderDaysWrong",
                DaysBefore,
                1,
                ReminderTerms.MostDaysBefore,
                errors,
                texts
            ),
            OnTheDay = OnTheDay,
            WeeksAfter =
                Number(
                    nameof(WeeksAfter),
                    "ReminderWeeksWrong",
                    WeeksAfter,
                    0,
                    ReminderTerms.MostWeeksAfter,
                    errors,
                    texts
                ) ?? 0,
            ToLeaders = ToLeaders,
            ToHumanResourcesAfterDays = Number(
                nameof(HumanResourcesAfter),
                "ReminderHumanResourcesWrong",
                HumanResourcesAfter,
                1,
                MostDaysOverdue,
                errors,
                texts
            ),
        };

    private static int? Number(
        string field,
        string key,
        string? typed,
        int fewest,
        int most,
        ModelStateDictionary errors,
        IStringLocalizer<DraftingTexts> texts
    )
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (NumberField.Read(typed) is { } number && number >= fewest && number <= most)
        {
            return number;
        }

        errors.AddModelError(field, texts[key, fewest, most]);
        return null;
    }
}
