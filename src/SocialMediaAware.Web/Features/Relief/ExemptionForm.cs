using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>The terms of an exemption as a form sends them: the fields <c>Programme</c>, <c>ReasonCode</c> and <c>LastDay</c>.</summary>
public sealed record ExemptionForm(Guid? Programme, string? ReasonCode, string? LastDay)
{
    /// <summary>The terms that it states; null when something is missing or wrong, which is said in the model state.</summary>
    /// <param name="programmes">Those that can be chosen.</param>
    /// <param name="today">The New Zealand date.</param>
    /// <param name="errors">Takes what is wrong, by field.</param>
    /// <param name="texts">The words for it.</param>
    public ExemptionTerms? Read(
        IReadOnlyList<ProgrammeChoice> programmes,
        DateOnly today,
        ModelStateDictionary errors,
        IStringLocalizer<ReliefTexts> texts
    )
    {
        errors.Clear();
        var programme = programmes.FirstOrDefault(one => one.Id == Programme);
        var lastDay = LeaveForm.Day(LastDay);
        if (programme is null)
        {
            errors.AddModelError(nameof(Programme), texts["ProgrammeMissing"]);
        }

        if (!ExemptionReasons.All.Contains(ReasonCode))
        {
            errors.AddModelError(nameof(ReasonCode), texts["ReasonCodeMissing"]);
        }

        if (lastDay is null || lastDay < today)
        {
            errors.AddModelError(
                nameof(LastDay),
                texts[lastDay is null ? "ExemptionLastDayMissing" : "ExemptionLastDayPast"]
            );
        }

        return errors.IsValid
            ? new(programme!.AgencyId, programme.Id, ReasonCode!, lastDay!.Value)
            : null;
    }
}
