using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Says in a sentence when a programme is done.</summary>
public sealed class ScheduleSentence(IStringLocalizer<DraftingTexts> texts)
{
    // Any year that has a 29 February.
    private const int LeapYear = 2000;

    /// <summary>When it opens and is due, such as “Each year, from 1 February to 31 March.”</summary>
    public string Of(ProgrammeKind kind, ProgrammeSchedule schedule) =>
        kind switch
        {
            ProgrammeKind.Onboarding => texts["When-Onboarding", schedule.DueInWorkingDays],
            ProgrammeKind.PolicyChange => texts["When-PolicyChange", schedule.DueInWorkingDays],
            ProgrammeKind.Election => texts["When-Election", schedule.DaysBeforeThePeriod],
            ProgrammeKind.Yearly => OfYear(schedule.Window ?? YearlyWindow.Usual),
            _ when schedule is { OpensOn: { } opensOn, DueOn: { } dueOn } => texts[
                "When-OneOff",
                opensOn.InFewWords(),
                dueOn.InFewWords()
            ],
            _ => texts["When-OneOffOpen"],
        };

    private string OfYear(YearlyWindow window) =>
        texts[
            "When-Yearly",
            DayAndMonth(window.OpensMonth, window.OpensDay),
            DayAndMonth(window.DueMonth, window.DueDay)
        ];

    private static string DayAndMonth(int month, int day) =>
        new DateOnly(LeapYear, month, day).ToString("d MMMM", NewZealandEnglish.Culture);
}
