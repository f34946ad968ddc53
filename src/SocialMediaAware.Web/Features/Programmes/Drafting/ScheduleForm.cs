using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>When a programme is done, as a form sends it: each kind of programme has fields of its own.</summary>
public sealed record ScheduleForm(
    string? WorkingDays,
    string? OpensDay,
    string? OpensMonth,
    string? DueDay,
    string? DueMonth,
    string? DaysBefore,
    string? OpensOn,
    string? DueOn,
    string? Latecomers
)
{
    private const int LeapYear = 2000;

    // Days that the calendar of a portal can have: what lies outside is a slip.
    private const int FirstYear = 2000;
    private const int LastYear = 2999;

    /// <summary>The form that states a schedule.</summary>
    public static ScheduleForm Of(ProgrammeSchedule schedule)
    {
        var window = schedule.Window ?? YearlyWindow.Usual;
        return new(
            schedule.DueInWorkingDays.ForField(),
            window.OpensDay.ForField(),
            window.OpensMonth.ForField(),
            window.DueDay.ForField(),
            window.DueMonth.ForField(),
            schedule.DaysBeforeThePeriod.ForField(),
            schedule.OpensOn?.ForField(),
            schedule.DueOn?.ForField(),
            schedule.LatecomersOwe switch
            {
                true => "yes",
                false => "no",
                null => "usual",
            }
        );
    }

    /// <summary>The schedule that it states. What is wrong is said in the model state; null then.</summary>
    /// <param name="kind">The kind of programme.</param>
    /// <param name="kept">The schedule that is kept, for what the form does not ask.</param>
    /// <param name="errors">Takes what is wrong, by field.</param>
    /// <param name="texts">The words for it.</param>
    public ProgrammeSchedule? Read(
        ProgrammeKind kind,
        ProgrammeSchedule kept,
        ModelStateDictionary errors,
        IStringLocalizer<DraftingTexts> texts
    )
    {
        var workingDays = Number(
            nameof(WorkingDays),
            WorkingDays,
            1,
            ProgrammeSchedule.MostWorkingDays,
            errors,
            texts
        );
        var schedule = kept with { DueInWorkingDays = workingDays ?? kept.DueInWorkingDays };
        schedule = kind switch
        {
            ProgrammeKind.Yearly => schedule with
            {
                Window = Window(errors, texts) ?? kept.Window,
                LatecomersOwe = LatecomersOwe,
            },
            ProgrammeKind.Election => schedule with
            {
                DaysBeforeThePeriod =
                    Number(
                        nameof(DaysBefore),
                        DaysBefore,
                        0,
                        ProgrammeSchedule.MostDaysBeforeThePeriod,
                        errors,
                        texts
                    ) ?? kept.DaysBeforeThePeriod,
            },
            ProgrammeKind.OneOff => Once(schedule, errors, texts),
            _ => schedule,
        };
        return errors.IsValid ? schedule : null;
    }

    private bool? LatecomersOwe =>
        Latecomers switch
        {
            "yes" => true,
            "no" => false,
            _ => null,
        };

    private ProgrammeSchedule Once(
        ProgrammeSchedule schedule,
        ModelStateDictionary errors,
        IStringLocalizer<DraftingTexts> texts
    )
    {
        var opensOn = Day(nameof(OpensOn), OpensOn, errors, texts);
        var dueOn = Day(nameof(DueOn), DueOn, errors, texts);
        if (dueOn < opensOn)
        {
            errors.AddModelError(nameof(DueOn), texts["DueOnBefore", opensOn!.Value.InWords()]);
        }

        return schedule with
        {
            OpensOn = opensOn,
            DueOn = dueOn,
            LatecomersOwe = LatecomersOwe,
        };
    }

    private YearlyWindow? Window(ModelStateDictionary errors, IStringLocalizer<DraftingTexts> texts)
    {
        var opens = DayAndMonth(nameof(OpensDay), OpensDay, OpensMonth, errors, texts);
        var due = DayAndMonth(nameof(DueDay), DueDay, DueMonth, errors, texts);
        if (opens is not { } from || due is not { } until)
        {
            return null;
        }

        if (from == until)
        {
            errors.AddModelError(nameof(DueDay), texts["DueDaySame"]);
        }

        return new(from.Month, from.Day, until.Month, until.Day);
    }

    private static (int Month, int Day)? DayAndMonth(
        string field,
        string? typedDay,
        string? typedMonth,
        ModelStateDictionary errors,
        IStringLocalizer<DraftingTexts> texts
    )
    {
        if (
            NumberField.Read(typedMonth) is { } month and >= 1 and <= 12
            && NumberField.Read(typedDay) is { } day
            && day >= 1
            && day <= DateTime.DaysInMonth(LeapYear, month)
        )
        {
            return (month, day);
        }

        errors.AddModelError(field, texts[$"{field}Wrong"]);
        return null;
    }

    private static DateOnly? Day(
        string field,
        string? typed,
        ModelStateDictionary errors,
        IStringLocalizer<DraftingTexts> texts
    )
    {
        if (DayField.Read(typed) is { Year: >= FirstYear and <= LastYear } day)
        {
            return day;
        }

        errors.AddModelError(field, texts[$"{field}Missing"]);
        return null;
    }

    private static int? Number(
        string field,
        string? typed,
        int fewest,
        int most,
        ModelStateDictionary errors,
        IStringLocalizer<DraftingTexts> texts
    )
    {
        if (NumberField.Read(typed) is { } number && number >= fewest && number <= most)
        {
            return number;
        }

        errors.AddModelError(field, texts[$"{field}Wrong", fewest, most]);
        return null;
    }
}
