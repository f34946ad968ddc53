using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Relief;

namespace SocialMediaAware.Web.Features.Team;

/// <summary>The days and the reason of a tie as a form sends them: the fields <c>From</c>, <c>LastDay</c> and <c>Reason</c>.</summary>
public sealed record TieForm(string? From, string? LastDay, string? Reason)
{
    /// <summary>The time that it states; null when something is missing or wrong, which is said in the model state.</summary>
    /// <param name="errors">Takes what is wrong, by field.</param>
    /// <param name="texts">The words for it.</param>
    /// <param name="asksWhy">Whether a reason has to be given.</param>
    public TieTime? Read(
        ModelStateDictionary errors,
        IStringLocalizer<TeamTexts> texts,
        bool asksWhy = true
    )
    {
        var from = LeaveForm.Day(From);
        var lastDay = LeaveForm.Day(LastDay);
        if (from is null)
        {
            errors.AddModelError(nameof(From), texts["FromMissing"]);
        }

        if (!string.IsNullOrWhiteSpace(LastDay) && lastDay is null)
        {
            errors.AddModelError(nameof(LastDay), texts["LastDayNoDay"]);
        }
        else if (lastDay < from)
        {
            errors.AddModelError(nameof(LastDay), texts["LastDayBefore"]);
        }

        var reason = ReadReason(errors, texts, asksWhy);
        return errors.IsValid ? new(from!.Value, lastDay?.AddDays(1), reason) : null;
    }

    /// <summary>The reason; what is wrong with it is said in the model state.</summary>
    public string ReadReason(
        ModelStateDictionary errors,
        IStringLocalizer<TeamTexts> texts,
        bool asksWhy = true
    )
    {
        var reason = Reason?.Trim() ?? "";
        if ((asksWhy && reason.Length == 0) || reason.Length > PeopleChange.ReasonLength)
        {
            errors.AddModelError(
                nameof(Reason),
                texts[reason.Length == 0 ? "ReasonMissing" : "ReasonTooLong"]
            );
        }

        return reason;
    }
}
